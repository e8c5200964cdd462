package dev.neuralworkbench.explain.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what keeps a run from learning well. Each rule has thresholds of its own, chosen so that it
 * is silent on runs that go well; they are rules of experience, not laws. A rule that needs a
 * measurement is silent without one.
 */
public final class Diagnoses {

  private Diagnoses() {}

  /** What is found, the most important first; takes some milliseconds for small networks. */
  public static List<Diagnosis> of(Observation run) {
    var found = new ArrayList<Diagnosis>();
    var epochs = run.history().epochs();
    if (epochs > 0 || run.history().stopReason() != null) {
      cause(run).ifPresent(found::add);
    }
    if (epochs > 0 && found.stream().noneMatch(LossDiagnosis.Diverged.class::isInstance)) {
      DataRules.classesUnbalanced(run).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /**
   * The first of the causes that explains a run which does not learn. One alone: what comes after
   * it in the list is often its effect, and what helps against an effect does not help.
   */
  private static Optional<Diagnosis> cause(Observation run) {
    var unscaled = DataRules.inputsNotScaled(run);
    if (unscaled.isPresent() || run.history().epochs() == 0) {
      return unscaled.or(() -> LossRules.diverged(run));
    }
    var course = LossCourse.of(run.history());
    var constant = constant(run);
    return LossRules.diverged(run)
        .or(() -> RegularizationRules.penaltyTooHigh(run, course, constant))
        .or(() -> RegularizationRules.dropoutTooHigh(run, course, constant))
        .or(() -> LayerRules.deadUnits(run, course, constant))
        .or(() -> LossRules.rateTooHigh(run, course, constant))
        .or(() -> LayerRules.saturated(run, course, constant))
        .or(() -> LayerRules.vanishingGradient(run, course, constant))
        .or(() -> LossRules.overfitting(run, course, constant))
        .or(() -> LossRules.rateTooLow(run, course, constant))
        .or(() -> whatIsLeft(run, course, constant));
  }

  private static double constant(Observation run) {
    return ConstantAnswer.loss(run.training().targets(), run.design().loss());
  }

  /** What is left if nothing simpler explains it. */
  private static Optional<Diagnosis> whatIsLeft(
      Observation run, LossCourse course, double constant) {
    var plateau = LossRules.plateau(run, course, constant);
    var small = DataRules.modelTooSmall(run, course);
    return small.isEmpty()
            || plateau.filter(it -> it.cause() == PlateauCause.ZERO_WEIGHTS).isPresent()
        ? plateau.map(it -> it)
        : small;
  }
}
