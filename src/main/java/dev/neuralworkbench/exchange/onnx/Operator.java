package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.function.Activation;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * One operator with its values: those that {@link OnnxExport} writes, on values of two dimensions,
 * (rows × columns), of which a list is a single row. What goes value by value is here, the rest is
 * {@link RowOperator}'s. What is unknown, or does not go together, is refused by the operator's
 * name and the number of its node.
 *
 * @param room most numbers that it may make
 */
record Operator(Node node, List<Tensor> given, String place, long room) {

  Tensor apply() throws OnnxException {
    return switch (node.domain() + ":" + node.operator()) {
      case ":Constant" -> constant();
      case ":Identity" -> given(0);
      case ":Transpose" -> numbers(0).transposed();
      case ":Abs" -> each(Math::abs);
      case ":Sign" -> each(Math::signum);
      case ":Sin" -> each(StrictMath::sin);
      case ":Exp" -> each(StrictMath::exp);
      case ":Neg" -> each(z -> -z);
      case ":Log" -> each(StrictMath::log);
      case ":Erf" -> each(NamedFunction.ERF::value);
      case ":Relu" -> activated(Activation.RELU);
      case ":Sigmoid" -> activated(Activation.SIGMOID);
      case ":Tanh" -> activated(Activation.TANH);
      case ":Softplus" -> activated(Activation.SOFTPLUS);
      case ":Gelu" -> approximated();
      case ":Mish" -> activated(Activation.MISH);
      case ":LeakyRelu" -> below(0.01, z -> z);
      case ":Elu" -> below(1, StrictMath::expm1);
      case ":IsNaN" -> cells(ValueType.BOOL, 1, at -> Double.isNaN(at[0]) ? 1 : 0);
      case ":Cast" -> cast();
      case ":Add" -> both((a, b) -> a + b);
      case ":Sub" -> both((a, b) -> a - b);
      case ":Mul" -> both((a, b) -> a * b);
      case ":Div" -> both((a, b) -> a / b);
      case ":Max" -> both(Math::max);
      case ":Equal" -> cells(ValueType.BOOL, 2, at -> at[0] == at[1] ? 1 : 0);
      case ":Greater" -> cells(ValueType.BOOL, 2, at -> at[0] > at[1] ? 1 : 0);
      case ":Clip" -> cells(type(), 3, at -> Math.min(Math.max(at[0], at[1]), at[2]));
      case ":Where" -> cells(given(1).type(), 3, at -> at[0] == 0 ? at[2] : at[1]);
      default -> new RowOperator(this).apply();
    };
  }

  OnnxException unknown() {
    return new OnnxException("exchange.onnx.operator", null, place);
  }

  OnnxException mismatch() {
    return new OnnxException("exchange.onnx.shapes", null, place);
  }

  Tensor given(int index) throws OnnxException {
    if (index >= given.size() || given.get(index).rank() > 2) {
      throw mismatch();
    }
    return given.get(index);
  }

  Tensor numbers(int index) throws OnnxException {
    if (given(index).texts() != null) {
      throw mismatch();
    }
    return given(index);
  }

  ValueType type() throws OnnxException {
    return given(0).type();
  }

  double[] room(long rows, long columns) throws OnnxException {
    if (rows * columns > room) {
      throw OnnxException.tooLarge(OnnxRunner.MOST_NUMBERS);
    }
    return new double[(int) (rows * columns)];
  }

  <T> T attribute(String name, T usual) throws OnnxException {
    return node.attribute(name, usual, this::mismatch);
  }

  private Tensor constant() throws OnnxException {
    return switch (node.attributes().values().stream().findFirst().orElse("")) {
      case Tensor tensor -> tensor;
      case Double real -> Tensor.of(ValueType.FLOAT, new int[0], real);
      case Long whole -> Tensor.of(ValueType.INT64, new int[0], whole);
      default -> throw mismatch();
    };
  }

  private Tensor each(DoubleUnaryOperator function) throws OnnxException {
    return cells(type(), 1, at -> function.applyAsDouble(at[0]));
  }

  private Tensor both(DoubleBinaryOperator function) throws OnnxException {
    if (type() != given(1).type()) {
      throw mismatch();
    }
    return cells(type(), 2, at -> function.applyAsDouble(at[0], at[1]));
  }

  private Tensor activated(Activation function) throws OnnxException {
    return each(
        z -> {
          var value = new double[] {z};
          function.apply(value, true);
          return value[0];
        });
  }

  private Tensor approximated() throws OnnxException {
    if (!attribute("approximate", "none").equals("none")) {
      throw mismatch();
    }
    return activated(Activation.GELU);
  }

  /** z above 0, and alpha f(z) below. */
  private Tensor below(double usual, DoubleUnaryOperator function) throws OnnxException {
    var alpha = attribute("alpha", usual);
    return each(z -> z > 0 ? z : alpha * function.applyAsDouble(z));
  }

  private Tensor cast() throws OnnxException {
    var to = ValueType.of(attribute("to", 0L));
    if (to == null || to == ValueType.STRING || to == ValueType.INT64) {
      throw mismatch();
    }
    return cells(to, 1, at -> to == ValueType.BOOL && at[0] != 0 ? 1 : at[0]);
  }

  /** What becomes of the cells at each place, where one row or column goes with any number. */
  private Tensor cells(ValueType type, int count, ToDoubleFunction<double[]> becomes)
      throws OnnxException {
    var rows = 1;
    var columns = 1;
    for (var i = 0; i < count; i++) {
      var it = given(i);
      rows = it.rows() == 1 ? rows : it.rows();
      columns = it.columns() == 1 ? columns : it.columns();
    }
    for (var i = 0; i < count; i++) {
      var it = numbers(i);
      if ((it.rows() != 1 && it.rows() != rows) || (it.columns() != 1 && it.columns() != columns)) {
        throw mismatch();
      }
    }
    var result = room(rows, columns);
    var at = new double[count];
    for (var cell = 0; cell < result.length; cell++) {
      for (var i = 0; i < count; i++) {
        var it = given.get(i);
        var row = it.rows() == 1 ? 0 : cell / columns;
        at[i] = it.numbers()[row * it.columns() + (it.columns() == 1 ? 0 : cell % columns)];
      }
      result[cell] = becomes.applyAsDouble(at);
    }
    return Tensor.of(type, new int[] {rows, columns}, result);
  }
}
