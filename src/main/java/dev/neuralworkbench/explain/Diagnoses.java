package dev.neuralworkbench.explain;

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
    if (run.history().epochs() > 0 || run.history().stopReason() != null) {
      LossRules.diverged(run).ifPresent(found::add);
      DataRules.inputsNotScaled(run).ifPresent(found::add);
    }
    if (run.history().epochs() > 0
        && found.stream().noneMatch(LossDiagnosis.Diverged.class::isInstance)) {
      var course = LossCourse.of(run.history());
      var constant = ConstantAnswer.loss(run.training().targets(), run.design().loss());
      LossRules.rateTooHigh(run, course, constant).ifPresent(found::add);
      LayerRules.deadUnits(run, course, constant).ifPresent(found::add);
      LayerRules.saturated(run, course, constant).ifPresent(found::add);
      LayerRules.vanishingGradient(run, course, constant).ifPresent(found::add);
      LossRules.rateTooLow(run, course, constant).ifPresent(found::add);
      LossRules.overfitting(run, course).ifPresent(found::add);
      if (found.isEmpty()) {
        whatIsLeft(run, course, constant).ifPresent(found::add);
      }
      DataRules.classesUnbalanced(run).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** What is left if nothing simpler explains it. */
  private static Optional<? extends Diagnosis> whatIsLeft(
      Observation run, LossCourse course, double constant) {
    var plateau = LossRules.plateau(run, course, constant);
    var small = DataRules.modelTooSmall(run, course);
    return small.isEmpty() || plateau.filter(LossDiagnosis.Plateau::zeroWeights).isPresent()
        ? plateau
        : small;
  }
}
