package dev.neuralworkbench.train;

/** The best epoch of a run as it goes, whether or not early stopping is on. */
final class BestEpochSoFar {

  private Monitor monitor = Monitor.VALIDATION_LOSS;
  private Improvement watch = Improvement.START;
  private int epoch;

  /** The best epoch, as the number of epochs done; 0 for none. */
  synchronized int epoch() {
    return epoch;
  }

  /** Begins anew with a history. */
  synchronized void restart(TrainingConfig config, TrainingHistory history) {
    var rule = config.stopping().earlyStopping();
    monitor = rule == null ? Monitor.VALIDATION_LOSS : rule.monitor();
    watch = Improvement.START;
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
    var cost = monitor.cost(history, index);
    watch = watch.next(Double.isNaN(cost) ? history.trainingLoss(index) : cost, 0);
    if (watch.improved()) {
      epoch = index + 1;
    }
  }
}
