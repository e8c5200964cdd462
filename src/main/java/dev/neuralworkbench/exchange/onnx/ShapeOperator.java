package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Best;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shares;
import dev.neuralworkbench.exchange.onnx.GraphValue.Sums;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;

/**
 * The operators that lay numbers out otherwise. The numbers of a row stay in their order, and rows
 * stay rows.
 */
record ShapeOperator(ImportedOperator operator) {

  GraphValue apply() throws OnnxException {
    return switch (operator.given(0)) {
      case Best best -> best;
      case Shares shares -> shares;
      case Sums(var of, _) -> new Sums(of, isFlat(of));
      case GraphValue other -> {
        var of = operator.finder().sums(other, operator);
        yield new Sums(of, isFlat(of));
      }
    };
  }

  /** Whether a row is a list of numbers afterwards. */
  private boolean isFlat(Affine of) throws OnnxException {
    return switch (operator.node().operator()) {
      case "Flatten" -> {
        if (operator.whole("axis", 1) != 1) {
          throw operator.detail();
        }
        yield true;
      }
      case "Reshape" -> reshaped(of, operator.tensor(1).numbers());
      // A row of one number loses its dimension, or gets it back.
      default -> {
        if (of.outputs() != 1) {
          throw operator.detail();
        }
        yield true;
      }
    };
  }

  /** Any number of rows, −1, 0 or the 1 of a single example, of so many numbers each. */
  private boolean reshaped(Affine of, double[] shape) throws OnnxException {
    if (shape.length == 1 && shape[0] == -1 && of.outputs() == 1) {
      return true;
    }
    var numbers = 1.0;
    for (var i = 1; i < shape.length; i++) {
      numbers *= shape[i] == -1 ? of.outputs() : shape[i];
    }
    if (shape.length < 2 || shape[0] > 1 || numbers != of.outputs()) {
      throw operator.detail();
    }
    return shape.length == 2;
  }

  /** The shape of rows, of which any number may come. */
  GraphValue shape() throws OnnxException {
    if (operator.given(0) instanceof Sums(var of, var isFlat) && isFlat) {
      return new Fixed(Tensor.list(ValueType.INT64, -1, of.outputs()));
    }
    return new Fixed(Tensor.list(ValueType.INT64, -1));
  }
}
