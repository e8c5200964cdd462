package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a step does to all units of its layer at once: z = Wa + b, δ = Wᵀδ ⊙ f′(z), ∂ℓ/∂W = δaᵀ. W
 * has a row for each unit and a column for each input. Empty for other steps and wide layers.
 *
 * @param pieces the result first, then what it is made of
 */
public record MatrixForm(List<Piece> pieces) {

  private static final int MOST = 8;

  /**
   * A matrix or vector.
   *
   * @param sign what stands before it
   * @param numbers row by row; NaN for what is not worked out yet
   */
  public record Piece(String sign, String name, List<List<Double>> numbers) {}

  private interface Cell {
    double at(int row, int column);
  }

  /** The form of a step, with what is known as it shows. */
  public static MatrixForm of(Step step, WorkedOut known) {
    var form = new MatrixForm(new ArrayList<>());
    var layer = step.place().layer();
    var trace = known.trace();
    if (layer >= 0
        && Math.max(trace.inputs(layer), trace.units(layer)) <= MOST
        && (trace.isOutput(layer) || trace.units(layer + 1) <= MOST)) {
      form.add(step, known, layer);
    }
    return form;
  }

  private void add(Step step, WorkedOut known, int layer) {
    var trace = known.trace();
    var row = known.row();
    var isAfter = step.phase() == Phase.AFTER;
    var dash = isAfter ? StepSymbols.DASH : "";
    var way = isAfter ? trace.after() : trace.before();
    var units = trace.units(layer);
    var inputs = trace.inputs(layer);
    var of = high(layer);
    var thins = trace.thins(layer - 1);
    var signal = layer == 0 ? (thins ? "x̃" : "x") : (thins ? "ã" : "a") + high(layer - 1) + dash;
    switch (step.kind()) {
      case WEIGHTED_SUM -> {
        add("", "z" + of + dash, units, 1, (j, _) -> known.sum(layer, j).orElse(Double.NaN));
        Cell weight = (j, i) -> isAfter ? trace.newWeight(layer, i, j) : trace.weight(layer, i, j);
        add("=", "W" + of + dash, units, inputs, weight);
        add("·", signal, inputs, 1, (i, _) -> way.input(layer, row, i));
        add("+", "b" + of + dash, units, 1, (j, _) -> weight.at(j, NetworkLocation.BIAS));
      }
      case HIDDEN_DELTA -> {
        var next = trace.units(layer + 1);
        var later = high(layer + 1);
        add("", "δ" + of, units, 1, (j, _) -> delta(known, layer, j));
        add("=", "(W" + later + ")ᵀ", units, next, (j, k) -> trace.weight(layer + 1, j, k));
        add("·", "δ" + later, next, 1, (k, _) -> trace.delta(layer + 1, row, k));
        if (trace.thins(layer)) {
          add("⊙", "d" + of, units, 1, (j, _) -> trace.maskAfter(layer, row, j));
        }
        // A slope is a part of its unit's step.
        Cell slope =
            (j, _) -> known.delta(layer, j).isPresent() ? trace.slope(layer, row, j) : Double.NaN;
        add("⊙", "f′(z" + of + ")", units, 1, slope);
      }
      case GRADIENT -> {
        var loss = trace.rows().count() == 1 ? "L" : "ℓ";
        add("", "∂" + loss + "/∂W" + of, units, inputs, (j, i) -> gradient(known, layer, i, j));
        add("=", "δ" + of, units, 1, (j, _) -> trace.delta(layer, row, j));
        add("·", "(" + signal + ")ᵀ", 1, inputs, (_, i) -> way.input(layer, row, i));
      }
      default -> {}
    }
  }

  private void add(String sign, String name, int rows, int columns, Cell cell) {
    var numbers =
        IntStream.range(0, rows)
            .mapToObj(j -> IntStream.range(0, columns).mapToObj(i -> cell.at(j, i)).toList())
            .toList();
    pieces.add(new Piece(sign, name, numbers));
  }

  private static double delta(WorkedOut known, int layer, int unit) {
    return known.delta(layer, unit).map(Quantity::value).orElse(Double.NaN);
  }

  private static double gradient(WorkedOut known, int layer, int input, int unit) {
    return known.hasGradient(NetworkLocation.weight(layer, input, unit))
        ? known.trace().rowGradient(layer, known.row(), input, unit)
        : Double.NaN;
  }

  private static String high(int layer) {
    return "⁽" + Decimals.raised(layer + 1) + "⁾";
  }
}
