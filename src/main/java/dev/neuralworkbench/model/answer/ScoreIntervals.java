package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.metrics.Bootstrap;
import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassificationReport;
import dev.neuralworkbench.metrics.ClassificationReport.Average;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.RankedRows;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
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

  /** Rows drawn with replacement: how often each, and what they come to. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Drawn(int[] counts, ConfusionMatrix matrix, List<RankedRows.Areas> areas) {}

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
      case ValueTargets values -> ofNumbers(NumberErrors.of(answers, values), progress);
    };
  }

  private static ScoreIntervals ofClasses(ClassProbabilities of, Progress progress) {
    var classes = of.answers().classes().size();
    var actual = of.actual();
    var predicted = of.answers().predictedClasses();
    var matrix = ConfusionMatrix.of(actual, predicted, classes);
    var ranked = new ArrayList<RankedRows>();
    var scores = new LinkedHashMap<Statistic, ToDoubleFunction<Drawn>>();
    addShares(scores, classes);
    if (of.answers().unanswered() == 0) {
      of.ranked().forEach(ranked::add);
      addProbabilities(scores, of);
    }
    var all =
        bootstrap(
            actual.length,
            scores,
            counts ->
                new Drawn(
                    counts,
                    ConfusionMatrix.of(actual, predicted, counts, classes),
                    ranked.stream().map(it -> it.areas(counts)).toList()),
            progress);
    var accuracy = ScoreInterval.wilson(matrix.correct(), matrix.rows());
    all.put(new Statistic.Of(Metric.ACCURACY), accuracy);
    for (var score : List.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.F1)) {
      if (matrix.unanswered() == 0) {
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

  private static void addShares(Map<Statistic, ToDoubleFunction<Drawn>> scores, int classes) {
    scores.put(
        new Statistic.Of(Metric.MCC), drawn -> new ClassificationReport(drawn.matrix).matthews());
    for (var c = 0; c < classes; c++) {
      var index = c;
      scores.put(
          new Statistic.OfClass(ClassScore.F1, c), drawn -> ClassScore.F1.of(drawn.matrix, index));
    }
    for (var score : ClassScore.values()) {
      for (var average : Average.values()) {
        scores.put(
            new Statistic.Averaged(score, average), drawn -> score.of(drawn.matrix, average));
      }
    }
  }

  private static void addProbabilities(
      Map<Statistic, ToDoubleFunction<Drawn>> scores, ClassProbabilities of) {
    var losses = of.logLosses();
    var briers = of.briers();
    scores.put(new Statistic.Of(Metric.LOG_LOSS), drawn -> Bootstrap.mean(drawn.counts, losses));
    scores.put(new Statistic.Brier(), drawn -> Bootstrap.mean(drawn.counts, briers));
    scores.put(new Statistic.Of(Metric.AUC), drawn -> mean(drawn.areas, RankedRows.Areas::roc));
    scores.put(
        new Statistic.AveragePrecision(),
        drawn ->
            mean(
                drawn.areas.size() > 1 && of.positive() != ClassProbabilities.ALL
                    ? List.of(drawn.areas.get(of.positive()))
                    : drawn.areas,
                RankedRows.Areas::averagePrecision));
  }

  private static double mean(
      List<RankedRows.Areas> areas, ToDoubleFunction<RankedRows.Areas> area) {
    return areas.stream()
        .mapToDouble(area)
        .filter(it -> !Double.isNaN(it))
        .average()
        .orElse(Double.NaN);
  }

  private static ScoreIntervals ofNumbers(NumberErrors errors, Progress progress) {
    var scores = new LinkedHashMap<Statistic, ToDoubleFunction<int[]>>();
    scores.put(new Statistic.Of(Metric.R2), errors::r2);
    scores.put(new Statistic.Of(Metric.RMSE), errors::rmse);
    scores.put(new Statistic.Of(Metric.MAE), errors::mae);
    scores.put(new Statistic.Of(Metric.MAPE), errors::mape);
    return new ScoreIntervals(bootstrap(errors.rows(), scores, counts -> counts, progress));
  }

  private static <D> Map<Statistic, ScoreInterval> bootstrap(
      int rows,
      Map<Statistic, ToDoubleFunction<D>> scores,
      Function<int[], D> draw,
      Progress progress) {
    var intervals =
        Bootstrap.of(
            rows,
            counts -> {
              var drawn = draw.apply(counts);
              return scores.values().stream().mapToDouble(it -> it.applyAsDouble(drawn)).toArray();
            },
            progress);
    var all = new LinkedHashMap<Statistic, ScoreInterval>();
    var i = 0;
    for (var statistic : scores.keySet()) {
      all.put(statistic, intervals[i++]);
    }
    return all;
  }
}
