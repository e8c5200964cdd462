package dev.neuralworkbench.nn.blas;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * Products in plain Java: the same bits on every machine. Every result is a sum of rows of the
 * right factor, four at a time, in loops that the compiler runs on vector registers. Has no state.
 */
public class PortableProducts implements Products {

  /** Side of the squares in which a factor is transposed. */
  private static final int TILE = 64;

  private static final ThreadLocal<float[]> TRANSPOSED =
      ThreadLocal.withInitial(() -> new float[TILE * TILE]);

  /** Products in plain Java. */
  public PortableProducts() {}

  @Override
  public String description() {
    return "Java";
  }

  @Override
  public void multiply(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to) {
    clearColumns(c, a.numRows, from, to);
    for (var i = 0; i < a.numRows; i++) {
      addRows(
          a.data,
          i * a.numCols,
          1,
          a.numCols,
          b.data,
          from,
          b.numCols,
          c.data,
          i * c.numCols + from,
          to - from);
    }
  }

  @Override
  public void multiplyTransposedB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to) {
    clearColumns(c, a.numRows, from, to);
    var tile = TRANSPOSED.get();
    for (var j = from; j < to; j += TILE) {
      var columns = Math.min(TILE, to - j);
      for (var k = 0; k < a.numCols; k += TILE) {
        var terms = Math.min(TILE, a.numCols - k);
        for (var column = 0; column < columns; column++) {
          for (var term = 0; term < terms; term++) {
            tile[term * TILE + column] = b.data[(j + column) * b.numCols + k + term];
          }
        }
        for (var i = 0; i < a.numRows; i++) {
          addRows(
              a.data,
              i * a.numCols + k,
              1,
              terms,
              tile,
              0,
              TILE,
              c.data,
              i * c.numCols + j,
              columns);
        }
      }
    }
  }

  @Override
  public void multiplyTransposedA(
      FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to, boolean add) {
    var columns = c.numCols;
    if (!add) {
      Arrays.fill(c.data, from * columns, to * columns, 0);
    }
    for (var i = from; i < to; i++) {
      addRows(a.data, i, a.numCols, a.numRows, b.data, 0, b.numCols, c.data, i * columns, columns);
    }
  }

  @Override
  public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    Arrays.fill(c.data, 0, a.numRows * c.numCols, 0);
    for (var i = 0; i < a.numRows; i++) {
      var row = i * a.numCols;
      var k = 0;
      for (; k + 4 <= a.numCols; k += 4) {
        addFour(a.data, row + k, b.data, k * b.numCols, c.data, i * c.numCols, c.numCols);
      }
      for (; k < a.numCols; k++) {
        addOne(a.data[row + k], b.data, k * b.numCols, c.data, i * c.numCols, c.numCols);
      }
    }
  }

  /** c ← c + Σ aₖ bₖ over four rows bₖ of {@code count} elements, one behind the other. */
  private static void addFour(
      double[] a, int at, double[] b, int row, double[] c, int start, int count) {
    double a0 = a[at];
    double a1 = a[at + 1];
    double a2 = a[at + 2];
    double a3 = a[at + 3];
    var b1 = row + count;
    var b2 = b1 + count;
    var b3 = b2 + count;
    for (var j = 0; j < count; j++) {
      c[start + j] += (a0 * b[row + j] + a1 * b[b1 + j]) + (a2 * b[b2 + j] + a3 * b[b3 + j]);
    }
  }

  private static void addOne(double a, double[] b, int from, double[] c, int start, int count) {
    for (var j = 0; j < count; j++) {
      c[start + j] += a * b[from + j];
    }
  }

  private static void clearColumns(FMatrixRMaj c, int rows, int from, int to) {
    for (var i = 0; i < rows; i++) {
      Arrays.fill(c.data, i * c.numCols + from, i * c.numCols + to, 0);
    }
  }

  /**
   * c ← c + Σ aₖ bₖ, over rows bₖ of a matrix.
   *
   * @param a factors, from {@code aStart} in steps of {@code aStep}. Not modified.
   * @param terms number of factors
   * @param b rows, from {@code bStart} in steps of {@code bStep}. Not modified.
   * @param c the sum, {@code count} elements from {@code cStart}. Modified.
   */
  private static void addRows(
      float[] a,
      int aStart,
      int aStep,
      int terms,
      float[] b,
      int bStart,
      int bStep,
      float[] c,
      int cStart,
      int count) {
    var k = 0;
    for (; k + 4 <= terms; k += 4) {
      addFour(a, aStart + k * aStep, aStep, b, bStart + k * bStep, bStep, c, cStart, count);
    }
    for (; k < terms; k++) {
      addOne(a[aStart + k * aStep], b, bStart + k * bStep, c, cStart, count);
    }
  }

  private static void addFour(
      float[] a, int at, int aStep, float[] b, int b0, int bStep, float[] c, int start, int count) {
    var a0 = a[at];
    var a1 = a[at + aStep];
    var a2 = a[at + 2 * aStep];
    var a3 = a[at + 3 * aStep];
    var b1 = b0 + bStep;
    var b2 = b1 + bStep;
    var b3 = b2 + bStep;
    for (var j = 0; j < count; j++) {
      c[start + j] += (a0 * b[b0 + j] + a1 * b[b1 + j]) + (a2 * b[b2 + j] + a3 * b[b3 + j]);
    }
  }

  private static void addOne(float a, float[] b, int from, float[] c, int start, int count) {
    for (var j = 0; j < count; j++) {
      c[start + j] += a * b[from + j];
    }
  }
}
