package dev.neuralworkbench.explain.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
    var trials = new Trials(run);
    return LossRules.diverged(run)
        .or(() -> tried(trials, RegularizationRules.penaltyTooHigh(run, course)))
        .or(() -> tried(trials, RegularizationRules.dropoutTooHigh(run, course)))
        .or(() -> tried(trials, LayerRules.deadUnits(run, course)))
        .or(() -> tried(trials, LossRules.rateTooHigh(run, course)))
        .or(() -> tried(trials, LayerRules.saturated(run, course)))
        .or(() -> tried(trials, LayerRules.vanishingGradient(run, course, trials)))
        .or(() -> LossRules.overfitting(run, course))
        .or(() -> tried(trials, LossRules.rateTooLow(run, course)))
        .or(() -> tooSmall(run, course, trials))
        .or(() -> tried(trials, LossRules.plateau(run, course)))
        .or(() -> LossRules.plateau(run, course).map(Diagnosis::withoutRemedy));
  }

  /** Nothing where there is a remedy that does not help. */
  private static Optional<Diagnosis> tried(Trials trials, Optional<Diagnosis> found) {
    return found.filter(it -> it.remedy() == null || trials.gain(it.remedy()) > LEAST_GAIN);
  }

  /** Where longer steps of the same network help as much as a larger one, the rate is the cause. */
  private static Optional<Diagnosis> tooSmall(Observation run, LossCourse course, Trials trials) {
    return tried(trials, DataRules.modelTooSmall(run, course)).stream()
        .flatMap(small -> Stream.of(higher(run, course, 10), higher(run, course, 100), small))
        .filter(it -> tried(trials, Optional.of(it)).isPresent()) // Neither has one diverged.
        .max(Comparator.comparingDouble(it -> trials.gain(Objects.requireNonNull(it.remedy()))));
  }

  private static Diagnosis higher(Observation run, LossCourse course, int times) {
    return LossRules.slow(run, course, times * run.rate());
  }
}
