package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.NamedFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The symbols in a step's formulas, so that each can be said. */
public final class StepLetters {

  /** Letters that mean the same in every step: the key of what they mean. */
  private static final Map<String, String> EVERYWHERE =
      Map.ofEntries(
          symbol("x", "input"),
          symbol("x̃", "thinned_input"),
          symbol("w", "weight"),
          symbol("b", "bias"),
          symbol("z", "sum"),
          symbol("a", "value"),
          symbol("ã", "thinned_value"),
          symbol("ŷ", "answer"),
          symbol("y", "target"),
          symbol("ỹ", "smoothed"),
          symbol("α", "smoothing"),
          symbol("L", "loss"),
          symbol("ΔL", "change"),
          symbol("ℓ", "row_loss"),
          symbol("δ", "delta"),
          symbol("∂", "slope"),
          symbol("d", "mask"),
          symbol("p", "dropped"),
          symbol("E", "total"),
          symbol("G", "penalized"),
          symbol("ĝ", "clipped"),
          symbol("g", "contribution"),
          symbol("S", "squares"),
          symbol("‖G‖", "length"),
          symbol("‖∇L‖", "length"),
          symbol("q", "factor"),
          symbol("c", "limit"),
          symbol("u", "unlimited"),
          symbol("‖u‖", "unit_length"),
          symbol("r", "unit_limit"),
          symbol("η", "rate"),
          symbol("ω", "class_weight"),
          symbol("λ", "decay"),
          symbol("λ₁", "l1"),
          symbol("λ₂", "l2"));

  /** Letters of the preparation. */
  private static final Map<String, String> PREPARING =
      Map.ofEntries(symbol("μ", "mean"), symbol("s", "deviation"));

  /** Letters of the optimizers; a role says what those mean that are worked out. */
  private static final Map<String, String> UPDATING =
      Map.ofEntries(
          symbol("μ", "momentum"),
          symbol("β₁", "beta1"),
          symbol("β₂", "beta2"),
          symbol("ρ", "beta2"),
          symbol("ε", "epsilon"),
          symbol("ψ", "momentum_decay"),
          symbol("t", "step"));

  private StepLetters() {}

  /** What a weight or bias is called before the step. */
  public static Expression.Letter weight(BackpropTrace trace, NetworkLocation place) {
    return new StepSymbols(trace).weight(place);
  }

  private static Map.Entry<String, String> symbol(String letter, String word) {
    return Map.entry(letter, "explain.symbol." + word);
  }

  /**
   * Each symbol with the key of what it means, in the order in which they stand in the step.
   *
   * @param rows of the batch: where they are several, an error δ is of one row's loss, not of all
   */
  public static Map<String, String> of(Step step, int rows) {
    var found = new LinkedHashMap<String, String>();
    for (var part : step.parts()) {
      if (step.kind() == StepKind.NEW_WEIGHT
          && part.left() instanceof Expression.Letter(var letter, var _, var _)
          && !EVERYWHERE.containsKey(letter)) {
        found.putIfAbsent(letter, "explain.role." + part.word());
      }
      collect(part.left(), step.phase(), found);
      collect(part.formula(), step.phase(), found);
    }
    if (rows > 1) {
      found.computeIfPresent("δ", (_, _) -> "explain.symbol.row_delta");
    }
    return found;
  }

  private static Map<String, String> ofPhase(Phase phase) {
    return switch (phase) {
      case PREPARATION -> PREPARING;
      case UPDATE -> UPDATING;
      case FORWARD, LOSS, BACKWARD, AFTER -> Map.of();
    };
  }

  private static void collect(Expression maths, Phase phase, Map<String, String> found) {
    if (maths instanceof Expression.Call(var function, var _) && function == NamedFunction.EXP) {
      found.putIfAbsent("e", "explain.symbol.e");
    }
    if (maths instanceof Expression.Letter(var text, var below, var above)) {
      // ∂L and ∂w are one thing together: a slope, of L and w.
      var letters = text.startsWith("∂") ? List.of("∂", text.substring(1)) : List.of(text);
      for (var letter : letters) {
        var key = ofPhase(phase).getOrDefault(letter, EVERYWHERE.get(letter));
        if (key != null) {
          found.putIfAbsent(letter, key);
        }
      }
      if (above.endsWith(StepSymbols.DASH)) {
        found.putIfAbsent(StepSymbols.DASH, "explain.symbol.dash");
      }
      if (below.matches(".*[ijk].*")) {
        found.putIfAbsent("i, j", "explain.symbol.index");
      }
    } else {
      maths.map(
          inner -> {
            collect(inner, phase, found);
            return inner;
          });
    }
  }
}
