package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;

/**
 * The symbols of a step: layers above in brackets from 1 on, units below from 1 on.
 *
 * @param dash stands after all that depends on the weights: nothing, or {@link #DASH}
 */
record StepSymbols(BackpropTrace trace, String dash) {

  /** Stands for any unit, any input, any unit of the next layer, in formulas for any of them. */
  static final int J = -10;

  static final int I = -11;
  static final int K = -12;

  /** How much a row of a class counts in the loss. */
  static final Letter WEIGHT = Letter.of("ω");

  /** Marks what is worked out with the new weights. */
  static final String DASH = "′";

  StepSymbols(BackpropTrace trace) {
    this(trace, "");
  }

  static boolean isAny(int index) {
    return index <= J;
  }

  /** The index whose number stands with an index: that of the first where it is any. */
  static int real(int index) {
    return isAny(index) ? 0 : index;
  }

  static NetworkLocation real(NetworkLocation place) {
    return new NetworkLocation(place.layer(), real(place.unit()), real(place.input()));
  }

  /** An input before dropout. */
  static Letter raw(int input) {
    return new Letter("x", index(input), "");
  }

  /** What a layer's input is called: x, or a of the layer before; ã once dropout has thinned it. */
  Letter input(int layer, int input) {
    var thinned = trace.thins(layer - 1);
    return layer == 0
        ? new Letter(thinned ? "x̃" : "x", index(input), "")
        : new Letter(thinned ? "ã" : "a", index(input), layerOf(layer - 1) + dash);
  }

  /** f(z) of a unit: a, or ŷ of an output. */
  Letter value(int layer, int unit) {
    return trace.isOutput(layer)
        ? prediction(unit)
        : new Letter("a", index(unit), layerOf(layer) + dash);
  }

  Letter z(int layer, int unit) {
    return new Letter("z", index(unit), layerOf(layer) + dash);
  }

  Letter delta(int layer, int unit) {
    return new Letter("δ", index(unit), layerOf(layer));
  }

  /** w, or b where the input is the bias. */
  Letter weight(NetworkLocation place) {
    return indexed("", place);
  }

  /** A symbol in the place of w or b: g, v, m. */
  Letter of(String letter, NetworkLocation place) {
    var input = place.input() == NetworkLocation.BIAS ? "b" : index(place.input());
    return new Letter(letter, input + "," + index(place.unit()), layerOf(place.layer()));
  }

  /** What the optimizer makes of a weight, before max-norm. */
  Letter unlimited(NetworkLocation place) {
    return of("u", place);
  }

  /** The length of the weights that the optimizer makes into a unit. */
  Letter unitLength(int layer, int unit) {
    return new Letter("‖u‖", index(unit), layerOf(layer));
  }

  /** What max-norm scales the weights into a unit by. */
  Letter unitFactor(int layer, int unit) {
    return new Letter("q", index(unit), layerOf(layer));
  }

  /** Dropout's factor on what a unit gives on. */
  Letter mask(int layer, int unit) {
    return new Letter("d", index(unit), layer < 0 ? "" : layerOf(layer));
  }

  /** ∂L/∂w. */
  Expression gradient(String loss, NetworkLocation place) {
    return Letter.of("∂" + loss).over(indexed("∂", place));
  }

  private Letter indexed(String before, NetworkLocation place) {
    var unit = index(place.unit());
    var above = layerOf(place.layer()) + dash;
    return place.input() == NetworkLocation.BIAS
        ? new Letter(before + "b", unit, above)
        : new Letter(before + "w", index(place.input()) + "," + unit, above);
  }

  Expression slope(Letter of) {
    return Letter.of("∂" + rowLoss()).over(new Letter("∂" + of.text(), of.below(), of.above()));
  }

  Letter total() {
    return new Letter("E", "", dash);
  }

  Letter prediction(int output) {
    return new Letter("ŷ", output(output), dash);
  }

  Letter target(int output) {
    return new Letter("y", output(output), "");
  }

  /** What the loss compares with: y, or ỹ once it is smoothed. */
  Letter judged(int output) {
    return new Letter(trace.setting().design().smoothing() == 0 ? "y" : "ỹ", output(output), "");
  }

  /** The loss of a row: ℓ, or L where the row is all there is. */
  String rowLoss() {
    return trace.rows().count() == 1 ? "L" : "ℓ";
  }

  private String output(int output) {
    return trace.units(trace.layers() - 1) == 1 ? "" : index(output);
  }

  static String layerOf(int layer) {
    return "(" + (layer + 1) + ")";
  }

  static String index(int index) {
    return switch (index) {
      case J -> "j";
      case I -> "i";
      case K -> "k";
      default -> Integer.toString(index + 1);
    };
  }
}
