package dev.neuralworkbench.exchange.onnx;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type in a grid, the last dimension side by side. Numbers of every type are held as
 * doubles, which hold each float, flag and index exactly; those of a tensor of floats are rounded.
 * Arrays are kept, not to be modified any more.
 *
 * @param shape length of each dimension; none for a single value
 * @param numbers the values; none of a tensor of texts
 * @param texts the values of a tensor of texts, otherwise null
 */
@SuppressWarnings("ArrayRecordComponent") // As many as there are weights; nobody compares them.
record Tensor(ValueType type, int[] shape, double[] numbers, String @Nullable [] texts) {

  /** Types of values, by their numbers in ONNX. */
  enum ValueType {
    FLOAT(1, Float.BYTES),
    INT32(6, Integer.BYTES),
    INT64(7, Long.BYTES),
    STRING(8, 0),
    BOOL(9, 1),
    DOUBLE(11, Double.BYTES);

    final int code;

    /** Bytes of one value; 0 where they differ. */
    final int bytes;

    ValueType(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    static @Nullable ValueType of(long code) {
      return Stream.of(values()).filter(it -> it.code == code).findFirst().orElse(null);
    }

    private double rounded(double value) {
      return this == FLOAT ? (float) value : value;
    }
  }

  /** Numbers, each rounded to what the type can hold. */
  static Tensor of(ValueType type, int[] shape, double... numbers) {
    Arrays.setAll(numbers, i -> type.rounded(numbers[i]));
    return new Tensor(type, shape, numbers, null);
  }

  /** One row of numbers, (1 × numbers), which goes with every row of a batch. */
  static Tensor row(ValueType type, double... numbers) {
    return of(type, new int[] {1, numbers.length}, numbers);
  }

  /** A list of numbers, (numbers). */
  static Tensor list(ValueType type, double... numbers) {
    return of(type, new int[] {numbers.length}, numbers);
  }

  static Tensor texts(int[] shape, String... texts) {
    return new Tensor(ValueType.STRING, shape, new double[0], texts);
  }

  int size() {
    return texts == null ? numbers.length : texts.length;
  }

  int rank() {
    return shape.length;
  }

  /** Length of the last dimension; 1 for a single value. */
  int columns() {
    return rank() == 0 ? 1 : shape[rank() - 1];
  }

  /** Length of the dimension before it; 1 for a list. */
  int rows() {
    return rank() < 2 ? 1 : shape[rank() - 2];
  }

  /** Columns as rows. */
  Tensor transposed() {
    var turned = CommonOps_DDRM.transpose(matrix(), null).data;
    return new Tensor(type, new int[] {columns(), rows()}, turned, null);
  }

  /** The numbers of a tensor of two dimensions; not a copy. */
  DMatrixRMaj matrix() {
    return DMatrixRMaj.wrap(rows(), columns(), numbers);
  }

  /** The values of a row of two dimensions; the caller's own. */
  double[] row(int row) {
    return Arrays.copyOfRange(numbers, row * columns(), (row + 1) * columns());
  }
}
