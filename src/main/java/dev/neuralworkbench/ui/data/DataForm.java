package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.data.feature.FeatureList;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.DataFacts;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What is learned from which columns, and how the rows are divided. */
public final class DataForm extends VBox {

  public DataForm(DataFormViewModel model, Fields fields, Messages messages) {
    getStyleClass().add("form");
    var rows = new SettingFields(new SettingFields.SettingChoices(model.workspace()), fields);
    var hasShares = model.isDividedBy(DividedBy.CHANCE, DividedBy.GROUP, DividedBy.TIME);
    var isStratified =
        model
            .classes()
            .flatMap(classes -> model.isDividedBy(DividedBy.CHANCE).map(it -> it && classes));
    var validation = fields.number(model.validation(), Split.SHARE, "preparation.split.validation");
    Runnable holdOut =
        () -> {
          model.holdOut();
          validation.requestFocus(); // The button goes; the next control may be far below.
        };
    getChildren()
        .setAll(
            fields.choiceOfData(model.target(), model.columnNames(), "form.target"),
            fields.choice(
                model.targetKind(),
                List.of(ColumnKind.NUMBER, ColumnKind.CATEGORY),
                it -> "form.targetKind." + Ids.of(it),
                "form.targetKind"),
            Labels.wrapped(messages.text(model.preparation(), DataForm::roles), "muted"),
            new FeatureList(model.preparation(), model::lacks, messages, model::toggle),
            fields.problem("preparation-features", model.featureProblems()),
            fields.problem("preparation-columns", model.columnProblems()),
            rows.row(Settings.SCALING),
            shown(rows.row(Settings.MISSING), model.hasMissing()),
            shown(rows.row(Settings.RARE), model.hasCategories()),
            fields.heading("form.split"),
            fields.choice(
                model.dividedBy(),
                List.of(DividedBy.values()),
                it -> MessageKey.of(it).key(),
                "form.by"),
            shown(
                fields.choiceOfData(model.byColumn(), model.otherNames(), "form.byColumn"),
                model.isDividedBy(DividedBy.GROUP, DividedBy.TIME, DividedBy.PART)),
            shown(validation, hasShares),
            shown(rows.row(Settings.TEST), hasShares),
            shown(
                Labels.wrapped(
                    messages.text(
                        words -> counts(words, model.facts().getValue(), model.folds().getValue()),
                        model.facts(),
                        model.folds()),
                    "muted"),
                model.facts().map(DataFacts::known)),
            shown(
                Buttons.of(messages, "form.holdOut", holdOut, "#form-holdOut", Styles.SMALL),
                hasShares.flatMap(shares -> model.folds().map(it -> it > 0 && shares))),
            fields.more(
                "data",
                rows.isWrong("preparation."),
                rows.row(Settings.USED),
                new LeftOutRows(model.workspace(), model.preparation(), fields),
                shown(rows.row(Settings.BALANCED), model.classes()),
                shown(
                    rows.row(Settings.PRIOR_CORRECTED),
                    model
                        .classes()
                        .flatMap(it -> model.preparation().map(to -> it && to.isBalanced()))),
                shown(rows.row(Settings.STRATIFIED), isStratified),
                shown(rows.row(Settings.TOGETHER), model.isDividedBy(DividedBy.CHANCE)),
                shown(
                    rows.row(Settings.SPLIT_SEED),
                    model.isDividedBy(DividedBy.CHANCE, DividedBy.GROUP))));
  }

  /** A row that takes no room while it does not apply. */
  static <N extends Node> N shown(N row, ObservableValue<Boolean> applies) {
    WhileInScene.subscribe(row, () -> applies.subscribe(it -> Visibility.when(row, it)));
    return row;
  }

  private static String roles(Words words, Preparation preparation) {
    var ignored =
        preparation.columns().stream().filter(it -> it.role() == ColumnRole.IGNORED).count();
    return words.text(
        "form.roles", Numbers.count(preparation.inputs().size()), Numbers.count(ignored));
  }

  /** Inputs, what is predicted, and the rows of each part, in a line; empty while not known. */
  public static String summary(Words words, Workspace workspace) {
    var shape = workspace.facts().get().shape();
    var draft = workspace.document().get().draft();
    return shape.training() == 0
        ? ""
        : words.text(
            shape.classes() > 0 ? "form.summary" : "form.summary.number",
            Numbers.count(draft.preparation().inputs().size()),
            rows(shape.training()),
            draft.training().foldCount() > 0 ? "CV" : rows(shape.validation()),
            rows(shape.test()));
  }

  /** In at most six characters up to a million. */
  private static String rows(int count) {
    return count < 10_000 ? Numbers.count(count) : Numbers.count(Math.round(count / 1e3)) + "k";
  }

  private static String counts(Words words, DataFacts facts, int folds) {
    return words.text(
        facts.shape().validation() > 0
            ? "form.rows"
            : folds > 0 ? "form.rows.folds" : "form.rows.noValidation",
        Numbers.count(facts.shape().training()),
        Numbers.count(facts.shape().validation()),
        Numbers.count(facts.shape().test()),
        Numbers.count(folds));
  }
}
