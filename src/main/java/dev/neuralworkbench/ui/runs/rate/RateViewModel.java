package dev.neuralworkbench.ui.runs.rate;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.study.RateRange;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.function.Supplier;

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

  final Workspace workspace;
  private final Supplier<Products> products;

  /** What the last test found; null where there was none of the present choices. */
  final Inquiry<Subject, RateRange> found;

  public RateViewModel(Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.products = products;
    found =
        new Inquiry<Subject, RateRange>(tasks, LatestTask.seen(tasks, "job.rateRange")).lasting();
    OnAnyChange.all(this::follow, workspace.document());
  }

  boolean canStart() {
    return workspace.document().get().data().table() != null
        && workspace.problems().get().isEmpty()
        && !found.busy().get();
  }

  double present() {
    return workspace.document().get().draft().training().optimizer().learningRate();
  }

  private void follow() {
    if (!Subject.of(workspace.document().get()).equals(found.question())) {
      found.forget();
    }
  }

  void start() {
    var document = workspace.document().get();
    var table = document.data().table();
    if (table == null || !canStart()) {
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
