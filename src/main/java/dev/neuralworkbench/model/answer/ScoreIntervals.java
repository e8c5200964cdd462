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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The 95 % intervals of the scores on some rows: Wilson's where a score is a share of rows, by
 * bootstrap otherwise. There are none where a row has no answer, but for shares of rows.
 */
public record ScoreIntervals(Map<Statistic, ScoreInterval> all) {

  /** What rows drawn with replacement come to. */
  private record Drawn(Scores scores, double averagePrecision, double brier) {

    ConfusionMatrix confusion() {
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
    var scores = new LinkedHashMap<Statistic, ToDoubleFunction<Drawn>>();
    addMetrics(scores, Metric.of(ProblemType.REGRESSION));
    return new ScoreIntervals(
        bootstrap(
            actual.length,
            scores,
            times -> {
              var report = RegressionReport.of(actual, predicted, times);
              return new Drawn(new Scores.OfNumbers(report, Double.NaN, 0), Double.NaN, Double.NaN);
            },
            progress));
  }

  private static ScoreIntervals ofClasses(ClassProbabilities of, Progress progress) {
    var classes = of.answers().classes().size();
    var actual = of.actual();
    var predicted = of.answers().predictedClasses();
    var matrix = ConfusionMatrix.of(actual, predicted, classes);
    var scores = new LinkedHashMap<Statistic, ToDoubleFunction<Drawn>>();
    addMetrics(scores, List.of(Metric.MCC));
    for (var c = 0; c < classes; c++) {
      var index = c;
      scores.put(
          new Statistic.OfClass(ClassScore.F1, c), it -> ClassScore.F1.of(it.confusion(), index));
    }
    for (var score : ClassScore.values()) {
      for (var average : Average.values()) {
        scores.put(new Statistic.Averaged(score, average), it -> score.of(it.confusion(), average));
      }
    }
    var isAnswered = matrix.unanswered() == 0;
    if (isAnswered) {
      addMetrics(scores, List.of(Metric.LOG_LOSS, Metric.AUC));
      scores.put(new Statistic.Brier(), Drawn::brier);
      scores.put(new Statistic.AveragePrecision(), Drawn::averagePrecision);
    }
    var ranked = isAnswered ? of.ranked() : List.<RankedRows>of();
    var losses = of.answers().logLosses(actual);
    var briers = of.briers();
    var all =
        bootstrap(
            actual.length,
            scores,
            times -> {
              var curves = ranked.stream().map(it -> it.curve(times)).toList();
              return new Drawn(
                  new Scores.OfClasses(
                      ConfusionMatrix.of(actual, predicted, times, classes),
                      Double.NaN,
                      Bootstrap.mean(times, losses),
                      ClassProbabilities.mean(curves, ThresholdCurve::area)),
                  of.averagePrecision(curves),
                  Bootstrap.mean(times, briers));
            },
            progress);
    var accuracy = ScoreInterval.wilson(matrix.correct(), matrix.rows());
    all.put(new Statistic.Of(Metric.ACCURACY), accuracy);
    for (var score : List.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.F1)) {
      if (isAnswered) {
        all.put(new Statistic.Averaged(score, Average.MICRO), accuracy); // the same number
      }
    }
    for (var score : List.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.SPECIFICITY)) {
      for (var c = 0; c < classes; c++) {
        all.put(new Statistic.OfClass(score, c), score.interval(matrix, c));
      }
    }
    return new ScoreIntervals(all);
  }

  private static void addMetrics(
      Map<Statistic, ToDoubleFunction<Drawn>> scores, List<Metric> metrics) {
    metrics.forEach(it -> scores.put(new Statistic.Of(it), drawn -> it.of(drawn.scores)));
  }

  private static Map<Statistic, ScoreInterval> bootstrap(
      int rows,
      Map<Statistic, ToDoubleFunction<Drawn>> scores,
      Function<int[], Drawn> draw,
      Progress progress) {
    var intervals =
        Bootstrap.of(
            rows,
            times -> {
              var drawn = draw.apply(times);
              return scores.values().stream().mapToDouble(it -> it.applyAsDouble(drawn)).toArray();
            },
            progress);
    var all = new LinkedHashMap<Statistic, ScoreInterval>();
    scores.keySet().forEach(it -> all.put(it, intervals[all.size()]));
    return all;
  }
}
