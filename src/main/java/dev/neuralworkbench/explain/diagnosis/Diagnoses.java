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

  /** A remedy that lowers the loss by a smaller share does not help. */
  private static final double LEAST_GAIN = 0.01;

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
   * The first of the causes that explains a run which does not learn, and whose remedy lowers the
   * loss when it is tried. One alone: what comes after it in the list is often its effect, and what
   * helps against an effect does not help.
   */
  private static Optional<Diagnosis> cause(Observation run) {
    var unscaled = DataRules.inputsNotScaled(run);
    if (unscaled.isPresent() || run.history().epochs() == 0) {
      return unscaled.or(() -> LossRules.diverged(run));
    }
    var course = LossCourse.of(run);
    return LossRules.diverged(run)
        .or(() -> tried(run, RegularizationRules.penaltyTooHigh(run, course)))
        .or(() -> tried(run, RegularizationRules.dropoutTooHigh(run, course)))
        .or(() -> tried(run, LayerRules.deadUnits(run, course)))
        .or(() -> tried(run, LossRules.rateTooHigh(run, course)))
        .or(() -> tried(run, LayerRules.saturated(run, course)))
        .or(() -> tried(run, LayerRules.vanishingGradient(run, course)))
        .or(() -> LossRules.overfitting(run, course))
        .or(() -> tried(run, LossRules.rateTooLow(run, course)))
        .or(() -> tried(run, DataRules.modelTooSmall(run, course)))
        .or(() -> tried(run, LossRules.plateau(run, course)))
        .or(() -> LossRules.plateau(run, course).map(Diagnosis::withoutRemedy));
  }

  /** Nothing where there is a remedy that does not help. */
  private static Optional<Diagnosis> tried(Observation run, Optional<Diagnosis> found) {
    return found.filter(
        it -> it.remedy() == null || Trial.of(run, it.remedy()).gain() > LEAST_GAIN);
  }
}
