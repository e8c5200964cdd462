package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The operators that go along rows, join them, pick from them or multiply them. The axis is always
 * that of the columns.
 */
record RowOperator(Operator operator) {

  private static final int COLUMNS = 1; // the axis

  Tensor apply() throws OnnxException {
    return switch (operator.node().domain() + ":" + operator.node().operator()) {
      case ":ReduceSum" -> rows(operator.type(), row -> DoubleStream.of(row).sum());
      case ":ArgMax" -> rows(ValueType.INT64, row -> best(row, 1));
      case ":ArgMin" -> rows(ValueType.INT64, row -> best(row, -1));
      case ":Softmax" -> softmax();
      case ":Concat" -> concat();
      case ":Gather" -> gather();
      case ":MatMul", ":Gemm" -> product();
      case OnnxModel.LEARNED + ":LabelEncoder" -> labels();
      default -> throw operator.unknown();
    };
  }

  /** One number of each row. */
  private Tensor rows(ValueType type, ToDoubleFunction<double[]> becomes) throws OnnxException {
    var x = operator.numbers(0);
    if (operator.attribute("axis", (long) COLUMNS) != COLUMNS
        || operator.attribute("keepdims", 1L) != 1
        || x.rank() != 2
        || x.columns() == 0) {
      throw operator.mismatch();
    }
    var result = operator.room(x.rows(), 1);
    Arrays.setAll(result, row -> becomes.applyAsDouble(x.row(row)));
    return Tensor.of(type, new int[] {x.rows(), 1}, result);
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
    var x = operator.numbers(0);
    var result = operator.room(x.rows(), x.columns());
    System.arraycopy(x.numbers(), 0, result, 0, result.length);
    OutputFunction.SOFTMAX.apply(result, x.rows(), x.columns());
    return Tensor.of(operator.type(), x.shape(), result);
  }

  private Tensor concat() throws OnnxException {
    var columns = 0L;
    for (var i = 0; i < operator.given().size(); i++) {
      columns += operator.numbers(i).columns();
      if (operator.numbers(i).rows() != operator.numbers(0).rows()
          || operator.numbers(i).type() != operator.type()) {
        throw operator.mismatch();
      }
    }
    var rows = operator.numbers(0).rows();
    var result = operator.room(rows, columns);
    var at = 0;
    for (var row = 0; row < rows; row++) {
      for (var it : operator.given()) {
        System.arraycopy(it.numbers(), row * it.columns(), result, at, it.columns());
        at += it.columns();
      }
    }
    return Tensor.of(operator.type(), new int[] {rows, (int) columns}, result);
  }

  /** Some columns by a list of their indices; or of a list the number at each index. */
  private Tensor gather() throws OnnxException {
    var x = operator.numbers(0);
    var indices = operator.numbers(1);
    var isColumns = operator.attribute("axis", 0L) == COLUMNS;
    if ((isColumns ? x.rank() != 2 || indices.rank() != 1 : x.rank() != 1)
        || DoubleStream.of(indices.numbers()).anyMatch(it -> it < 0 || it >= x.columns())) {
      throw operator.mismatch();
    }
    var rows = isColumns ? x.rows() : indices.rows();
    var columns = indices.columns();
    var result = operator.room(rows, columns);
    for (var i = 0; i < result.length; i++) {
      result[i] =
          isColumns
              ? x.numbers()[i / columns * x.columns() + (int) indices.numbers()[i % columns]]
              : x.numbers()[(int) indices.numbers()[i]];
    }
    return Tensor.of(operator.type(), new int[] {rows, columns}, result);
  }

  /** XW + b, (rows × inputs) times (inputs × units). */
  private Tensor product() throws OnnxException {
    var x = operator.numbers(0);
    var w = operator.numbers(1);
    var units = w.columns();
    var isBiased = operator.node().operator().equals("Gemm");
    if (x.columns() != w.rows()
        || !operator.node().attributes().isEmpty()
        || (isBiased && operator.numbers(2).size() != units)) {
      throw operator.mismatch();
    }
    var sums = operator.room(x.rows(), units);
    CommonOps_DDRM.mult(x.matrix(), w.matrix(), DMatrixRMaj.wrap(x.rows(), units, sums));
    for (var i = 0; isBiased && i < sums.length; i++) {
      sums[i] += operator.numbers(2).numbers()[i % units];
    }
    return Tensor.of(operator.type(), new int[] {x.rows(), units}, sums);
  }

  /** The index of each text in a list, or the text of each index. */
  private Tensor labels() throws OnnxException {
    if (!(operator.node().attributes().get("classes_strings") instanceof List<?> classes)) {
      throw operator.mismatch();
    }
    var x = operator.given(0);
    if (x.texts() == null) {
      var other = String.valueOf(operator.node().attributes().get("default_string"));
      var names =
          DoubleStream.of(x.numbers())
              .mapToObj(
                  it -> it >= 0 && it < classes.size() ? (String) classes.get((int) it) : other);
      return Tensor.texts(x.shape(), names.toArray(String[]::new));
    }
    var other = (double) operator.attribute("default_int64", -1L);
    var indices = new HashMap<Object, Double>();
    classes.forEach(it -> indices.putIfAbsent(it, (double) indices.size()));
    var found = Arrays.stream(x.texts()).mapToDouble(it -> indices.getOrDefault(it, other));
    return Tensor.of(ValueType.INT64, x.shape(), found.toArray());
  }
}
