package dev.neuralworkbench.model;

import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One training that was started: with what, how it went, and what it came to.
 *
 * @param number its number in the log, from 1 on
 * @param data hash of the rows it was run on: scores on other rows are not compared
 * @param experiment the choices it was run with, with the epochs of the whole run
 * @param anew whether its weights follow from its seed, since it began with new ones or goes on
 *     with a run that did: then it can be trained again
 * @param from the run that it goes on with, or whose weights it began with; null for new weights,
 *     or where that run is not in the log
 * @param interventions what was done to it while it went
 * @param testScore accuracy or R² of the test rows, once somebody looked at it; null before
 * @param after epoch of {@code from} whose weights it began with; null where these were its last
 */
public record RunRecord(
    int number,
    String data,
    Experiment experiment,
    boolean anew,
    @Nullable Integer from,
    RunResult result,
    RunCurve curve,
    List<Intervention> interventions,
    @Nullable Double testScore,
    @Nullable Integer after) {

  /** How many times the first epoch's loss the last one's is where a run diverged. */
  private static final double GROWN = 10;

  public RunRecord {
    interventions = List.copyOf(interventions);
  }

  public ExperimentDifference differenceTo(RunRecord other) {
    return ExperimentDifference.between(
        experiment, interventions, other.experiment, other.interventions);
  }

  RunRecord with(RunResult result, TrainingHistory history) {
    var curve = RunCurve.of(history);
    var steps = history.interventions();
    return new RunRecord(
        number, data, experiment, anew, from, result, curve, steps, testScore, after);
  }

  /**
   * Whether its loss grew so far above that of its first epoch that it diverged, though to no
   * infinite number before its epochs were done.
   */
  public boolean hasGrown() {
    var loss = result.trainingLoss();
    var first = curve.training().isEmpty() ? 0 : curve.training().getFirst();
    return loss != null && loss > 1 && loss > GROWN * first;
  }

  RunRecord numbered(int number) {
    return Records.with(this, "number", number);
  }
}
