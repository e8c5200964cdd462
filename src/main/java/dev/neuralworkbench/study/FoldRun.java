package dev.neuralworkbench.study;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingSession;
import java.util.concurrent.CancellationException;

final class FoldRun {

  private final Experiment experiment;
  private final PreparedData data;
  private final Products products;
  private final TrainingSession session;

  /**
   * A run ready to be trained.
   *
   * @param data the division of the fold, whose test rows are the fold
   */
  FoldRun(Experiment experiment, PreparedData data, Products products, int threads) {
    this.experiment = experiment;
    this.data = data;
    this.products = products;
    session =
        TrainingSession.start(
            experiment.network(),
            experiment.training(),
            data.training(),
            data.validation(),
            products);
    session.threads(threads);
  }

  /**
   * Trains to the end and judges the fold's rows.
   *
   * @param before runs done before this one
   * @param runs runs of the whole study
   */
  FoldResult run(Progress progress, int before, int runs, int repetition, int fold) {
    var epochs = experiment.training().stopping().epochs();
    var control = new RunControl();
    control.stopWhen(
        () -> {
          var done = (long) before * epochs + session.epoch();
          progress.done(done, (long) runs * epochs);
          return progress.cancelled();
        });
    var reason = session.run(control);
    if (reason == StopReason.STOPPED) {
      throw new CancellationException();
    }
    progress.done((before + 1L) * epochs, (long) runs * epochs);
    return result(repetition, fold, reason);
  }

  private FoldResult result(int repetition, int fold, StopReason reason) {
    var history = session.history();
    var model = new Model(experiment, data.preprocessor(), session.weights(), history, null);
    return new FoldResult(
        repetition,
        fold,
        data.training().rows(),
        data.validation().rows(),
        Judgement.of(new ModelPredictor(model, products), data.training(), data.test())
            .withLinear(data.training(), data.test()),
        history.epochs(),
        reason);
  }
}
