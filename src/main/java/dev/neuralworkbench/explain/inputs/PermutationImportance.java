package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.metrics.ClassificationReport;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much worse a model is once a column tells nothing: the score of some rows, minus their score
 * with the column's values permuted among them (Breiman, "Random forests", 2001, section 10;
 * scikit-learn's {@code permutation_importance}). It is about what this model uses, on rows that it
 * was not trained on; what another model could use it does not tell. Below 0 the permuted column
 * did better, which is luck.
 *
 * @param metric the score, of which a higher one is better: accuracy, or R² of numbers
 * @param score that of the rows as they are; NaN where there is none, as R² of equal targets
 * @param rows number of rows
 * @param inputs what was permuted, the most important first
 */
public record PermutationImportance(Metric metric, double score, int rows, List<Input> inputs) {

  /** How often each column is permuted, as in scikit-learn. */
  public static final int REPEATS = 5;

  public PermutationImportance {
    inputs = List.copyOf(inputs);
  }

  /**
   * Columns that were permuted together.
   *
   * @param columns at least one
   * @param drops the score as it is minus the score of each permutation; at least one
   */
  public record Input(List<String> columns, List<Double> drops) {

    public Input {
      columns = List.copyOf(columns);
      drops = List.copyOf(drops);
    }

    public double mean() {
      return drops.stream().mapToDouble(Double::doubleValue).sum() / drops.size();
    }

    /** √(1/n Σ (drop − mean)²) of the permutations; 0 of a single one. */
    public double spread() {
      var mean = mean();
      var squares = drops.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
      return Math.sqrt(squares / drops.size());
    }
  }

  /**
   * Measures groups of columns. Every group is permuted in the same orders, so that a difference
   * between two of them is no luck of the draw.
   *
   * @param groups columns that are permuted together, each in one group at most
   * @param repeats how often; at least one
   * @param seed of the permutations
   * @param progress told of the permutations
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static PermutationImportance of(
      ModelPredictor predictor,
      ReadRows rows,
      List<List<String>> groups,
      int repeats,
      long seed,
      Progress progress) {
    var orders =
        IntStream.range(0, repeats)
            .mapToObj(
                repeat -> {
                  var order = IntStream.range(0, rows.rows()).toArray();
                  RandomSource.of(seed, Purpose.IMPORTANCE, repeat).shuffle(order);
                  return order;
                })
            .toList();
    return of(predictor, rows, groups, orders, progress);
  }

  /** Measures with permutations that are given. */
  static PermutationImportance of(
      ModelPredictor predictor,
      ReadRows rows,
      List<List<String>> groups,
      List<int[]> orders,
      Progress progress) {
    Progress watched = progress::cancelled;
    var score = score(predictor.predict(rows.dataset(), watched), rows);
    var inputs = new ArrayList<Input>();
    for (var group : groups) {
      var drops = new ArrayList<Double>();
      for (var order : orders) {
        var done = (long) inputs.size() * orders.size() + drops.size();
        progress.goOn(done, (long) groups.size() * orders.size());
        drops.add(score - score(predictor.predict(rows.permuted(group, order), watched), rows));
      }
      inputs.add(new Input(group, drops));
    }
    inputs.sort(Comparator.comparingDouble(it -> -it.mean()));
    var problem =
        rows.targets() instanceof ClassTargets
            ? ProblemType.CLASSIFICATION
            : ProblemType.REGRESSION;
    return new PermutationImportance(Metric.of(problem).getFirst(), score, rows.rows(), inputs);
  }

  /** The first metric alone: the others would take longer than the predictions. */
  private static double score(Answers answers, ReadRows rows) {
    if (rows.targets() instanceof ClassTargets of) {
      return ClassificationReport.of(of.classes(), answers.predictedClasses(), of.classCount())
          .accuracy();
    }
    var all = IntStream.range(0, rows.rows());
    var actual = all.mapToDouble(rows.target()::value).toArray();
    var predicted = IntStream.range(0, rows.rows()).mapToDouble(answers::number).toArray();
    return RegressionReport.of(actual, predicted).r2();
  }
}
