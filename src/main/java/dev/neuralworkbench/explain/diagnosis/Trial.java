package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.schedule.Constant;

/**
 * A change tried on the rows at hand before it is advised: two trainings from first weights, one as
 * the run is set and one with the change, equally long. Neither touches the run.
 *
 * @param present mean loss of the last tenth of the epochs as the run is set, dropout off; infinite
 *     where it diverged
 * @param changed that with the change
 * @param gradient ‖∇‖ of the first layer at the end with the change, penalties left out
 */
record Trial(double present, double changed, double gradient) {

  private static final int LEAST_EPOCHS = 10;
  private static final int MOST_EPOCHS = 200;

  /** Most that a training may cost: epochs · rows · weights, about a second. */
  private static final double MOST_WORK = 2e8;

  /** Tries a remedy that changes the network or the training. */
  static Trial of(Observation run, Remedy remedy) {
    var rows = ProbeRows.of(run.training(), VitalsProbe.MOST_ROWS);
    var config = config(run, rows);
    var present = train(run, rows, run.design(), config);
    var changed = train(run, rows, remedy.change(run.design()), remedy.change(config));
    var vitals =
        new VitalsProbe(remedy.change(run.design()), run.outputs(), rows, run.products())
            .measure(changed.checkpoint(), changed.history(), remedy.change(config));
    return new Trial(loss(present), loss(changed), vitals.layers().getFirst().gradientNorm());
  }

  /** The share of the loss that the change takes away; NaN where both diverged. */
  double gain() {
    return 1 - changed / present;
  }

  /** To the planned end, or as far as is cheap; with a rate that was changed by hand. */
  private static TrainingConfig config(Observation run, Dataset rows) {
    var weights = run.design().parameterCount(rows.inputs().numCols, run.outputs());
    var cheap = Math.min(MOST_EPOCHS, MOST_WORK / ((double) weights * rows.rows()));
    var epochs = Math.min(cheap, run.config().stopping().epochs());
    var config = run.config().withAverage(0).withFolds(0);
    return (config.schedule() instanceof Constant
            ? config.withLearningRate(RunRate.of(run))
            : config)
        .withStopping(Stopping.after((int) Math.max(LEAST_EPOCHS, epochs)));
  }

  private static TrainingSession train(
      Observation run, Dataset rows, NetworkDesign design, TrainingConfig config) {
    var session = TrainingSession.start(design, config, rows, rows, run.products());
    session.run(new RunControl());
    return session;
  }

  private static double loss(TrainingSession session) {
    var history = session.history();
    return history.stopReason() == StopReason.DIVERGED
        ? Double.POSITIVE_INFINITY
        : history.results().stream()
            .skip(history.epochs() - Math.max(1, history.epochs() / 10))
            .mapToDouble(EpochResult::validationLoss)
            .average()
            .orElseThrow();
  }
}
