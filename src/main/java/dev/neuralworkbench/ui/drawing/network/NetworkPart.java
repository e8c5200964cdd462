package dev.neuralworkbench.ui.drawing.network;

/** A part of a drawn network that can be pointed at, lit or chosen. */
public sealed interface NetworkPart {

  /** A unit, or an input in column 0; else the column is 1 + the dense layer counted from 0. */
  record Unit(int column, int unit) implements NetworkPart {}

  /** A weight into a dense layer, from a unit of the column before; all are counted from 0. */
  record Weight(int layer, int input, int unit) implements NetworkPart {

    public Unit from() {
      return new Unit(layer, input);
    }

    public Unit to() {
      return new Unit(layer + 1, unit);
    }
  }

  /** The bias of a unit of a dense layer; both are counted from 0. */
  record Bias(int layer, int unit) implements NetworkPart {

    public Unit of() {
      return new Unit(layer + 1, unit);
    }
  }
}
