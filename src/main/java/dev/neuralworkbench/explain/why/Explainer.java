package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.explain.why.Explanation.Contribution;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Explains a model's predictions in the columns of its table, against the same background rows.
 * Exact to {@value Explanation#MOST_COLUMNS} columns; of more, the {@value Explanation#ALONE} of
 * most {@link Importance} for the row stand alone, and the others are one player.
 */
public final class Explainer {

  /** Multiplications a second on one thread, about; a function counts as {@link #FUNCTION}. */
  private static final double SPEED = 2e9;

  private static final int FUNCTION = 12;

  private final Model model;
  private final ModelPredictor predictor;
  private final List<RawRow> background;
  private final int threads;

  /**
   * @param threads how many may help; no result depends on it
   */
  public Explainer(Model model, ModelPredictor predictor, Background background, int threads) {
    this.model = model;
    this.predictor = predictor;
    this.background = MixedInputs.rows(model.preprocessor(), background.values());
    this.threads = threads;
  }

  /**
   * Explains a row.
   *
   * @param raw as the table has it
   * @return empty where there is no prediction, or a coalition has none
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public Optional<Explanation> explain(RawRow raw, Progress progress) {
    var prediction = predictor.predict(raw);
    if (prediction instanceof Prediction.None) {
      return Optional.empty();
    }
    var asked = new Asked(model, prediction instanceof Prediction.OfClass it ? it.index() : -1);
    var row = model.preprocessor().cleaned(raw);
    var inputs = new MixedInputs(model.preprocessor(), row, background);
    var groups = groups(asked, inputs, progress);
    var v = new Coalitions(model, asked, inputs, groups).values(threads, progress);
    var amounts = Shapley.values(groups.size(), v);
    var contributions = new ArrayList<Contribution>();
    for (var player = 0; player < groups.size(); player++) {
      var columns = groups.get(player);
      contributions.add(
          columns.length > 1
              ? new Contribution("", "", amounts[player])
              : new Contribution(name(columns[0]), text(row, columns[0]), amounts[player]));
    }
    var others = groups.getLast().length > 1 ? groups.getLast() : new int[0];
    var explained =
        new Explanation(
            prediction,
            v[v.length - 1],
            v[0],
            contributions,
            IntStream.of(others).mapToObj(this::name).toList());
    return IntStream.range(0, amounts.length).allMatch(i -> Double.isFinite(amounts[i]))
        ? Optional.of(explained)
        : Optional.empty();
  }

  private List<int[]> groups(Asked asked, MixedInputs inputs, Progress progress) {
    var columns = IntStream.range(0, inputs.columns());
    if (inputs.columns() <= Explanation.MOST_COLUMNS) {
      return columns.mapToObj(it -> new int[] {it}).toList();
    }
    var alone = new Importance(model, asked, inputs).most(Explanation.ALONE, progress);
    var groups = IntStream.of(alone).mapToObj(it -> new int[] {it}).collect(Collectors.toList());
    groups.add(columns.filter(it -> IntStream.of(alone).noneMatch(of -> of == it)).toArray());
    return groups;
  }

  private String name(int column) {
    return model.preprocessor().inputs().get(column).name();
  }

  private String text(RawRow row, int column) {
    if (model.preprocessor().inputs().get(column) instanceof NumberInput) {
      var number = row.number(column);
      return Double.isNaN(number) ? "" : Double.toString(number);
    }
    return Optional.ofNullable(row.text(column)).orElse("");
  }

  /** How long a row takes, in seconds, about: from the operations that are counted beforehand. */
  public double seconds() {
    return operations(model, background.size()) / SPEED / threads;
  }

  /**
   * Multiplications of one explanation: of each coalition and background row the first layer's
   * shared sums, and all layers after it.
   */
  static double operations(Model model, int rows) {
    var layers = model.weights().layers();
    var columns = model.preprocessor().inputs().size();
    var units = layers.getFirst().units();
    var ofRow = units * (2.0 + FUNCTION);
    for (var layer : layers.subList(1, layers.size())) {
      ofRow += layer.units() * ((double) layer.inputs() + FUNCTION);
    }
    var ranked = columns > Explanation.MOST_COLUMNS ? 2.0 * columns : 0;
    return rows * ofRow * ((1 << Explanation.players(columns)) + ranked);
  }
}
