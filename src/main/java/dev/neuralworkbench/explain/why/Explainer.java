package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.explain.why.Explanation.Contribution;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Explains a model's predictions in the columns of its table, against the same background rows.
 * Exact to {@value #MOST_COLUMNS} columns; of more, the {@value #ALONE} most important for the row
 * stand alone, and the others are one player.
 *
 * @param threads how many may help; no result depends on it
 */
public record Explainer(Model model, Products products, Background background, int threads) {

  /** Most columns of which each stands alone: 2¹⁵ coalitions. */
  public static final int MOST_COLUMNS = 15;

  /** Where there are more, so many stand alone. */
  public static final int ALONE = 12;

  /** Multiplications a second on one thread, about; a function of a unit counts as so many. */
  private static final double SPEED = 4e9;

  private static final int FUNCTION = 12;

  /**
   * Explains a row.
   *
   * @param raw as the table has it
   * @return empty where there is no prediction, or a coalition has none
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public Optional<Explanation> explain(RawRow raw, Progress progress) {
    var predictor = new ModelPredictor(model, products);
    var prediction = predictor.predict(raw);
    if (prediction instanceof Prediction.None) {
      return Optional.empty();
    }
    ToDoubleFunction<Answers> f = answers -> mean(answers, prediction);
    var mixed = MixedRows.of(model.preprocessor(), raw, background.values());
    var groups = groups(predictor, f, mixed, progress);
    var v = new Coalitions(predictor, f, mixed, groups).values(threads, progress);
    var amounts = Shapley.values(groups.size(), v);
    var contributions = new ArrayList<Contribution>();
    var last = groups.getLast();
    var others =
        last.length == 1 ? List.<String>of() : IntStream.of(last).mapToObj(this::name).toList();
    for (var player = 0; player < amounts.length; player++) {
      var column = groups.get(player)[0];
      contributions.add(
          groups.get(player).length > 1
              ? new Contribution("", "", amounts[player])
              : new Contribution(name(column), text(model, mixed.x(), column), amounts[player]));
    }
    return IntStream.range(0, amounts.length).allMatch(i -> Double.isFinite(amounts[i]))
        ? Optional.of(new Explanation(prediction, v[v.length - 1], v[0], contributions, others))
        : Optional.empty();
  }

  /**
   * The mean over rows of the number that is explained: of a class its probability as the program
   * shows it, in [0, 1]; otherwise the prediction in the user's units.
   */
  private static double mean(Answers answers, Prediction explained) {
    var sum = 0.0;
    for (var row = 0; row < answers.rows(); row++) {
      sum +=
          explained instanceof Prediction.OfClass of
              ? answers.probability(row, of.index())
              : answers.number(row);
    }
    return sum / answers.rows();
  }

  private List<int[]> groups(
      ModelPredictor predictor, ToDoubleFunction<Answers> f, MixedRows mixed, Progress progress) {
    var columns = mixed.columns();
    var groups =
        IntStream.of(
                columns > MOST_COLUMNS
                    ? mostImportant(predictor, f, mixed, progress)
                    : IntStream.range(0, columns).toArray())
            .mapToObj(it -> new int[] {it})
            .collect(Collectors.toList());
    if (groups.size() < columns) {
      groups.add(
          IntStream.range(0, columns)
              .filter(it -> groups.stream().noneMatch(of -> of[0] == it))
              .toArray());
    }
    return groups;
  }

  /**
   * The columns that move the prediction most, in their order, by |v({i}) − v(∅)| + |v(all) − v(all
   * but i)|: what each changes as the first and as the last to come, two of the terms of which its
   * Shapley value is the mean.
   */
  private int[] mostImportant(
      ModelPredictor predictor, ToDoubleFunction<Answers> f, MixedRows mixed, Progress progress) {
    var pass = predictor.pass(mixed.background().size());
    ToDoubleFunction<double[]> v = sums -> f.applyAsDouble(predictor.answers(pass.outputs(sums)));
    var none = mixed.encode(_ -> false);
    var all = mixed.encode(_ -> true);
    var ofNone = pass.sums(none);
    var ofAll = pass.sums(all);
    var base = v.applyAsDouble(ofNone.clone());
    var whole = v.applyAsDouble(ofAll.clone());
    var sizes = new double[mixed.columns()];
    var columns = mixed.columnsOfInputs();
    for (var i = 0; i < sizes.length; i++) {
      progress.goOn(i, sizes.length);
      var column = i;
      var of =
          IntStream.range(0, columns.length)
              .filter(k -> columns[k][0] == column || columns[k][columns[k].length - 1] == column)
              .toArray();
      // Rows are mixed anew only for a product of two columns: all other inputs are at hand.
      var isAlone = IntStream.of(of).allMatch(k -> columns[k].length == 1);
      var first = pass.sums(isAlone ? all : mixed.encode(it -> it == column), of, none, ofNone);
      var last = pass.sums(isAlone ? none : mixed.encode(it -> it != column), of, all, ofAll);
      sizes[i] = Math.abs(v.applyAsDouble(first) - base) + Math.abs(whole - v.applyAsDouble(last));
    }
    return IntStream.range(0, sizes.length)
        .boxed()
        .sorted(Comparator.comparingDouble(it -> -sizes[it]))
        .limit(ALONE)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private String name(int column) {
    return model.preprocessor().inputs().get(column).name();
  }

  /** A cell of a row; empty where it is missing. */
  static String text(Model model, RawRow row, int column) {
    if (model.preprocessor().inputs().get(column) instanceof NumberInput) {
      return Double.isNaN(row.number(column)) ? "" : String.valueOf(row.number(column));
    }
    return Objects.requireNonNullElse(row.text(column), "");
  }

  /** How long a row takes, about, in seconds, against so many background rows. */
  public static double estimate(Model model, int rows, int threads) {
    return operations(model, rows) / SPEED / threads;
  }

  /**
   * Multiplications of one explanation, counted beforehand: of each coalition and background row
   * the first layer's shared sums, and all layers after it.
   */
  static double operations(Model model, int rows) {
    var layers = model.weights().layers();
    var columns = model.preprocessor().inputs().size();
    var ofRow = layers.getFirst().units() * (2.0 + FUNCTION);
    for (var layer : layers.subList(1, layers.size())) {
      ofRow += layer.units() * ((double) layer.inputs() + FUNCTION);
    }
    var coalitions = columns > MOST_COLUMNS ? (1 << (ALONE + 1)) + 2.0 * columns : 1 << columns;
    return rows * ofRow * coalitions;
  }
}
