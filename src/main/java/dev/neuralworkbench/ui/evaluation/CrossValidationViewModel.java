package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.CrossValidationResult;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Cross-validation of the draft: every row judged by a network that has not seen it. */
public final class CrossValidationViewModel {

  static final String JOB = "job.crossValidation";

  record Outcome(CrossValidation study, Experiment experiment, CrossValidationResult result) {}

  private final Workspace workspace;
  final ObservableValue<Experiment> draft;

  /** Whether the model decides by a threshold or costs, as networks of folds do not. */
  final ObservableValue<Boolean> isDecided;

  private final LatestTask wish;
  private final Supplier<Products> products;
  final Choice<Double> folds = number("study.folds", Folds.COUNT, CrossValidation.DEFAULT.folds());
  final Choice<Double> repeats =
      number("study.repeats", CrossValidation.REPEATS, CrossValidation.DEFAULT.repeats());

  /** The folds that are chosen; they may be wrong. */
  public final ObservableValue<CrossValidation> chosen =
      Bindings.createObjectBinding(
          () -> new CrossValidation(number(folds), number(repeats)),
          folds.value(),
          repeats.value());

  /** The last result; null before the first, and with other data. */
  final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();

  private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
  private final ObjectBinding<List<Problem>> inTheWay;
  public final BooleanBinding canStart;

  public CrossValidationViewModel(
      Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    draft = workspace.draft();
    isDecided = workspace.model.map(it -> it.decision() != null).orElse(false);
    wish = LatestTask.seen(tasks, JOB);
    this.products = products;
    inTheWay =
        Bindings.createObjectBinding(
            this::inTheWayNow, workspace.problems(), workspace.facts(), folds.value());
    canStart =
        Bindings.createBooleanBinding(
            () ->
                !wish.busy().get()
                    && inTheWay.get().isEmpty()
                    && folds.problems().getValue().isEmpty()
                    && repeats.problems().getValue().isEmpty(),
            wish.busy(),
            inTheWay,
            folds.problems(),
            repeats.problems());
    workspace.document().map(it -> it.data().hash()).subscribe(_ -> outcome.set(null));
  }

  public ReadOnlyBooleanProperty running() {
    return wish.busy();
  }

  /** What keeps it from starting: in the draft, or too few rows; else what kept the last start. */
  ObservableValue<List<Problem>> problems() {
    return Bindings.createObjectBinding(
        () -> inTheWay.get().isEmpty() ? problems.get() : inTheWay.get(), inTheWay, problems);
  }

  private static Choice<Double> number(String component, Range range, int first) {
    return PropertyChoice.keepingWrong(
        component, (double) first, value -> range.problems(component, value));
  }

  private static int number(Choice<Double> choice) {
    return choice.value().getValue().intValue();
  }

  public void start() {
    var document = workspace.document().get();
    var table = document.data().table();
    if (wish.busy().get() || table == null) {
      return;
    }
    var study = chosen.getValue();
    var asked = document.draft();
    problems.set(List.of());
    wish.ask(
        progress -> {
          var found = study.problems(asked, table);
          if (!found.isEmpty()) {
            return () -> problems.set(found);
          }
          var result = study.run(asked, table, products.get(), 1, progress);
          return () -> outcome.set(new Outcome(study, asked, result));
        },
        Runnable::run);
  }

  private List<Problem> inTheWayNow() {
    var ofDraft = workspace.problems().get();
    var shape = workspace.facts().get().shape();
    var rows = shape.training() + shape.validation() + shape.test();
    return ofDraft.isEmpty() && number(folds) > rows
        ? List.of(Problem.of("study.problem.moreFoldsThanRows", "study.folds", rows, number(folds)))
        : ofDraft;
  }
}
