package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.explain.inputs.InputGroups;
import dev.neuralworkbench.explain.inputs.PartialDependence;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.explain.inputs.ReadRows;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.evaluation.JudgedPart;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Which inputs matter in the rows that are looked at, and how one of them does. */
public final class InputsViewModel {

  static final String JOB = "job.importance";
  static final String CURVES_JOB = "job.dependence";

  /** A threshold of 0 groups nothing. */
  record Importance(JudgedPart judged, double threshold) {}

  /** The class is empty for numbers. */
  record Dependence(JudgedPart judged, String column, String ofClass) {}

  private final Workspace workspace;
  private final Supplier<Products> products;
  final ObservableValue<@Nullable JudgedPart> judged;
  final PropertyChoice<Boolean> isGrouped = choice("inputs.grouped", false);
  final PropertyChoice<Double> threshold =
      new PropertyChoice<>(
          "inputs.threshold",
          new SimpleObjectProperty<>(InputGroups.THRESHOLD),
          it -> InputGroups.THRESHOLDS.problems("inputs.threshold", it));
  final PropertyChoice<String> column = choice("inputs.column", "");
  final PropertyChoice<String> ofClass = choice("inputs.class", "");
  final Inquiry<Importance, PermutationImportance> importance;
  final Inquiry<Dependence, PartialDependence> dependence;
  private boolean seen;

  public InputsViewModel(
      Workspace workspace,
      ObservableValue<@Nullable JudgedPart> judged,
      Supplier<Products> products,
      BackgroundTasks tasks) {
    this.workspace = workspace;
    this.judged = judged;
    this.products = products;
    importance = inquiry(tasks, JOB);
    dependence = inquiry(tasks, CURVES_JOB);
    OnAnyChange.all(
        this::follow,
        judged,
        isGrouped.value(),
        threshold.value(),
        column.value(),
        ofClass.value(),
        importance);
  }

  private static <T> PropertyChoice<T> choice(String component, T first) {
    return new PropertyChoice<>(component, new SimpleObjectProperty<>(first));
  }

  /** Cancelled by the user, it is asked again when the part is seen again. */
  private static <Q, A> Inquiry<Q, A> inquiry(BackgroundTasks tasks, String job) {
    var task = LatestTask.seen(tasks, job);
    var made = new Inquiry<Q, A>(tasks, task);
    task.whenCancelled(made::forget);
    return made;
  }

  /** Tells whether the part is seen; nothing is computed while it is not. */
  void seen(boolean now) {
    seen = now;
    follow();
  }

  List<String> columns() {
    var rows = judged.getValue();
    return rows == null ? List.of() : rows.inputs().stream().map(Column::name).toList();
  }

  List<String> classes() {
    var rows = judged.getValue();
    return rows == null ? List.of() : rows.answers().classes();
  }

  private void follow() {
    var rows = judged.getValue();
    var model = workspace.model.getValue();
    if (rows == null || model == null || rows.folds() > 0) {
      importance.forget();
      dependence.forget();
      return;
    } else if (!seen) {
      return;
    }
    var least = isGrouped.value().get() ? threshold.value().get() : 0;
    Supplier<ReadRows> read =
        () -> new ReadRows(model.preprocessor(), rows.table(), rows.data().sourceRows());
    Supplier<ModelPredictor> predictor = () -> new ModelPredictor(model, products.get());
    importance.ask(
        new Importance(rows, least),
        progress -> {
          var all = read.get();
          return PermutationImportance.of(
              predictor.get(),
              all,
              least == 0 ? InputGroups.alone(all) : InputGroups.of(all, least, progress),
              PermutationImportance.USUAL_REPEATS,
              model.experiment().training().seed(),
              progress);
        });
    var found = importance.get();
    var first = found == null ? "" : found.inputs().getFirst().columns().getFirst();
    settle(column, columns(), first);
    settle(ofClass, classes(), classes().isEmpty() ? "" : classes().getLast());
    var name = column.value().get();
    var wanted = classes().indexOf(ofClass.value().get());
    if (!name.isEmpty()) {
      dependence.ask(
          new Dependence(rows, name, ofClass.value().get()),
          progress -> PartialDependence.of(predictor.get(), read.get(), name, wanted, progress));
    }
  }

  /** Chooses something that there is, where what was chosen is there no more. */
  private static void settle(PropertyChoice<String> choice, List<String> all, String usual) {
    if (!all.contains(choice.value().get())) {
      choice.choose(usual);
    }
  }
}
