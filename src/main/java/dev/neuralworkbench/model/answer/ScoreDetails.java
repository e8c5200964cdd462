package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.Measured;
import dev.neuralworkbench.metrics.ScoreGap;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the scores of a network on some rows: how sure they are, what the probabilities
 * are worth, and how they compare with those on the training rows. The same for the window, the
 * command line and the report.
 *
 * @param probabilities null for numbers
 * @param gap to the training rows; null where it is not known, or these are the training rows
 * @param lossGap the same of the log loss; null of numbers, too
 */
public record ScoreDetails(
    ScoreIntervals intervals,
    @Nullable ClassProbabilities probabilities,
    @Nullable ScoreGap gap,
    @Nullable ScoreGap lossGap) {

  /**
   * The details; takes time, so in the background.
   *
   * @param answers those for the part
   * @param positive see {@link ClassProbabilities}
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static ScoreDetails of(
      ModelPredictor predictor,
      PreparedData data,
      RowPart part,
      Answers answers,
      int positive,
      Progress progress) {
    var targets = data.rows(part).targets();
    var details = of(answers, targets, positive, progress);
    var training = data.training();
    if (part == RowPart.TRAINING || training.rows() == 0) {
      return details;
    }
    var learned = predictor.predict(training, progress);
    var here = measured(learned, training.targets(), progress);
    var there = measured(answers, targets, progress);
    var gap = ScoreGap.of(here, there, targets instanceof ClassTargets);
    var lossGap =
        targets instanceof ClassTargets of && training.targets() instanceof ClassTargets ofLearned
            ? ScoreGap.of(logLoss(learned, ofLearned), logLoss(answers, of), false)
            : null;
    return new ScoreDetails(details.intervals, details.probabilities, gap, lossGap);
  }

  /** The same of rows of any table, without a gap. */
  public static ScoreDetails of(Answers answers, Targets targets, int positive, Progress progress) {
    return new ScoreDetails(
        ScoreIntervals.of(answers, targets, positive, progress),
        targets instanceof ClassTargets classes
            ? new ClassProbabilities(answers, classes.classes(), positive)
            : null,
        null,
        null);
  }

  private static Measured logLoss(Answers answers, ClassTargets targets) {
    var losses = answers.logLosses(targets.classes());
    return new Measured(answers.logLoss(targets.classes()), ScoreInterval.ofMean(losses));
  }

  /** What a gap is told of: the accuracy, for numbers the RMSE. */
  private static Measured measured(Answers answers, Targets targets, Progress progress) {
    return switch (targets) {
      case ClassTargets classes -> {
        var matrix =
            ConfusionMatrix.of(classes.classes(), answers.predictedClasses(), classes.classCount());
        yield new Measured(
            matrix.accuracy(), ScoreInterval.wilson(matrix.correct(), matrix.rows()));
      }
      case ValueTargets _ ->
          new Measured(
              Metric.RMSE.of(Scores.of(answers, targets, Double.NaN)),
              ScoreIntervals.of(answers, targets, ClassProbabilities.ALL, progress)
                  .of(Metric.RMSE));
    };
  }
}
