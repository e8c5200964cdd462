package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.study.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs of one setting: on the same rows, with choices that differ in seeds alone. Their spread says
 * what chance does to a result; one that was stopped by hand or goes on still is a group by itself.
 *
 * @param runs at least one, in the order of their numbers
 */
public record RunGroup(List<LoggedRun> runs) {

  public RunGroup {
    runs = List.copyOf(runs);
  }

  /** What runs of one group have in common. */
  record Key(String data, @Nullable Integer from, boolean anew, Experiment setting, Object rates) {

    static Key of(RunRecord run) {
      var rates = ExperimentDifference.rates(run.experiment(), run.interventions());
      return new Key(run.data(), run.from(), run.anew(), withoutSeeds(run.experiment()), rates);
    }

    private static Experiment withoutSeeds(Experiment experiment) {
      var preparation = experiment.preparation();
      return experiment
          .withPreparation(preparation.withSplit(preparation.split().withSeed(0)))
          .withTraining(experiment.training().withSeed(0));
    }
  }

  public LoggedRun first() {
    return runs.getFirst();
  }

  /** The run with the least seed: the user's own where a study began with it. */
  public LoggedRun ofFirstSeed() {
    return runs.stream()
        .min(Comparator.comparingLong(it -> it.record().experiment().training().seed()))
        .orElseThrow();
  }

  public boolean isSeveral() {
    return runs.size() > 1;
  }

  public List<RunRecord> counted() {
    return runs.stream()
        .map(LoggedRun::record)
        .filter(run -> run.result().stopReason() != null)
        .toList();
  }

  /** The validation scores of the runs that {@link #counted count} and have one. */
  public List<Double> scores() {
    return counted().stream()
        .map(run -> run.result().validationScore())
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Mean and standard deviation of a number of the runs that {@link #counted count} and have it.
   */
  public Spread spread(Function<RunRecord, @Nullable Double> number) {
    return Spread.of(
        counted().stream().map(number).filter(Objects::nonNull).mapToDouble(Double::doubleValue));
  }
}
