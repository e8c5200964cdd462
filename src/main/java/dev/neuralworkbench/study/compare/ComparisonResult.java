package dev.neuralworkbench.study.compare;

import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.study.Spread;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a comparison came to: the first model against each other one.
 *
 * @param metric accuracy, or R² of numbers: R² has no unit, so one region of practical equivalence
 *     fits both
 * @param models as they were trained, the first one being compared with the others
 * @param scores of each model, one for each fold of each repetition; NaN where there is none, such
 *     as R² of a single row, or the linear model where it would take too long
 * @param testToTraining rows of a fold over the rows that its models were trained on
 */
public record ComparisonResult(
    Metric metric, List<ComparedModel> models, List<List<Double>> scores, double testToTraining) {

  /**
   * Half the width of the region of practical equivalence (ROPE): one percentage point of accuracy,
   * or one hundredth of the target's variance, the width that Corani and Benavoli (2015) take for
   * accuracies.
   */
  public static final double ROPE = 0.01;

  /** Level of the interval about a difference. */
  public static final double LEVEL = 0.95;

  public ComparisonResult {
    models = List.copyOf(models);
    scores = scores.stream().map(List::copyOf).toList();
  }

  /**
   * The same with the last model of another comparison; the other one alone where it was made on
   * other folds.
   */
  public ComparisonResult with(ComparisonResult more) {
    var isOnSameFolds =
        metric == more.metric
            && testToTraining == more.testToTraining
            && scores.getFirst().equals(more.scores.getFirst());
    if (!isOnSameFolds) {
      return more;
    } else if (models.contains(more.models.getLast())) {
      return this;
    }
    return new ComparisonResult(
        metric, with(models, more.models), with(scores, more.scores), testToTraining);
  }

  private static <T> List<T> with(List<T> all, List<T> more) {
    return Stream.concat(all.stream(), Stream.of(more.getLast())).toList();
  }

  /** How many models the first one can be compared with: so many tests are made. */
  public int comparisons() {
    return (int) adjusted().stream().filter(Double::isFinite).count();
  }

  /** Mean and deviation of a model's scores over the folds that have one. */
  public Spread spread(int model) {
    return Spread.of(scores.get(model).stream().mapToDouble(Double::doubleValue));
  }

  /** The first model's score less another's, fold by fold; NaN where one of them has none. */
  public List<Double> differences(int other) {
    return IntStream.range(0, scores.getFirst().size())
        .mapToObj(fold -> scores.getFirst().get(fold) - scores.get(other).get(fold))
        .toList();
  }

  /** What the differences to another model say; empty where fewer than two folds have one. */
  public Optional<MeanDifference> difference(int other) {
    var present =
        differences(other).stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    return present.length < 2
        ? Optional.empty()
        : Optional.of(MeanDifference.of(present, testToTraining));
  }

  /** The p values of all other models, in their order, adjusted by {@link Holm}; NaN for none. */
  public List<Double> adjusted() {
    var each =
        IntStream.range(1, models.size())
            .mapToDouble(other -> difference(other).map(MeanDifference::p).orElse(Double.NaN))
            .toArray();
    return DoubleStream.of(Holm.adjusted(each)).boxed().toList();
  }
}
