package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.explain.diagnosis.Diagnosis.Kind;
import java.util.Optional;

/**
 * Whether a penalty or dropout holds a network down: it is a strong one, the network has not come
 * far, and the nearest rows show that there is more to be learned.
 */
final class RegularizationRules {

  private static final double STRONG_L1 = 0.003;

  private static final double STRONG_L2 = 0.03;

  private static final double STRONG_DROPOUT = 0.5;

  private static final int SOME_EPOCHS = 10;

  /** A loss above this share of the constant answer's has not come far. */
  private static final double FAR = 0.4;

  /** A loss above this share has come nowhere: then the neighbours need be better by little. */
  private static final double NOWHERE = 0.8;

  private RegularizationRules() {}

  static Optional<Diagnosis> penaltyTooHigh(Observation run, LossCourse course) {
    var penalty = run.config().penalty();
    var isL1 = penalty.l1() > STRONG_L1;
    return Diagnosis.when(
        isStrong(run) && isHeldDown(run, course),
        isL1 ? Kind.L1_TOO_HIGH : Kind.L2_TOO_HIGH,
        Remedy.LighterPenalty.than(penalty),
        isL1 ? penalty.l1() : penalty.l2(),
        course.present(),
        course.constant());
  }

  static Optional<Diagnosis> dropoutTooHigh(Observation run, LossCourse course) {
    return Diagnosis.when(
        run.dropout() >= STRONG_DROPOUT && isHeldDown(run, course),
        Kind.DROPOUT_TOO_HIGH,
        Remedy.Fixed.LESS_DROPOUT,
        run.dropout(),
        course.present(),
        course.constant());
  }

  static boolean isStrong(Observation run) {
    var penalty = run.config().penalty();
    return penalty.l1() > STRONG_L1 || penalty.l2() > STRONG_L2;
  }

  private static boolean isHeldDown(Observation run, LossCourse course) {
    if (course.epochs() < SOME_EPOCHS || course.last() < FAR * course.constant()) {
      return false;
    }
    var gain = Neighbours.gain(run, course);
    if (Double.isNaN(gain)) {
      return course.last() > NOWHERE * course.constant() && !run.design().hidden().isEmpty();
    }
    return gain > (course.last() > NOWHERE * course.constant() ? 0 : 0.05);
  }
}
