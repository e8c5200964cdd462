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
    if (epochs > 0 && found.stream().noneMatch(it -> it.id().equals("diverged"))) {
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
    var course = LossCourse.of(run);
    return LossRules.diverged(run)
        .or(() -> RegularizationRules.penaltyTooHigh(run, course))
        .or(() -> RegularizationRules.dropoutTooHigh(run, course))
        .or(() -> LayerRules.deadUnits(run, course))
        .or(() -> LossRules.rateTooHigh(run, course))
        .or(() -> LayerRules.saturated(run, course))
        .or(() -> LayerRules.vanishingGradient(run, course))
        .or(() -> LossRules.overfitting(run, course))
        .or(() -> LossRules.rateTooLow(run, course))
        .or(() -> whatIsLeft(run, course));
  }

  /** What is left if nothing simpler explains it. */
  private static Optional<Diagnosis> whatIsLeft(Observation run, LossCourse course) {
    var plateau = LossRules.plateau(run, course);
    var small = DataRules.modelTooSmall(run, course);
    return small.isEmpty()
            || plateau.filter(it -> it.remedy() instanceof Remedy.StartingWeights).isPresent()
        ? plateau
        : small;
  }
}
