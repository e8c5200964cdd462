package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.Tensor.Type;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * One operator with its values: those that {@link OnnxExport} writes, on values of two dimensions,
 * (rows × columns), of which a list is a single row. What is unknown, or does not go together, is
 * refused by the operator's name and the number of its node.
 *
 * @param room most numbers that it may make
 */
record Operator(Node node, List<Tensor> given, String place, long room) {

  private static final int COLUMNS = 1; // the axis

  Tensor apply() throws OnnxException {
    return switch (node.domain() + ":" + node.operator()) {
      case ":Identity" -> given(0);
      case ":Abs" -> each(Math::abs);
      case ":Sign" -> each(Math::signum);
      case ":Sin" -> each(StrictMath::sin);
      case ":Log" -> each(StrictMath::log);
      case ":Erf" -> each(NamedFunction.ERF::value);
      case ":Relu" -> activated(Activation.RELU);
      case ":Sigmoid" -> activated(Activation.SIGMOID);
      case ":Tanh" -> activated(Activation.TANH);
      case ":Softplus" -> activated(Activation.SOFTPLUS);
      case ":LeakyRelu" -> below(z -> z);
      case ":Elu" -> below(StrictMath::expm1);
      case ":IsNaN" -> cells(Type.BOOL, 1, at -> Double.isNaN(at[0]) ? 1 : 0);
      case ":Cast" -> cast();
      case ":Add" -> both((a, b) -> a + b);
      case ":Sub" -> both((a, b) -> a - b);
      case ":Mul" -> both((a, b) -> a * b);
      case ":Div" -> both((a, b) -> a / b);
      case ":Max" -> both(Math::max);
      case ":Equal" -> cells(Type.BOOL, 2, at -> at[0] == at[1] ? 1 : 0);
      case ":Greater" -> cells(Type.BOOL, 2, at -> at[0] > at[1] ? 1 : 0);
      case ":Clip" -> cells(type(), 3, at -> Math.min(Math.max(at[0], at[1]), at[2]));
      case ":Where" -> cells(given(1).type(), 3, at -> at[0] == 0 ? at[2] : at[1]);
      case ":ReduceMax" -> rows(type(), "axes", row -> most(row));
      case ":ReduceSum" -> rows(type(), "", row -> DoubleStream.of(row).sum());
      case ":ArgMax" -> rows(Type.INT64, "axis", row -> best(row, 1));
      case ":ArgMin" -> rows(Type.INT64, "axis", row -> best(row, -1));
      case ":Softmax" -> softmax();
      case ":Concat" -> concat();
      case ":Gather" -> gather();
      case ":MatMul", ":Gemm" -> product();
      case OnnxModel.LEARNED + ":LabelEncoder" -> labels();
      default -> throw new OnnxException("exchange.onnx.operator", null, place);
    };
  }

  private OnnxException mismatch() {
    return new OnnxException("exchange.onnx.shapes", null, place);
  }

  private Tensor given(int index) throws OnnxException {
    if (index >= given.size() || given.get(index).rank() > 2) {
      throw mismatch();
    }
    return given.get(index);
  }

  private Type type() throws OnnxException {
    return given(0).type();
  }

  private double[] room(long rows, long columns) throws OnnxException {
    if (rows * columns > room) {
      throw OnnxException.tooLarge(OnnxRunner.MOST_NUMBERS);
    }
    return new double[(int) (rows * columns)];
  }

  private long whole(String attribute, long usual) throws OnnxException {
    if (node.attributes().getOrDefault(attribute, usual) instanceof Long number) {
      return number;
    }
    throw mismatch();
  }

  // Value by value.

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

  /** z above 0, and alpha f(z) below. */
  private Tensor below(DoubleUnaryOperator function) throws OnnxException {
    if (node.attributes().get("alpha") instanceof Double alpha) {
      return each(z -> z > 0 ? z : alpha * function.applyAsDouble(z));
    }
    throw mismatch();
  }

  private Tensor cast() throws OnnxException {
    var to = Type.of(whole("to", 0));
    if (to == null || to == Type.STRING) {
      throw mismatch();
    }
    return cells(
        to,
        1,
        at ->
            switch (to) {
              case BOOL -> at[0] == 0 ? 0 : 1;
              case INT64 -> (long) at[0];
              default -> at[0];
            });
  }

  private interface OfCells {
    double of(double[] at);
  }

  /** What becomes of the cells at each place, where one row or column goes with any number. */
  private Tensor cells(Type type, int count, OfCells becomes) throws OnnxException {
    var rows = 1;
    var columns = 1;
    for (var i = 0; i < count; i++) {
      var it = given(i);
      rows = it.rows() == 1 ? rows : it.rows();
      columns = it.columns() == 1 ? columns : it.columns();
    }
    for (var i = 0; i < count; i++) {
      var it = given(i);
      if ((it.rows() != 1 && it.rows() != rows)
          || (it.columns() != 1 && it.columns() != columns)
          || it.texts() != null) {
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
      result[cell] = becomes.of(at);
    }
    return Tensor.of(type, new int[] {rows, columns}, result);
  }

  // Row by row.

  private interface OfRow {
    double of(double[] row);
  }

  /** One number of each row; the attribute that names the axis names the columns. */
  private Tensor rows(Type type, String attribute, OfRow becomes) throws OnnxException {
    var axis = node.attributes().getOrDefault(attribute, (long) COLUMNS);
    var x = given(0);
    if (!(axis.equals((long) COLUMNS) || axis.equals(List.of((long) COLUMNS)))
        || whole("keepdims", 1) != 1
        || x.rank() != 2
        || x.columns() == 0) {
      throw mismatch();
    }
    var result = room(x.rows(), 1);
    Arrays.setAll(result, row -> becomes.of(x.row(row)));
    return Tensor.of(type, new int[] {x.rows(), 1}, result);
  }

  private static double most(double[] row) {
    return DoubleStream.of(row).max().orElse(Double.NaN);
  }

  /** Index of the largest value, or with the sign −1 of the smallest; the first of equal ones. */
  private static int best(double[] row, int sign) {
    var best = 0;
    for (var i = 1; i < row.length; i++) {
      best = sign * row[i] > sign * row[best] ? i : best;
    }
    return best;
  }

  private Tensor softmax() throws OnnxException {
    var x = given(0);
    var result = room(x.rows(), x.columns());
    for (var r = 0; r < x.rows(); r++) {
      var row = x.row(r);
      OutputFunction.SOFTMAX.apply(row, 1, row.length);
      System.arraycopy(row, 0, result, r * row.length, row.length);
    }
    return Tensor.of(type(), x.shape(), result);
  }

  private Tensor concat() throws OnnxException {
    var columns = 0L;
    for (var i = 0; i < given.size(); i++) {
      columns += given(i).columns();
      if (given(i).rows() != given(0).rows() || given(i).type() != type()) {
        throw mismatch();
      }
    }
    var rows = given(0).rows();
    var result = room(rows, columns);
    var at = 0;
    for (var row = 0; row < rows; row++) {
      for (var it : given) {
        System.arraycopy(it.numbers(), row * it.columns(), result, at, it.columns());
        at += it.columns();
      }
    }
    return Tensor.of(type(), new int[] {rows, (int) columns}, result);
  }

  /** Some columns by a list of their indices; or of a list the number at each index. */
  private Tensor gather() throws OnnxException {
    var x = given(0);
    var indices = given(1);
    var isColumns = whole("axis", 0) == COLUMNS;
    if ((isColumns ? x.rank() != 2 || indices.rank() != 1 : x.rank() != 1)
        || DoubleStream.of(indices.numbers()).anyMatch(it -> it < 0 || it >= x.columns())) {
      throw mismatch();
    }
    var rows = isColumns ? x.rows() : indices.rows();
    var columns = indices.columns();
    var result = room(rows, columns);
    for (var i = 0; i < result.length; i++) {
      result[i] =
          isColumns
              ? x.numbers()[i / columns * x.columns() + (int) indices.numbers()[i % columns]]
              : x.numbers()[(int) indices.numbers()[i]];
    }
    return Tensor.of(type(), new int[] {rows, columns}, result);
  }

  /** XW + b, (rows × inputs) times (inputs × units). */
  private Tensor product() throws OnnxException {
    var x = given(0);
    var w = given(1);
    var units = w.columns();
    var isBiased = node.operator().equals("Gemm");
    if (x.columns() != w.rows()
        || !node.attributes().isEmpty()
        || (isBiased && given(2).size() != units)) {
      throw mismatch();
    }
    var sums = room(x.rows(), units);
    var weights = w.numbers();
    for (var row = 0; row < x.rows(); row++) {
      if (isBiased) {
        System.arraycopy(given(2).numbers(), 0, sums, row * units, units);
      }
      for (var k = 0; k < x.columns(); k++) {
        var value = x.numbers()[row * x.columns() + k];
        for (var unit = 0; unit < units; unit++) {
          sums[row * units + unit] += value * weights[k * units + unit];
        }
      }
    }
    return Tensor.of(type(), new int[] {x.rows(), units}, sums);
  }

  /** The index of each text in a list, or the text of each index. */
  private Tensor labels() throws OnnxException {
    if (!(node.attributes().get("classes_strings") instanceof List<?> classes)) {
      throw mismatch();
    }
    var x = given(0);
    if (x.texts() == null) {
      var other = String.valueOf(node.attributes().get("default_string"));
      var names =
          DoubleStream.of(x.numbers())
              .mapToObj(
                  it -> it >= 0 && it < classes.size() ? (String) classes.get((int) it) : other);
      return Tensor.texts(x.shape(), names.toArray(String[]::new));
    }
    var other = (double) whole("default_int64", -1);
    var indices = new HashMap<Object, Double>();
    classes.forEach(it -> indices.putIfAbsent(it, (double) indices.size()));
    var found = Arrays.stream(x.texts()).mapToDouble(it -> indices.getOrDefault(it, other));
    return Tensor.of(Type.INT64, x.shape(), found.toArray());
  }
}
