package dev.neuralworkbench.ui.drawing.network;

/** A part of a drawn network that can be pointed at, lit or chosen. */
public sealed interface NetworkPart {

  /**
   * A unit, or an input.
   *
   * @param column 0 for the inputs, otherwise 1 + the dense layer counted from 0
   * @param unit counted from 0
   */
  record Unit(int column, int unit) implements NetworkPart {}

  /**
   * A weight.
   *
   * @param layer dense layer, counted from 0
   * @param input unit of the column before, counted from 0
   * @param unit unit of the layer, counted from 0
   */
  record Weight(int layer, int input, int unit) implements NetworkPart {

    /** The unit, or input, at which it begins. */
    public Unit from() {
      return new Unit(layer, input);
    }

    /** The unit at which it ends. */
    public Unit to() {
      return new Unit(layer + 1, unit);
    }
  }

  /**
   * The bias of a unit.
   *
   * @param layer dense layer, counted from 0
   * @param unit counted from 0
   */
  record Bias(int layer, int unit) implements NetworkPart {

    public Unit of() {
      return new Unit(layer + 1, unit);
    }
  }
}
