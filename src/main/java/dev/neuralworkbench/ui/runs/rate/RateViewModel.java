package dev.neuralworkbench.ui.runs.rate;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.study.RateRange;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** Range tests of the draft: each holds for its choices, and is gone once others are made. */
public final class RateViewModel {

  /** What a test depends on: everything but the rate, which the test sets itself. */
  record Subject(String data, Experiment experiment) {

    static Subject of(Document document) {
      var draft = document.draft();
      var training = draft.training();
      return new Subject(
          document.data().hash(),
          draft.withTraining(training.withLearningRate(RateRange.LEAST).withStopping(STOPPING)));
    }
  }

  private static final Stopping STOPPING = Stopping.after(1);

  private final Workspace workspace;
  private final Supplier<Products> products;

  /** What keeps a test from starting, besides one that is under way. */
  final ObservableValue<List<Problem>> problems;

  /** The learning rate of the draft. */
  final ObservableValue<Double> rate;

  /** What the last test found; null where there was none of the present choices. */
  final Inquiry<Subject, RateRange> found;

  public RateViewModel(Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.products = products;
    found =
        new Inquiry<Subject, RateRange>(tasks, LatestTask.seen(tasks, "job.rateRange")).lasting();
    problems = workspace.problems();
    rate = workspace.draft().map(it -> it.training().optimizer().learningRate());
    workspace.document().subscribe(this::follow);
  }

  private void follow(Document document) {
    if (!Subject.of(document).equals(found.question())) {
      found.forget();
    }
  }

  void start() {
    var document = workspace.document().get();
    var table = document.data().table();
    if (table == null || !problems.getValue().isEmpty() || found.busy().get()) {
      return;
    }
    var experiment = document.draft();
    found.askAgain(
        Subject.of(document),
        progress ->
            RateRange.of(
                experiment,
                PreparedData.of(experiment.preparation(), table),
                products.get(),
                progress));
  }

  void use() {
    var range = found.get();
    if (range != null) {
      range
          .suggestion()
          .ifPresent(
              rate ->
                  workspace.editDraft(
                      "training.optimizer.learningRate",
                      draft -> draft.withTraining(draft.training().withLearningRate(rate))));
    }
  }
}
