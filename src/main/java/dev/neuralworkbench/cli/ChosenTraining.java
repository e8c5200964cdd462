package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;

/** Changes a training's configuration as options ask. */
record ChosenTraining(TrainOptions options) {

  TrainingConfig change(TrainingConfig config) {
    var penalty = config.penalty();
    var changed =
        config
            .withOptimizer(optimizer(config.optimizer()))
            .withPenalty(
                new Penalty(
                    options.l1 == null ? penalty.l1() : options.l1,
                    options.l2 == null ? penalty.l2() : options.l2))
            .withStopping(stopping(config.stopping()));
    if (options.schedule != null) {
      changed =
          changed.withSchedule(
              NamedChoices.of(
                  "--schedule",
                  LearningRateSchedule.kinds(),
                  LearningRateSchedule::id,
                  options.schedule));
    }
    if (options.batchSize != null) {
      changed = changed.withBatchSize(options.batchSize);
    }
    if (options.average != null) {
      changed = changed.withAverage(options.average);
    }
    if (options.judgingFolds != null) {
      changed = changed.withFolds(options.judgingFolds);
    }
    if (options.clip != null) {
      changed = changed.withClipNorm(options.clip);
    }
    return options.seed == null ? changed : changed.withSeed(options.seed);
  }

  /** The changes of the end alone. */
  Stopping stopping(Stopping stopping) {
    var changed = stopping;
    if (options.epochs != null) {
      changed = changed.withEpochs(options.epochs);
    }
    if (options.untilLoss != null) {
      changed = changed.withLossThreshold(options.untilLoss);
    }
    if (options.earlyStopping != null && options.earlyStopping == 0) {
      changed = changed.withEarlyStopping(null);
    } else if (options.earlyStopping != null) {
      var standard = EarlyStopping.DEFAULT;
      changed =
          changed.withEarlyStopping(
              new EarlyStopping(
                  standard.monitor(),
                  standard.minDelta(),
                  options.earlyStopping,
                  standard.restoreBest()));
    }
    return changed;
  }

  private OptimizerConfig optimizer(OptimizerConfig standard) {
    var optimizer =
        options.optimizer == null
            ? standard
            : NamedChoices.of(
                "--optimizer", OptimizerConfig.kinds(), OptimizerConfig::id, options.optimizer);
    if (options.momentum != null) {
      var kind = optimizer;
      var momentum =
          kind.knobs().stream()
              .filter(knob -> knob.name().equals("momentum"))
              .findFirst()
              .orElseThrow(
                  () -> CommandFailure.option("cli.momentum", "--momentum", null, kind.id()));
      optimizer = momentum.with(kind, options.momentum);
    }
    return options.learningRate == null
        ? optimizer
        : optimizer.withLearningRate(options.learningRate);
  }
}
