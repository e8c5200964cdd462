package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Known;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.compare.ComparedModel;
import dev.neuralworkbench.study.compare.ComparisonResult;
import dev.neuralworkbench.study.compare.ModelComparison;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The model that is looked at, compared with others on the same folds. */
public final class CompareViewModel {

  static final String JOB = "job.compare";

  /**
   * What the model can be compared with.
   *
   * @param file the name of a model's file; empty for the linear model and runs
   * @param run number of a run; 0 for others
   * @param experiment null for a linear model of the same inputs
   */
  record Other(String file, int run, @Nullable Experiment experiment) {

    static final Other LINEAR = new Other("", 0, null);
  }

  private final Workspace workspace;
  private final Supplier<Products> products;
  private final ObservableValue<CrossValidation> folds;
  private final LatestTask task;
  private final LatestTask reading;
  private final List<Other> opened = new ArrayList<>();
  final ObjectProperty<List<Other>> others = new SimpleObjectProperty<>(List.of());
  final Choice<Other> other =
      PropertyChoice.keepingWrong("compare.other", Other.LINEAR, _ -> List.of());
  final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

  /** All comparisons of the model on one set of folds; null before the first. */
  final ReadOnlyObjectWrapper<@Nullable ComparisonResult> outcome = new ReadOnlyObjectWrapper<>();

  /** The folds of the outcome. */
  private CrossValidation used = CrossValidation.DEFAULT;

  /** Whether these folds are still chosen, and the settings are those that were compared. */
  final BooleanBinding isPresent;

  final BooleanBinding hasModel;
  final BooleanBinding canStart;

  /** Compares on the folds that are chosen at its start. */
  public CompareViewModel(
      Workspace workspace,
      BackgroundTasks tasks,
      Supplier<Products> products,
      ObservableValue<CrossValidation> folds) {
    this.workspace = workspace;
    this.folds = folds;
    this.products = products;
    task = LatestTask.seen(tasks, JOB);
    reading = LatestTask.seen(tasks, "job.readModel");
    hasModel =
        Bindings.createBooleanBinding(
            () ->
                workspace.model.getValue() != null
                    && workspace.document().get().data().table() != null,
            workspace.model,
            workspace.document());
    isPresent =
        Bindings.createBooleanBinding(
            () -> used.equals(folds.getValue()) && !workspace.document().get().draftDiffers(),
            outcome,
            folds,
            workspace.document());
    canStart = hasModel.and(task.busy().not());
    OnAnyChange.all(this::offer, workspace.document(), workspace.model);
    workspace.model.subscribe(
        (before, now) -> {
          // How it decides makes no difference: see ModelComparison.
          if (now == null || !now.isButDecided(before)) {
            forget();
          }
        });
    workspace.document().map(it -> it.data().hash()).subscribe(_ -> forget());
  }

  ReadOnlyBooleanProperty running() {
    return task.busy();
  }

  CrossValidation used() {
    return used;
  }

  private void forget() {
    task.forget();
    outcome.set(null);
    problems.set(List.of());
  }

  /** The linear model, opened files, and the runs on these rows, the latest first. */
  private void offer() {
    var document = workspace.document().get();
    var own = workspace.model.getValue();
    var all = new ArrayList<Other>(List.of(Other.LINEAR));
    all.addAll(opened);
    document.runs().present().reversed().stream()
        .filter(run -> run.record().data().equals(document.data().hash()))
        .filter(run -> own == null || !run.owns(own))
        .map(LoggedRun::record)
        .forEach(run -> all.add(new Other("", run.number(), run.experiment())));
    if (!all.equals(others.get())) {
      others.set(List.copyOf(all));
    }
    if (!all.contains(other.value().getValue())) {
      other.choose(Other.LINEAR);
    }
  }

  /** Reads another model, and chooses it. */
  void open(Path file) {
    problems.set(List.of());
    reading.ask(
        progress -> ModelFile.read(file, progress),
        document -> {
          var model = Objects.requireNonNull(document.trained(), "a model file without a model");
          var added = new Other(String.valueOf(file.getFileName()), 0, model.experiment());
          opened.remove(added);
          opened.addFirst(added);
          offer();
          other.choose(added);
        },
        failure ->
            problems.set(failure instanceof Known known ? List.of(known.problem()) : List.of()));
  }

  /** Names are those of the language of the moment. */
  void start(String ownName, String otherName) {
    var table = workspace.document().get().data().table();
    var model = workspace.model.getValue();
    if (table == null || model == null || task.busy().get()) {
      return;
    }
    var own = model.experiment();
    var asked = other.value().getValue();
    var isLinear = asked.experiment() == null;
    var models =
        List.of(
            new ComparedModel(ownName, own, false),
            new ComparedModel(
                otherName, Objects.requireNonNullElse(asked.experiment(), own), isLinear));
    var chosen = folds.getValue();
    var comparison = new ModelComparison(chosen);
    problems.set(List.of());
    task.ask(
        progress -> {
          var found = comparison.problems(models, table);
          if (!found.isEmpty()) {
            return () -> problems.set(found);
          }
          var result = comparison.run(models, table, products.get(), 1, progress);
          return () -> {
            var before = outcome.get();
            used = chosen;
            outcome.set(before == null ? result : before.with(result));
          };
        },
        Runnable::run);
  }
}
