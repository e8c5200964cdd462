package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.Folds;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.CrossValidationResult;
import dev.neuralworkbench.study.StudyProgress;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Choice;
import dev.neuralworkbench.ui.common.Job;
import dev.neuralworkbench.ui.common.WorkProgress;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** Cross-validation of the draft: every row judged by a network that has not seen it. */
public final class CrossValidationViewModel {

  /** Key of its job. */
  static final String JOB = "job.crossValidation";

  /**
   * What a study came to.
   *
   * @param study its folds and repetitions
   * @param experiment the choices that were judged
   * @param result the scores
   */
  record Outcome(CrossValidation study, Experiment experiment, CrossValidationResult result) {}

  private final Workspace workspace;
  private final BackgroundTasks tasks;
  private final Supplier<Products> products;
  private final StudyChoice folds =
      new StudyChoice("study.folds", Folds.COUNT, CrossValidation.DEFAULT.folds());
  private final StudyChoice repeats =
      new StudyChoice("study.repeats", CrossValidation.REPEATS, CrossValidation.DEFAULT.repeats());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome");
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(this, "problems", List.of());
  private final ObjectBinding<List<Problem>> inTheWay;
  private final BooleanBinding canStart;
  private @Nullable Job job;

  /**
   * Follows a workspace.
   *
   * @param products makes the matrix products for the background
   */
  public CrossValidationViewModel(
      Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.products = products;
    inTheWay =
        Bindings.createObjectBinding(
            this::inTheWayNow, workspace.problems(), workspace.facts(), folds.value());
    canStart =
        Bindings.createBooleanBinding(
            () ->
                !running.get()
                    && inTheWay.get().isEmpty()
                    && folds.problems().getValue().isEmpty()
                    && repeats.problems().getValue().isEmpty(),
            running,
            inTheWay,
            folds.problems(),
            repeats.problems());
    tasks.running().addListener((ListChangeListener<Job>) _ -> followJobs());
    workspace.document().map(it -> it.data().hash()).subscribe(_ -> outcome.set(null));
  }

  // Read-only properties.

  /** Whether it is under way. */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Whether it can start: rows at hand, both numbers in their ranges, and not under way. */
  public ObservableValue<Boolean> canStart() {
    return canStart;
  }

  /** The last result; null before the first, and with other data. */
  ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** What keeps it from starting: in the draft, or too few rows; else what kept the last start. */
  ObservableValue<List<Problem>> problems() {
    return Bindings.createObjectBinding(
        () -> inTheWay.get().isEmpty() ? problems.get() : inTheWay.get(), inTheWay, problems);
  }

  ObservableValue<Experiment> draft() {
    return workspace.draft();
  }

  // Choices.

  Choice<Double> folds() {
    return folds;
  }

  Choice<Double> repeats() {
    return repeats;
  }

  // Commands.

  /** Starts, in the background; or says what keeps it from starting. */
  public void start() {
    var document = workspace.document().get();
    var table = document.data().table();
    if (running.get() || table == null) {
      return;
    }
    var study = new CrossValidation(folds.number(), repeats.number());
    var draft = document.draft();
    running.set(true);
    problems.set(List.of());
    job =
        tasks.submit(
            JOB,
            progress -> {
              var found = study.problems(draft, table);
              return found.isEmpty()
                  ? new Answer(
                      new Outcome(
                          study, draft, study.run(draft, table, products.get(), follow(progress))),
                      List.of())
                  : new Answer(null, found);
            },
            this::answered,
            _ -> running.set(false));
  }

  private List<Problem> inTheWayNow() {
    var ofDraft = workspace.problems().get();
    var shape = workspace.facts().get().shape();
    var rows = shape.training() + shape.validation() + shape.test();
    return ofDraft.isEmpty() && folds.number() > rows
        ? List.of(
            Problem.of("study.problem.moreFoldsThanRows", "study.folds", rows, folds.number()))
        : ofDraft;
  }

  private void answered(Answer answer) {
    running.set(false);
    problems.set(answer.problems());
    if (answer.outcome() != null) {
      outcome.set(answer.outcome());
    }
  }

  private void followJobs() {
    if (job != null && job.cancelled() && !tasks.running().contains(job)) {
      job = null;
      running.set(false);
    }
  }

  private static StudyProgress follow(WorkProgress progress) {
    return new StudyProgress() {
      @Override
      public void done(long epochs, long ofEpochs) {
        progress.done(epochs, ofEpochs);
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private record Answer(@Nullable Outcome outcome, List<Problem> problems) {}
}
