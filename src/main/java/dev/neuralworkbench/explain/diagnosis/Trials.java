package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Constant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Changes tried on the rows at hand before they are advised: trainings from first weights, one as
 * the run is set and one with each change, equally long. None touches the run, and none is done
 * twice.
 */
final class Trials {

  private static final int LEAST_EPOCHS = 10;
  private static final int MOST_EPOCHS = 200;

  /** Most that a training may cost: epochs · rows · weights, about a second. */
  private static final double MOST_WORK = 2e8;

  private final Observation run;
  private final Dataset rows;
  private final TrainingConfig config;
  private final Map<Optional<Remedy>, TrainingSession> done = new HashMap<>();

  Trials(Observation run) {
    this.run = run;
    rows = run.training().sample(VitalsProbe.MOST_ROWS);
    config = config(run, rows);
  }

  /** The share of the loss that a remedy takes away; NaN where both diverged. */
  double gain(Remedy remedy) {
    return 1 - loss(Optional.of(remedy)) / loss(Optional.empty());
  }

  /** ‖∇‖ of the first layer at the end with a remedy, penalties left out. */
  double gradient(Remedy remedy) {
    var session = session(Optional.of(remedy));
    return new VitalsProbe(remedy.change(run.design()), run.outputs(), rows, run.products())
        .measure(session.checkpoint(), session.history(), remedy.change(config))
        .layers()
        .getFirst()
        .gradientNorm();
  }

  /** To the planned end, or as far as is cheap; with a rate that was changed by hand. */
  private static TrainingConfig config(Observation run, Dataset rows) {
    var weights = run.design().parameterCount(rows.inputs().numCols, run.outputs());
    var cheap = Math.min(MOST_EPOCHS, MOST_WORK / ((double) weights * rows.rows()));
    var epochs = Math.min(cheap, run.config().stopping().epochs());
    var config = run.config().withAverage(0).withFolds(0);
    return (config.schedule() instanceof Constant ? config.withLearningRate(run.rate()) : config)
        .withStopping(Stopping.after((int) Math.max(LEAST_EPOCHS, epochs)));
  }

  private TrainingSession session(Optional<Remedy> remedy) {
    return done.computeIfAbsent(remedy, this::train);
  }

  private TrainingSession train(Optional<Remedy> remedy) {
    var design = remedy.map(it -> it.change(run.design())).orElse(run.design());
    var changed = remedy.map(it -> it.change(config)).orElse(config);
    var session = TrainingSession.start(design, changed, rows, rows, run.products());
    session.run(new RunControl());
    return session;
  }

  /**
   * Mean loss of the last tenth of the epochs, dropout off, with a remedy or as the run is set;
   * infinite where it diverged.
   */
  double loss(Optional<Remedy> remedy) {
    var history = session(remedy).history();
    return history.stopReason() == StopReason.DIVERGED
        ? Double.POSITIVE_INFINITY
        : history.results().stream()
            .skip(history.epochs() - Math.max(1, history.epochs() / 10))
            .mapToDouble(EpochResult::validationLoss)
            .average()
            .orElseThrow();
  }
}
