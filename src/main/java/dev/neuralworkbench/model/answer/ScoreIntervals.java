package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.metrics.Bootstrap;
import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.RankedRows;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.metrics.ThresholdCurve;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The 95 % intervals of the scores on some rows: Wilson's where a score is a share of rows, by
 * bootstrap otherwise. There are none where a row has no answer, but for shares of rows.
 */
public record ScoreIntervals(Map<Statistic, ScoreInterval> all) {

  /** What rows drawn with replacement come to. */
  private record Drawn(Scores scores, double averagePrecision, double brier) {

    double value(Statistic statistic) {
      return switch (statistic) {
        case Statistic.Of(var metric) -> metric.of(scores);
        case Statistic.OfClass(var score, var c) -> score.of(confusion(), c);
        case Statistic.Averaged(var score, var average) -> score.of(confusion(), average);
        case Statistic.AveragePrecision _ -> averagePrecision;
        case Statistic.Brier _ -> brier;
      };
    }

    private ConfusionMatrix confusion() {
      return ((Scores.OfClasses) scores).confusion();
    }
  }

  public ScoreInterval of(Statistic statistic) {
    return all.getOrDefault(statistic, ScoreInterval.NONE);
  }

  public ScoreInterval of(Metric metric) {
    return of(new Statistic.Of(metric));
  }

  /**
   * Computes them; takes time, so in the background.
   *
   * @param positive the class that average precision and Brier score look at; see {@link
   *     ClassProbabilities}
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static ScoreIntervals of(
      Answers answers, Targets targets, int positive, Progress progress) {
    return switch (targets) {
      case ClassTargets classes ->
          ofClasses(new ClassProbabilities(answers, classes.classes(), positive), progress);
      case ValueTargets values -> ofNumbers(answers, values, progress);
    };
  }

  private static ScoreIntervals ofNumbers(Answers answers, ValueTargets values, Progress progress) {
    if (answers.unanswered() > 0) {
      return new ScoreIntervals(Map.of());
    }
    var target = (NumberTarget) answers.target();
    var actual = target.decode(values.values());
    var predicted = target.decode(answers.outputs());
    var all = Metric.of(ProblemType.REGRESSION).stream().<Statistic>map(Statistic.Of::new).toList();
    return new ScoreIntervals(
        bootstrap(
            actual.length,
            all,
            times -> {
              var report = RegressionReport.of(actual, predicted, times);
              var scores = new Scores.OfNumbers(report, Double.NaN, 0);
              return new Drawn(scores, Double.NaN, Double.NaN);
            },
            progress));
  }

  private static ScoreIntervals ofClasses(ClassProbabilities of, Progress progress) {
    var classes = of.answers().classes().size();
    var actual = of.actual();
    var predicted = of.answers().predictedClasses();
    var matrix = ConfusionMatrix.of(actual, predicted, classes);
    var drawn = new ArrayList<Statistic>(List.of(new Statistic.Of(Metric.MCC)));
    IntStream.range(0, classes).forEach(c -> drawn.add(new Statistic.OfClass(ClassScore.F1, c)));
    for (var score : ClassScore.values()) {
      Stream.of(Average.values()).forEach(it -> drawn.add(new Statistic.Averaged(score, it)));
    }
    var ranked = new ArrayList<RankedRows>();
    if (matrix.unanswered() == 0) {
      ranked.addAll(of.ranked());
      Stream.of(Metric.LOG_LOSS, Metric.AUC).map(Statistic.Of::new).forEach(drawn::add);
      drawn.addAll(List.of(new Statistic.AveragePrecision(), new Statistic.Brier()));
    }
    var losses = of.answers().logLosses(actual);
    var briers = of.briers();
    var all =
        bootstrap(
            actual.length,
            drawn,
            times -> {
              var curves = ranked.stream().map(it -> it.curve(times)).toList();
              var scores =
                  new Scores.OfClasses(
                      ConfusionMatrix.of(actual, predicted, times, classes),
                      Double.NaN,
                      Bootstrap.mean(times, losses),
                      ClassProbabilities.mean(curves, ThresholdCurve::area));
              return new Drawn(
                  scores,
                  curves.isEmpty() ? Double.NaN : of.averagePrecision(curves),
                  Bootstrap.mean(times, briers));
            },
            progress);
    var accuracy = ScoreInterval.wilson(matrix.correct(), matrix.rows());
    all.put(new Statistic.Of(Metric.ACCURACY), accuracy);
    if (matrix.unanswered() == 0) {
      for (var score : List.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.F1)) {
        all.put(new Statistic.Averaged(score, Average.MICRO), accuracy); // the same number
      }
      // Each error is a false positive of one class: 1 − (1 − accuracy) / (classes − 1).
      var others = classes - 1;
      var specificity =
          new ScoreInterval(1 - (1 - accuracy.low()) / others, 1 - (1 - accuracy.high()) / others);
      all.put(new Statistic.Averaged(ClassScore.SPECIFICITY, Average.MICRO), specificity);
    }
    for (var score : List.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.SPECIFICITY)) {
      for (var c = 0; c < classes; c++) {
        all.put(new Statistic.OfClass(score, c), score.interval(matrix, c));
      }
    }
    return new ScoreIntervals(all);
  }

  private static Map<Statistic, ScoreInterval> bootstrap(
      int rows, List<Statistic> statistics, Function<int[], Drawn> draw, Progress progress) {
    var intervals =
        Bootstrap.of(
            rows,
            times -> {
              var drawn = draw.apply(times);
              return statistics.stream().mapToDouble(drawn::value).toArray();
            },
            progress);
    var all = new HashMap<Statistic, ScoreInterval>();
    IntStream.range(0, intervals.length).forEach(i -> all.put(statistics.get(i), intervals[i]));
    return all;
  }
}
