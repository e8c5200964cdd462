package dev.neuralworkbench.train;

import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;

/**
 * The learning rate of a run: base · schedule's factor · plateau's factor. The base is the
 * optimizer's, until it is changed by hand.
 */
public final class LearningRate {

  private final LearningRateSchedule schedule;
  private final int epochs;

  private double base;
  private double plateauFactor = 1;
  private Improvement plateau = Improvement.START;

  /**
   * @param epochs epochs of the whole run
   */
  public LearningRate(double base, LearningRateSchedule schedule, int epochs) {
    this.base = base;
    this.schedule = schedule;
    this.epochs = epochs;
  }

  /** The rate of an epoch, counted from 0. */
  public double of(int epoch) {
    return base * schedule.factor(epoch, epochs) * plateauFactor;
  }

  /** The rate before any factor. */
  double base() {
    return base;
  }

  void base(double base) {
    this.base = base;
  }

  /** Follows the loss of an epoch, where the schedule does. */
  public void epochEnded(double loss) {
    if (schedule instanceof ReduceOnPlateau(var factor, var patience, var minDelta, var end)) {
      plateau = plateau.next(loss, minDelta);
      if (plateau.waited() > patience) {
        plateau = plateau.rested();
        plateauFactor = Math.max(end, plateauFactor * factor);
      }
    }
  }

  /** How the loss has done, for a schedule that follows it. */
  Improvement plateau() {
    return plateau;
  }

  /** The factor that losses have led to. */
  double plateauFactor() {
    return plateauFactor;
  }

  void restore(double base, Improvement plateau, double plateauFactor) {
    this.base = base;
    this.plateau = plateau;
    this.plateauFactor = plateauFactor;
  }
}
