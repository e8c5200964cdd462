package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.metrics.Bootstrap;
import dev.neuralworkbench.metrics.Calibration;
import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.metrics.ThresholdCurve;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Intervals and probabilities of the reference case. */
class ScoreIntervalsTest {

  private static final double CLOSE = 1e-9;

  private static Dataset rows(ReferenceCase of, RowPart part) {
    return PreparedData.of(of.model().experiment().preparation(), ReferenceCase.table()).rows(part);
  }

  private static ClassProbabilities probabilities(RowPart part, int positive) {
    var rows = rows(ReferenceCase.KIND, part);
    return new ClassProbabilities(
        ReferenceCase.KIND.predictor().predict(rows),
        ((ClassTargets) rows.targets()).classes(),
        positive);
  }

  @Test
  void probabilitiesAreWorthWhatScikitLearnSays() {
    for (var part : RowPart.values()) {
      var scores = ReferenceCase.KIND.expected(part);
      var expected = scores.getAsJsonObject("more");
      var all = probabilities(part, ClassProbabilities.ALL);
      assertEquals(expected.get("average_precision").getAsDouble(), all.averagePrecision(), CLOSE);
      assertEquals(expected.get("brier").getAsDouble(), all.brier(), CLOSE);
      var classes = expected.getAsJsonArray("of");
      for (var c = 0; c < classes.size(); c++) {
        var of = classes.get(c).getAsJsonObject();
        var one = probabilities(part, c);
        assertEquals(of.get("average_precision").getAsDouble(), one.averagePrecision(), CLOSE);
        assertEquals(of.get("brier").getAsDouble(), one.brier(), CLOSE);
        var shares = of.getAsJsonArray("share").asList();
        var filled = one.calibration().bins().stream().filter(it -> it.rows() > 0).toList();
        assertArrayEquals(
            shares.stream().mapToDouble(it -> it.getAsDouble()).toArray(),
            filled.stream().mapToDouble(Calibration.Bin::share).toArray(),
            CLOSE);
      }
      var losses = Arrays.stream(all.answers().logLosses(all.actual())).average().orElseThrow();
      assertEquals(scores.get("log_loss").getAsDouble(), losses, CLOSE);
    }
  }

  /** Without a positive class it is the predicted one whose probability is looked at. */
  @Test
  void calibrationOfAllClassesIsThatOfThePredictedOne() {
    var of = probabilities(RowPart.TEST, ClassProbabilities.ALL);
    var bins = of.calibration().bins();
    var right = IntStream.range(0, of.actual().length).filter(row -> of.came()[row]).count();
    assertEquals(right, bins.stream().mapToInt(Calibration.Bin::came).sum());
    assertEquals(0, bins.getFirst().rows(), "of three classes the largest has a third at least");
  }

  private static ScoreInterval percentiles(int rows, Function<int[], Double> of) {
    return Bootstrap.of(
        rows,
        counts -> {
          // Each draw as the rows that were drawn, not as their counts.
          var drawn =
              IntStream.range(0, rows)
                  .flatMap(row -> IntStream.generate(() -> row).limit(counts[row]))
                  .toArray();
          return new double[] {of.apply(drawn)};
        },
        Progress.NONE)[0];
  }

  private static void same(ScoreInterval expected, ScoreInterval found, String of) {
    assertEquals(expected.low(), found.low(), CLOSE, of);
    assertEquals(expected.high(), found.high(), CLOSE, of);
  }

  private static int[] pick(int[] from, int[] rows) {
    return IntStream.of(rows).map(row -> from[row]).toArray();
  }

  @Test
  void intervalsOfClassesAreThoseOfTheRowsDrawn() {
    var of = probabilities(RowPart.TRAINING, 2);
    var actual = of.actual();
    var answers = of.answers();
    var predicted = answers.predictedClasses();
    var targets = rows(ReferenceCase.KIND, RowPart.TRAINING).targets();
    var found = ScoreIntervals.of(answers, targets, 2, Progress.NONE);
    Function<int[], ConfusionMatrix> report =
        rows -> ConfusionMatrix.of(pick(actual, rows), pick(predicted, rows), 3);
    var rows = actual.length;
    same(percentiles(rows, it -> report.apply(it).matthews()), found.of(Metric.MCC), "mcc");
    same(
        percentiles(rows, it -> ClassScore.F1.of(report.apply(it), Average.MACRO)),
        found.of(new Statistic.Averaged(ClassScore.F1, Average.MACRO)),
        "macro F1");
    same(
        percentiles(rows, it -> ClassScore.F1.of(report.apply(it), 1)),
        found.of(new Statistic.OfClass(ClassScore.F1, 1)),
        "F1");
    Function<int[], Answers> some =
        it -> new Answers(answers.target(), part(answers, it), answers.function());
    same(
        percentiles(rows, it -> ThresholdCurve.area(some.apply(it).ranks(), pick(actual, it))),
        found.of(Metric.AUC),
        "AUC");
    same(
        percentiles(rows, it -> some.apply(it).logLoss(pick(actual, it))),
        found.of(Metric.LOG_LOSS),
        "log loss");
    Function<int[], ClassProbabilities> drawn =
        it -> new ClassProbabilities(some.apply(it), pick(actual, it), 2);
    same(
        percentiles(rows, it -> drawn.apply(it).averagePrecision()),
        found.of(new Statistic.AveragePrecision()),
        "average precision");
    same(
        percentiles(rows, it -> drawn.apply(it).brier()), found.of(new Statistic.Brier()), "Brier");
    var matrix = ConfusionMatrix.of(actual, predicted, 3);
    assertEquals(ScoreInterval.wilson(matrix.correct(), rows), found.of(Metric.ACCURACY));
    assertEquals(
        ScoreInterval.wilson(matrix.count(1, 1), matrix.support(1)),
        found.of(new Statistic.OfClass(ClassScore.RECALL, 1)));
  }

  /** A share of errors among twice as many places as rows: the interval of the accuracy, halved. */
  @Test
  void theMicroSpecificityOfThreeClassesHasTheIntervalOfTheAccuracy() {
    var of = probabilities(RowPart.TEST, ClassProbabilities.ALL);
    var targets = rows(ReferenceCase.KIND, RowPart.TEST).targets();
    var found = ScoreIntervals.of(of.answers(), targets, ClassProbabilities.ALL, Progress.NONE);
    var matrix = ConfusionMatrix.of(of.actual(), of.answers().predictedClasses(), 3);
    var wrong = matrix.rows() - matrix.correct();
    assertEquals(
        1 - wrong / (2.0 * matrix.rows()), ClassScore.SPECIFICITY.of(matrix, Average.MICRO), CLOSE);
    var errors = ScoreInterval.wilson(wrong, matrix.rows());
    same(
        new ScoreInterval(1 - errors.high() / 2, 1 - errors.low() / 2),
        found.of(new Statistic.Averaged(ClassScore.SPECIFICITY, Average.MICRO)),
        "micro specificity");
  }

  private static DMatrixRMaj part(Answers answers, int[] rows) {
    var all = answers.outputs();
    var some = all.createLike();
    some.reshape(rows.length, all.numCols);
    for (var i = 0; i < rows.length; i++) {
      for (var c = 0; c < all.numCols; c++) {
        some.set(i, c, all.get(rows[i], c));
      }
    }
    return some;
  }

  @Test
  void intervalsOfNumbersAreThoseOfTheRowsDrawn() {
    var rows = rows(ReferenceCase.HEIGHT, RowPart.TRAINING);
    var answers = ReferenceCase.HEIGHT.predictor().predict(rows);
    var target = (NumberTarget) answers.target();
    var values = ((ValueTargets) rows.targets()).values();
    var found = ScoreIntervals.of(answers, rows.targets(), ClassProbabilities.ALL, Progress.NONE);
    var count = answers.rows();
    Function<int[], RegressionReport> report =
        it ->
            RegressionReport.of(
                IntStream.of(it).mapToDouble(row -> target.decode(values.get(row, 0))).toArray(),
                IntStream.of(it).mapToDouble(answers::number).toArray());
    same(percentiles(count, it -> report.apply(it).r2()), found.of(Metric.R2), "R²");
    same(percentiles(count, it -> report.apply(it).rmse()), found.of(Metric.RMSE), "RMSE");
    same(percentiles(count, it -> report.apply(it).mae()), found.of(Metric.MAE), "MAE");
    same(percentiles(count, it -> report.apply(it).mape()), found.of(Metric.MAPE), "MAPE");
    var judged = ReferenceCase.HEIGHT.judged(RowPart.TRAINING).network();
    var mape = found.of(Metric.MAPE);
    assertTrue(mape.low() < Metric.MAPE.of(judged) && Metric.MAPE.of(judged) < mape.high());
  }

  @Test
  void oneRowHasTheIntervalsOfItsShareAlone() {
    var all = rows(ReferenceCase.KIND, RowPart.TEST);
    var answers = ReferenceCase.KIND.predictor().predict(all);
    var one = new Answers(answers.target(), part(answers, new int[] {0}), answers.function());
    var classes = new int[] {((ClassTargets) all.targets()).classes()[0]};
    var found =
        ScoreIntervals.of(
            one, new ClassTargets(classes, 3, null, false), ClassProbabilities.ALL, Progress.NONE);
    assertFalse(found.of(Metric.AUC).exists());
    assertTrue(found.of(Metric.ACCURACY).high() - found.of(Metric.ACCURACY).low() > 0.7);
  }
}
