package dev.neuralworkbench.study;

import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * An experiment carried out on one division of the rows. A batch larger than the training rows is
 * all of them; folds that would only judge the training, and change nothing in it, are left out.
 *
 * @param data the division, whose test rows no part of the run has seen
 */
public record FoldRun(Model model, PreparedData data) {

  /** What keeps the run from starting; of an experiment without problems of its own. */
  public static List<Problem> problems(Experiment experiment, Table table, RowSplit rows) {
    var learned = rows.training();
    var units = Folds.most(experiment.preparation(), table, learned);
    return fitting(experiment.training(), rows)
        .problems(learned.length, units, rows.validation().length);
  }

  /**
   * Trains to the end, on the caller's thread. The same arguments give the same weights, to the
   * last bit.
   *
   * @param threads most threads that share the work, the caller's included; no bit depends on it
   * @param progress told before every batch how many epochs are done, and all at the end
   * @throws CancellationException if cancelled, or the thread was interrupted
   */
  public static FoldRun of(
      Experiment experiment,
      Table table,
      RowSplit rows,
      Products products,
      int threads,
      Progress progress) {
    var fitted = experiment.withTraining(fitting(experiment.training(), rows));
    var data = PreparedData.of(fitted.preparation(), table, rows);
    var session =
        TrainingSession.start(
            fitted.network(), fitted.training(), data.training(), data.validation(), products);
    session.threads(threads);
    long epochs = fitted.training().stopping().epochs();
    var control = new RunControl();
    control.stopWhen(
        () -> {
          progress.done(session.epoch(), epochs);
          return progress.cancelled();
        });
    if (session.run(control) == StopReason.STOPPED) {
      throw new CancellationException();
    }
    progress.done(epochs, epochs);
    var model = new Model(fitted, data.preprocessor(), session.weights(), session.history(), null);
    return new FoldRun(model, data);
  }

  /** Whether validation rows decide anything: when to stop, or the rate. */
  public static boolean watchesValidation(TrainingConfig training) {
    var rule = training.stopping().earlyStopping();
    return (rule != null && rule.monitor().needsValidation())
        || training.schedule() instanceof ReduceOnPlateau;
  }

  private static TrainingConfig fitting(TrainingConfig training, RowSplit rows) {
    var judged = watchesValidation(training) ? training : training.withFolds(0);
    return judged.batchSize() > rows.training().length ? judged.withBatchSize(0) : judged;
  }
}
