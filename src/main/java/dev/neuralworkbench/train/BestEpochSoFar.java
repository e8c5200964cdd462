package dev.neuralworkbench.train;

/** The best epoch of a run as it goes, whether or not early stopping is on. */
final class BestEpochSoFar {

  private Monitor monitor = Monitor.VALIDATION_LOSS;
  private double value = Double.NaN;
  private int epoch;

  /** The best epoch, as the number of epochs done; 0 for none. */
  synchronized int epoch() {
    return epoch;
  }

  /** Begins anew with a history. */
  synchronized void restart(TrainingConfig config, TrainingHistory history) {
    var rule = config.stopping().earlyStopping();
    monitor = rule == null ? Monitor.VALIDATION_LOSS : rule.monitor();
    value = Double.NaN;
    epoch = 0;
    for (var i = 0; i < history.epochs(); i++) {
      look(history, i);
    }
  }

  /** Looks at the last epoch; whether it is the best. */
  synchronized boolean next(TrainingHistory history) {
    look(history, history.epochs() - 1);
    return epoch == history.epochs();
  }

  private void look(TrainingHistory history, int index) {
    var cost = cost(history, index);
    if (Double.isNaN(value) ? !Double.isNaN(cost) : cost < value) {
      value = cost;
      epoch = index + 1;
    }
  }

  /** The watched number, turned so that lower is better. */
  private double cost(TrainingHistory history, int index) {
    var cost =
        switch (monitor) {
          case VALIDATION_LOSS -> history.validationLoss(index);
          case VALIDATION_SCORE -> -history.validationScore(index);
          case TRAINING_LOSS -> history.trainingLoss(index);
          case TRAINING_SCORE -> -history.trainingScore(index);
        };
    return Double.isNaN(cost) ? history.trainingLoss(index) : cost;
  }
}
