package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.metrics.Bootstrap;
import dev.neuralworkbench.metrics.ScoreGap;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the scores of a network on some rows: how sure they are, what the probabilities
 * are worth, and how they compare with those on the training rows. The same for the window, the
 * command line and the report.
 *
 * @param probabilities null for numbers
 * @param gap to the training rows; null where it is not known, or these are the training rows
 */
public record ScoreDetails(
    ScoreIntervals intervals, @Nullable ClassProbabilities probabilities, @Nullable ScoreGap gap) {

  /** A score with its interval. */
  private record Measured(double score, ScoreInterval interval) {}

  /**
   * The details; takes time, so in the background.
   *
   * @param positive see {@link ClassProbabilities}
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static ScoreDetails of(Answers answers, Targets targets, int positive, Progress progress) {
    return new ScoreDetails(
        ScoreIntervals.of(answers, targets, positive, progress),
        targets instanceof ClassTargets classes
            ? new ClassProbabilities(answers, classes.classes(), positive)
            : null,
        null);
  }

  /** The same with the gap to some training rows, of {@link #gap}. */
  public ScoreDetails with(@Nullable ScoreGap found) {
    return new ScoreDetails(intervals, probabilities, found);
  }

  /**
   * How much better a network does on its training rows than on others: in accuracy, for numbers in
   * RMSE. Takes time, as above.
   */
  public static ScoreGap gap(
      Answers training, Targets ofTraining, Answers heldOut, Targets ofHeldOut, Progress progress) {
    var here = measured(training, ofTraining, progress);
    var there = measured(heldOut, ofHeldOut, progress);
    return ScoreGap.of(
        here.score, here.interval, there.score, there.interval, ofTraining instanceof ClassTargets);
  }

  private static Measured measured(Answers answers, Targets targets, Progress progress) {
    return switch (targets) {
      case ClassTargets classes -> {
        var actual = classes.classes();
        var right =
            IntStream.range(0, actual.length)
                .filter(row -> answers.predictedClass(row) == actual[row])
                .count();
        yield new Measured(
            right / (double) actual.length, ScoreInterval.wilson(right, actual.length));
      }
      case ValueTargets values -> {
        var errors = NumberErrors.of(answers, values);
        var once = new int[errors.rows()];
        Arrays.fill(once, 1);
        yield new Measured(
            errors.rmse(once),
            Bootstrap.of(once.length, it -> new double[] {errors.rmse(it)}, progress)[0]);
      }
    };
  }
}
