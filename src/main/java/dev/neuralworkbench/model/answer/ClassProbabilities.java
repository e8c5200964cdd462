package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.metrics.BrierScore;
import dev.neuralworkbench.metrics.Calibration;
import dev.neuralworkbench.metrics.RankedRows;
import dev.neuralworkbench.metrics.ThresholdCurve;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a model's probabilities are worth on some rows: of one class against the others, the
 * positive one, or of all classes.
 *
 * @param actual true class of each row. Not to be modified.
 * @param positive index of the positive class, or {@link #ALL}
 */
@SuppressWarnings("ArrayRecordComponent") // As many as rows; nobody compares them.
public record ClassProbabilities(Answers answers, int[] actual, int positive) {

  /** Stands for no class: each against the others, and the class that is predicted. */
  public static final int ALL = -1;

  /** The positive class unless another is chosen: the second of two; of more there is none. */
  public static int usual(List<String> classes) {
    return classes.size() == 2 ? 1 : ALL;
  }

  /** The rows ranked by each class; of two by the positive one alone. */
  List<RankedRows> ranked() {
    var ranks = answers.ranks();
    var classes = answers.classes().size();
    return (classes == 2 && positive != ALL ? IntStream.of(positive) : IntStream.range(0, classes))
        .mapToObj(c -> RankedRows.of(ranks, actual, c))
        .toList();
  }

  /**
   * Average precision of the positive class; of all classes the mean of those that occur. NaN where
   * a row has no answer.
   */
  public double averagePrecision() {
    return answers.unanswered() > 0
        ? Double.NaN
        : averagePrecision(ranked().stream().map(RankedRows::curve).toList());
  }

  /** The same by the curves of the {@link #ranked} rows. */
  double averagePrecision(List<ThresholdCurve> curves) {
    return positive == ALL || curves.size() == 1
        ? mean(curves, ThresholdCurve::averagePrecision)
        : curves.get(positive).averagePrecision();
  }

  /** The mean of the areas that exist; NaN where none does. */
  static double mean(List<ThresholdCurve> curves, ToDoubleFunction<ThresholdCurve> area) {
    return curves.stream()
        .mapToDouble(area)
        .filter(it -> !Double.isNaN(it))
        .average()
        .orElse(Double.NaN);
  }

  /** {@link BrierScore} of the positive class, or of all; NaN where a row has no answer. */
  public double brier() {
    return Arrays.stream(briers()).average().orElse(Double.NaN);
  }

  double[] briers() {
    return IntStream.range(0, actual.length)
        .mapToDouble(
            row ->
                positive == ALL
                    ? BrierScore.ofRow(answers.probabilities(row), actual[row])
                    : BrierScore.ofRow(answers.probability(row, positive), actual[row] == positive))
        .toArray();
  }

  /** The probability of the positive class, or of the class predicted; NaN without an answer. */
  public double[] said() {
    return IntStream.range(0, actual.length)
        .mapToDouble(
            row -> answers.isAnswered(row) ? answers.probability(row, subject(row)) : Double.NaN)
        .toArray();
  }

  /** Whether it came true: the row is of that class. */
  public boolean[] came() {
    var came = new boolean[actual.length];
    for (var row = 0; row < came.length; row++) {
      came[row] = actual[row] == subject(row);
    }
    return came;
  }

  private int subject(int row) {
    return positive == ALL ? answers.predictedClass(row) : positive;
  }

  public Calibration calibration() {
    return Calibration.of(said(), came());
  }
}
