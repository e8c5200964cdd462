package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.metrics.BrierScore;
import dev.neuralworkbench.metrics.Calibration;
import dev.neuralworkbench.metrics.PrecisionRecallCurve;
import dev.neuralworkbench.metrics.RankedRows;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

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

  /** A probability below the spacing of doubles at 1 counts as that, where there is no logit. */
  private static final double LEAST = 0x1p-52;

  /** The positive class unless another is chosen: the second of two; of more there is none. */
  public static int usual(List<String> classes) {
    return classes.size() == 2 ? 1 : ALL;
  }

  /** The classes looked at: the positive one, or each of them. */
  private IntStream classes() {
    return positive == ALL ? IntStream.range(0, answers.classes().size()) : IntStream.of(positive);
  }

  /** The rows ranked for the areas: by each class, of two by the positive one alone. */
  List<RankedRows> ranked() {
    var classes = answers.classes().size();
    var ranks = answers.ranks();
    return (classes == 2 ? classes() : IntStream.range(0, classes))
        .mapToObj(c -> new RankedRows(ranks(ranks, c), isOf(c)))
        .toList();
  }

  public PrecisionRecallCurve precisionRecall(int c) {
    return PrecisionRecallCurve.of(ranks(answers.ranks(), c), isOf(c));
  }

  /** Positions of the rows that rank at a threshold or above, the surest first. */
  public List<Integer> atLeast(int c, double threshold) {
    var ranks = ranks(answers.ranks(), c);
    return IntStream.range(0, ranks.length)
        .filter(row -> ranks[row] >= threshold)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -ranks[row]))
        .toList();
  }

  private boolean[] isOf(int c) {
    var of = new boolean[actual.length];
    for (var row = 0; row < of.length; row++) {
      of[row] = actual[row] == c;
    }
    return of;
  }

  private double[] ranks(DMatrixRMaj ranks, int c) {
    return IntStream.range(0, actual.length).mapToDouble(row -> rank(ranks, row, c)).toArray();
  }

  /** A single column is that of the second class of two, and turned round that of the first. */
  private static double rank(DMatrixRMaj ranks, int row, int c) {
    return ranks.numCols > 1 ? ranks.get(row, c) : c == 1 ? ranks.get(row, 0) : -ranks.get(row, 0);
  }

  /**
   * Average precision of the positive class; of all classes the mean of those that occur. NaN where
   * a row has no answer.
   */
  public double averagePrecision() {
    if (answers.unanswered() > 0) {
      return Double.NaN;
    }
    return classes()
        .mapToDouble(c -> precisionRecall(c).averagePrecision())
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

  /** −log of the probability given to the true class, of each row: log(1 + exp(−log odds)). */
  double[] logLosses() {
    var isLogits = answers.function() != OutputFunction.IDENTITY;
    var ranks = answers.ranks();
    return IntStream.range(0, actual.length)
        .mapToDouble(
            row ->
                isLogits
                    ? softplus(-rank(ranks, row, actual[row]))
                    : -StrictMath.log(Math.max(answers.probability(row, actual[row]), LEAST)))
        .toArray();
  }

  /** log(1 + exp(z)), without overflow. */
  private static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
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
