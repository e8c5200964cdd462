package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How cells of the chosen column are read otherwise than they stand, and what fills its gaps. */
final class ColumnCleaning extends VBox {

  private static final int MOST_TOLD = 6;

  /** What fills the gaps of all columns. */
  private static final String AS_ALL = "";

  private final DataViewModel model;
  private final Messages messages;
  private final Label told = Labels.wrapped("#column-cleaning", "reading-line");
  private final Button asItStands = Styling.as(new Button(), "#column-as-it-stands", Styles.SMALL);
  private final Button fillDown = Styling.as(new Button(), "#column-fill-down", Styles.SMALL);
  private final SimpleObjectProperty<List<String>> fills = new SimpleObjectProperty<>(List.of());
  private final Fields.FieldRow fill;

  ColumnCleaning(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("form");
    Buttons.name(fillDown, messages, "traps.fill_down");
    Tooltips.install(fillDown, messages.text("traps.fill_down.tip"));
    fillDown.setOnAction(_ -> change("traps.fill_down", ColumnPlan::filled));
    Buttons.name(asItStands, messages, "table.asItStands");
    asItStands.setOnAction(
        _ ->
            change("table.asItStands", plan -> plan.withReplaced(List.of()).withFilledDown(false)));
    fill =
        new Fields(messages)
            .choice(
                fillChoice(), fills, it -> it.equals(AS_ALL) ? "fill.all" : "fill." + it, "fill");
    getChildren().setAll(told, asItStands, fillDown, fill);
  }

  void show(ShownColumn shown, ColumnPlan plan) {
    var lines = new ArrayList<String>();
    if (plan.filledDown() != null) {
      lines.add(messages.now("column.filledDown"));
    }
    for (var one : plan.replacements().stream().limit(MOST_TOLD).toList()) {
      lines.add(
          one.by() == null
              ? messages.now("column.replaced.missing", one.value())
              : messages.now("column.replaced", one.value(), one.by()));
    }
    var more = plan.replacements().size() - MOST_TOLD;
    if (more > 0) {
      lines.add(messages.now("traps.more", more));
    }
    told.setText(String.join("\n", lines));
    Visibility.when(told, plan.cleaning().isPresent());
    Visibility.when(asItStands, plan.cleaning().isPresent());
    var mayFill = shown.column().missing() > 0 && plan.kind() == ColumnKind.CATEGORY;
    Visibility.when(fillDown, mayFill && plan.filledDown() == null);
    var all = model.preparation().getValue().missing();
    fills.set(
        Stream.concat(
                Stream.of(AS_ALL),
                plan.kind() == ColumnKind.NUMBER
                    ? Stream.of("mean", "median", "mode", "zero")
                    : Stream.of("mode", "own", "apart"))
            .toList());
    Visibility.when(
        fill,
        plan.role() == ColumnRole.INPUT
            && plan.kind() != ColumnKind.DATE
            && all != MissingValues.DROP_ROW
            && shown.column().missing() > 0);
  }

  private Choice<String> fillChoice() {
    return new DocumentChoice<>(
        model.workspace,
        "preparation.columns.missing",
        model.column.flatMap(_ -> model.preparation().map(this::filled)),
        next -> change("fill", plan -> plan.withMissing(value(next))));
  }

  private String filled(Preparation preparation) {
    var index = model.column.get();
    var own =
        index < 0 || index >= preparation.columns().size()
            ? null
            : preparation.columns().get(index).missing();
    return own == null ? AS_ALL : Ids.of(own);
  }

  private static @Nullable MissingValues value(String id) {
    return Stream.of(MissingValues.values())
        .filter(it -> Ids.of(it).equals(id))
        .findFirst()
        .orElse(null);
  }

  private void change(String nameKey, UnaryOperator<ColumnPlan> change) {
    var index = model.column.get();
    model.workspace.prepare(
        nameKey, it -> index < 0 ? it : it.withPlan(index, change.apply(it.columns().get(index))));
  }
}
