package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
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
 * scikit-learn's {@code permutation_importance}). It is about what this model uses, best on rows
 * that it was not trained on; what another model could use it does not tell. Below 0 the permuted
 * column did better, which is luck.
 *
 * @param metric the score, of which a higher one is better: accuracy, or R² of numbers
 * @param score that of the rows as they are; NaN where there is none: R² of equal targets, or of
 *     rows of which one has no prediction
 * @param rows number of rows
 * @param inputs what was permuted, the most important first
 */
public record PermutationImportance(Metric metric, double score, int rows, List<Input> inputs) {

  /** How often each is permuted where nobody says, as in scikit-learn. */
  public static final int USUAL_REPEATS = 5;

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

    public String name() {
      return String.join(", ", columns);
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
   * @param repeats how often each is permuted, at least once
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
    var orders = new ArrayList<int[]>();
    for (var repeat = 0; repeat < repeats; repeat++) {
      orders.add(IntStream.range(0, rows.rows()).toArray());
      RandomSource.of(seed, Purpose.IMPORTANCE, repeat).shuffle(orders.getLast());
    }
    return of(predictor, rows, groups, orders, progress);
  }

  /** Measures with permutations that are given. */
  static PermutationImportance of(
      ModelPredictor predictor,
      ReadRows rows,
      List<List<String>> groups,
      List<int[]> orders,
      Progress progress) {
    var score = score(predictor, rows, rows.with(List.of()), progress);
    var inputs = new ArrayList<Input>();
    for (var group : groups) {
      var drops = new ArrayList<Double>();
      for (var order : orders) {
        var done = (long) inputs.size() * orders.size() + drops.size();
        progress.goOn(done, (long) groups.size() * orders.size());
        drops.add(score - score(predictor, rows, rows.permuted(group, order), progress));
      }
      inputs.add(new Input(group, drops));
    }
    inputs.sort(Comparator.comparingDouble(it -> -it.mean()));
    var metric = rows.targets instanceof ClassTargets ? Metric.ACCURACY : Metric.R2;
    return new PermutationImportance(metric, score, rows.rows(), inputs);
  }

  /** The first metric alone: the others would take longer than the predictions. */
  private static double score(
      ModelPredictor predictor, ReadRows rows, Dataset asked, Progress progress) {
    var answers = predictor.predict(asked, () -> progress.cancelled());
    if (rows.targets instanceof ClassTargets of) {
      return ConfusionMatrix.of(of.classes(), answers.predictedClasses(), of.classCount())
          .accuracy();
    }
    if (answers.unanswered() > 0) {
      return Double.NaN;
    }
    var actual = IntStream.range(0, rows.rows()).mapToDouble(rows.target::value).toArray();
    var predicted = IntStream.range(0, rows.rows()).mapToDouble(answers::number).toArray();
    return RegressionReport.of(actual, predicted).r2();
  }

  /** All of it, a line for each input: its columns, mean, spread and each drop. */
  public Table table() {
    var columns = new ArrayList<Column>();
    columns.add(TextColumn.of("input", inputs.stream().map(Input::name).toArray(String[]::new)));
    columns.add(NumberColumn.of("importance", inputs.stream().mapToDouble(Input::mean).toArray()));
    columns.add(NumberColumn.of("deviation", inputs.stream().mapToDouble(Input::spread).toArray()));
    for (var i = 0; i < inputs.getFirst().drops().size(); i++) {
      var repeat = i;
      var drops = inputs.stream().mapToDouble(it -> it.drops().get(repeat)).toArray();
      columns.add(NumberColumn.of("permutation " + (i + 1), drops));
    }
    return new Table("importance", columns, inputs.size());
  }
}
