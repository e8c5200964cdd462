package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.DataFacts;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The choices about the data: roles, types, scaling, split. */
public record DataFormViewModel(Workspace workspace) {

  // Read-only properties.

  /** The open table; null where a model was opened without its data. */
  public ObservableValue<@Nullable Table> table() {
    return workspace.document().map(document -> document.data().table());
  }

  public ObservableValue<Preparation> preparation() {
    return workspace.draft().map(draft -> draft.preparation());
  }

  public ObservableValue<DataFacts> facts() {
    return workspace.facts();
  }

  ObservableValue<List<String>> columnNames() {
    return preparation().map(it -> it.columns().stream().map(ColumnPlan::name).toList());
  }

  ObservableValue<List<String>> otherNames() {
    return preparation()
        .map(
            it ->
                it.columns().stream()
                    .filter(plan -> plan.role() != ColumnRole.TARGET)
                    .map(ColumnPlan::name)
                    .toList());
  }

  /** Whether the target is a class. */
  ObservableValue<Boolean> classes() {
    return preparation()
        .map(it -> it.target().filter(to -> to.kind() == ColumnKind.CATEGORY).isPresent());
  }

  ObservableValue<Boolean> hasMissing() {
    return table()
        .map(table -> table.columns().stream().anyMatch(column -> column.missing() > 0))
        .orElse(false);
  }

  boolean lacks(String column) {
    var table = table().getValue();
    var found = table == null ? null : table.column(column);
    return found != null && found.missing() > 0;
  }

  /** What is wrong with columns rather than with one choice. */
  ObservableValue<List<Problem>> columnProblems() {
    return workspace.problemsUnder("preparation.columns");
  }

  ObservableValue<List<Problem>> featureProblems() {
    return workspace.problemsUnder("preparation.features");
  }

  // Choices.

  /** The target, by the name of its column; empty while there is none. */
  Choice<String> target() {
    return choice(
        "preparation.target",
        "form.target",
        it -> it.target().map(ColumnPlan::name).orElse(""),
        (it, name) -> withRole(it, indexOf(it, name), ColumnRole.TARGET));
  }

  Choice<ColumnKind> targetKind() {
    return choice(
        "preparation.targetKind",
        "form.targetKind",
        it -> it.target().map(ColumnPlan::kind).orElse(ColumnKind.NUMBER),
        (it, kind) -> it.targetIndex() < 0 ? it : it.withKind(it.targetIndex(), kind));
  }

  ObservableValue<Boolean> hasCategories() {
    return preparation()
        .map(it -> it.inputs().stream().anyMatch(input -> input.kind() == ColumnKind.CATEGORY));
  }

  /** The folds that judge in place of validation rows; 0 for none. */
  ObservableValue<Integer> folds() {
    return workspace.document().map(it -> it.draft().training().foldCount());
  }

  Choice<Double> validation() {
    return choice(
        "preparation.split.validation",
        "preparation.split.validation",
        it -> it.split().validation(),
        (it, share) -> it.withSplit(it.split().withValidation(share)));
  }

  Choice<DividedBy> dividedBy() {
    return choice(
        "preparation.split.by",
        "form.by",
        it -> DividedBy.of(it.split().by()),
        (it, by) -> {
          var table = table().getValue();
          return table == null ? it : by.in(it, table);
        });
  }

  /** The column that decides; empty where chance does. */
  Choice<String> byColumn() {
    return choice(
        "preparation.split.by.column",
        "form.byColumn",
        it -> it.split().by() == null ? "" : it.split().by().column(),
        (it, name) -> {
          var table = table().getValue();
          var rule = it.split().by();
          var index = indexOf(it, name);
          return table == null || rule == null || index < 0
              ? it
              : DividedBy.of(rule).in(it, table, index);
        });
  }

  ObservableValue<Boolean> isDividedBy(DividedBy... some) {
    return preparation().map(it -> List.of(some).contains(DividedBy.of(it.split().by())));
  }

  // Commands.

  void role(int column, ColumnRole role) {
    workspace.prepare("form.role", it -> withRole(it, column, role));
  }

  /** Validation rows in place of folds. */
  void holdOut() {
    validation().choose(Split.DEFAULT.validation());
    validation().settled();
  }

  void toggle(Feature feature) {
    workspace.prepare("form.features", it -> it.toggled(feature));
  }

  void switchKind(int column) {
    workspace.prepare("form.kind", it -> it.withKind(column, otherKind(it, column)));
  }

  /** Categories become numbers, or dates where they are some and not the target. */
  private ColumnKind otherKind(Preparation preparation, int column) {
    var table = table().getValue();
    if (preparation.columns().get(column).kind() != ColumnKind.CATEGORY) {
      return ColumnKind.CATEGORY;
    }
    return table != null
            && table.column(column) instanceof TextColumn text
            && column != preparation.targetIndex()
            && TimeOrder.isLikely(text)
        ? ColumnKind.DATE
        : ColumnKind.NUMBER;
  }

  private Preparation withRole(Preparation preparation, int column, ColumnRole role) {
    var table = table().getValue();
    return table == null || column < 0 ? preparation : preparation.withRole(column, role, table);
  }

  private static int indexOf(Preparation preparation, String name) {
    return preparation.columns().stream().map(ColumnPlan::name).toList().indexOf(name);
  }

  /** A choice of the preparation; one of the split decides what judges, too. */
  private <T> Choice<T> choice(
      String component,
      String nameKey,
      Function<Preparation, T> get,
      BiFunction<Preparation, T, Preparation> set) {
    var isOfSplit = component.startsWith("preparation.split.");
    return DocumentChoice.of(
        workspace,
        component,
        nameKey,
        draft -> get.apply(draft.preparation()),
        (draft, value) -> {
          var next = workspace.prepared(draft, set.apply(draft.preparation(), value));
          return isOfSplit ? judged(next) : next;
        });
  }

  /**
   * Validation rows judge in place of folds, and folds where early stopping would wait for them.
   */
  private Experiment judged(Experiment draft) {
    var training = draft.training();
    var rule = training.stopping().earlyStopping();
    var split = draft.preparation().split();
    var table = table().getValue();
    var hasRows =
        split.namesParts()
            ? table != null && DividedBy.namesValidation(draft.preparation(), table)
            : split.validation() > 0;
    if (hasRows) {
      return draft.withTraining(training.withFolds(0));
    }
    var waits = rule != null && rule.monitor().needsValidation();
    return waits && training.foldCount() == 0
        ? draft.withTraining(training.withFolds(Defaults.folds(units(split, table))))
        : draft;
  }

  /** What can be learned from and stays together, about: of groups one is for the test. */
  private static int units(Split split, @Nullable Table table) {
    var rule = split.by();
    return rule != null
            && rule.kind() == SplitRule.Kind.GROUP
            && table != null
            && table.column(rule.column()) instanceof TextColumn groups
        ? groups.categories().size() - (split.test() > 0 ? 1 : 0)
        : Integer.MAX_VALUE;
  }
}
