package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.explain.diagnosis.Diagnosis.Kind;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.train.StopReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class LossRules {

  /** So many epochs say something. */
  private static final int SOME_EPOCHS = 10;

  private static final int MANY_EPOCHS = 30;

  /** A validation loss so many times its best has risen. */
  private static final double MORE = 1.1;

  /** A loss above this share of the constant answer's has not come far. */
  private static final double FAR = 0.5;

  /** A loss above this share has hardly moved. */
  private static final double HARDLY = 0.7;

  /** A loss whose best epoch comes after this share of the run is still falling. */
  private static final double LATE = 0.75;

  /** Overfitting to a validation loss below this share of the constant answer's does no harm. */
  private static final double LOW = 0.1;

  private LossRules() {}

  static Optional<Diagnosis> diverged(Observation run) {
    var isSo = run.history().stopReason() == StopReason.DIVERGED;
    return Diagnosis.when(isSo, Kind.DIVERGED, lowered(run), run.rate());
  }

  /**
   * Above the constant answer, or jumping by a tenth and more on a level that is not low. With
   * dropout the training loss jumps at any rate.
   */
  static Optional<Diagnosis> rateTooHigh(Observation run, LossCourse course) {
    if (course.epochs() < SOME_EPOCHS) {
      return Optional.empty();
    }
    var above =
        course.last() > 1.15 * course.constant()
            && course.last() > 0.9 * course.first()
            && course.rises() > 0.2;
    var jumps =
        course.epochs() >= 2 * SOME_EPOCHS
            && course.unrest() > 0.1
            && course.last() > 0.95 * course.before()
            && course.rises() > 0.3
            && course.last() > 0.3 * course.constant()
            && run.dropout() == 0;
    var loss = course.last();
    return Diagnosis.when(
        above || jumps,
        Kind.RATE_TOO_HIGH,
        lowered(run),
        run.rate(),
        course.window(),
        loss,
        course.constant());
  }

  static Remedy lowered(Observation run) {
    return new Remedy.LearningRate(run.loweredRate());
  }

  /**
   * Much is left, a rate ten times as high is still a usual one, and the loss falls in a straight
   * line or the weights cannot have come far.
   */
  static Optional<Diagnosis> rateTooLow(Observation run, LossCourse course) {
    var epochs = course.epochs();
    if (epochs < MANY_EPOCHS || 10 * run.rate() > 1.01 * run.usualRate()) {
      return Optional.empty();
    }
    var part = Math.max(1, epochs / 12);
    var start = course.training(0, part);
    var end = course.training(epochs - part, epochs);
    var isHigh = end > FAR * Math.min(course.constant(), start);
    var hardlyMoves = end > HARDLY * Math.min(course.constant(), start) && hardlyMoves(run);
    return isHigh && (fallsStraight(course) || hardlyMoves) && validationFalls(course)
        ? Optional.of(slow(run, course, run.raisedRate()))
        : Optional.empty();
  }

  static Diagnosis slow(Observation run, LossCourse course, double higher) {
    var remedy = new Remedy.LearningRate(higher);
    return Diagnosis.of(Kind.RATE_TOO_LOW, remedy, run.rate(), course.first(), course.present());
  }

  /** Whether longer steps would pay on other rows too; true where none are held out. */
  private static boolean validationFalls(LossCourse course) {
    var epochs = course.epochs();
    var part = epochs / 6;
    var end = course.validation(epochs - part, epochs);
    return Double.isNaN(end)
        || (course.best() > LATE * epochs
            && end < course.validation(epochs - 2 * part, epochs - part));
  }

  /** As much is gained in the last third as in the first, smoothly. */
  private static boolean fallsStraight(LossCourse course) {
    var epochs = course.epochs();
    var third = epochs / 3;
    var part = Math.max(1, third / 4);
    var start = course.training(0, part);
    var early = course.training(third - part, third);
    var late = course.training(2 * third, 2 * third + part);
    var end = course.training(epochs - part, epochs);
    return late - end > 0.5 * (start - early)
        && course.rises() < 0.35
        && start - end > 0.002 * course.constant();
  }

  /** Steps as short as the last would not have moved the weights by a third, yet it would pay. */
  private static boolean hardlyMoves(Observation run) {
    if (run.vitals().isEmpty()) {
      return false;
    }
    var vitals = run.vitals().getLast();
    var batch = run.config().batchSize();
    var batches = batch == 0 ? 1 : Math.ceilDiv(run.training().rows(), batch);
    var longest = vitals.layers().stream().mapToDouble(Vitals.Layer::stepRatio).max().orElse(1);
    var pays =
        vitals.layers().stream().mapToDouble(it -> it.gradientNorm() * it.weightNorm()).sum();
    var loss = run.history().trainingLoss(run.history().epochs() - 1);
    return longest * batches * vitals.epochs() < 0.3 && pays > 0.1 * loss;
  }

  static Optional<Diagnosis> overfitting(Observation run, LossCourse course) {
    var epochs = course.epochs();
    var stopping = run.config().stopping().earlyStopping();
    var takenCareOf = stopping != null && stopping.restoreBest();
    if (takenCareOf || epochs < MANY_EPOCHS || Double.isNaN(run.history().validationLoss(0))) {
      return Optional.empty();
    }
    var since = course.best();
    var best = run.history().validationLoss(since);
    var validation = run.history().validationLoss(epochs - 1);
    var level = Math.min(validation, course.validation(epochs - course.window(), epochs));
    var rises =
        level > MORE * best && level > LOW * course.constant() && epochs - since > SOME_EPOCHS;
    var learns = course.last() < 0.9 * run.history().trainingLoss(since);
    return Diagnosis.when(
        rises && learns && level > 1.3 * course.last(),
        Kind.OVERFITTING,
        Remedy.Fixed.STOP_EARLY,
        since + 1,
        best,
        validation,
        course.present());
  }

  /**
   * No gain worth the name in the last half of the run, near the constant answer. With dropout the
   * training loss is not the network's own.
   */
  static Optional<Diagnosis> plateau(Observation run, LossCourse course) {
    var epochs = course.epochs();
    if (epochs < MANY_EPOCHS || run.dropout() > 0) {
      return Optional.empty();
    }
    var half = epochs / 2;
    var part = Math.max(1, epochs / 10);
    var middle = course.training(half - part, half);
    var end = course.training(epochs - part, epochs);
    return middle - end < 0.01 * course.constant() && end > 0.8 * course.constant()
        ? Optional.of(
            Diagnosis.of(
                Kind.PLATEAU,
                againstPlateau(run, course),
                half,
                course.present(),
                course.constant()))
        : Optional.empty();
  }

  /** What may help, by what may be the reason; null where the inputs seem to tell nothing. */
  private static @Nullable Remedy againstPlateau(Observation run, LossCourse course) {
    if (run.design().hiddenDense().stream()
        .anyMatch(layer -> layer.initializer() == Initializer.ZEROS)) {
      return Remedy.Fixed.STARTING_WEIGHTS;
    } else if (Neighbours.gain(run, course) < 0.1) {
      return null;
    }
    // Without a hidden layer the answer is linear; otherwise the way down was not found.
    return run.design().hidden().isEmpty() ? Remedy.Fixed.LARGER : Remedy.Fixed.ADAM_WITH_NEW_SEED;
  }
}
