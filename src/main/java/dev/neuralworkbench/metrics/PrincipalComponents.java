package dev.neuralworkbench.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The two directions in which rows differ most: the first two eigenvectors of their covariance,
 * found by orthogonal iteration on the centred rows, v ← Xᵀ(Xv), without forming the covariance.
 * Jolliffe, Principal Component Analysis, 2002, section 2; Golub and Van Loan, Matrix Computations,
 * section 8.2.4. Its arrays are not to be modified.
 *
 * @param mean of the rows
 * @param directions v₁ and v₂, of length 1
 * @param shares share of the rows' variance along each, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record PrincipalComponents(double[] mean, double[][] directions, double[] shares) {

  private static final int MOST_STEPS = 300;
  private static final double CLOSE = 1e-10;

  /**
   * The first two components of some rows.
   *
   * @param rows (rows × columns), at least one row and two columns. Not modified.
   * @throws IllegalArgumentException if there are fewer
   */
  public static PrincipalComponents of(FMatrixRMaj rows) {
    if (rows.numRows < 1 || rows.numCols < 2) {
      throw new IllegalArgumentException(
          "expected at least 1 row and 2 columns, received %d × %d"
              .formatted(rows.numRows, rows.numCols));
    }
    var mean = mean(rows);
    var total = 0.0;
    for (var i = 0; i < rows.getNumElements(); i++) {
      var difference = rows.data[i] - mean[i % rows.numCols];
      total += difference * difference;
    }
    var first = new double[rows.numCols];
    var second = new double[rows.numCols];
    for (var i = 0; i < first.length; i++) {
      // Any start will do that is unlikely to lie across a component.
      first[i] = 1 + 0.37 * (i % 7);
      second[i] = (i % 2 == 0 ? 1 : -1) * (1 + 0.23 * (i % 5));
    }
    normalize(first);
    removeAlong(second, first);
    normalize(second);
    var variances = new double[2];
    for (var step = 0; step < MOST_STEPS; step++) {
      var before = variances.clone();
      variances[0] = multiply(rows, mean, first);
      variances[1] = multiply(rows, mean, second);
      removeAlong(second, first);
      normalize(second);
      if (Math.abs(variances[0] - before[0]) + Math.abs(variances[1] - before[1])
          <= CLOSE * total) {
        break;
      }
    }
    var shares = new double[2];
    for (var i = 0; i < 2; i++) {
      shares[i] = total > 0 ? Math.min(1, variances[i] / total) : 0;
    }
    return new PrincipalComponents(mean, new double[][] {pointed(first), pointed(second)}, shares);
  }

  /**
   * Place of a row along a component: (x − mean) · v.
   *
   * @param rows (rows × columns). Not modified.
   */
  public double place(FMatrixRMaj rows, int row, int component) {
    var sum = 0.0;
    var offset = row * mean.length;
    for (var i = 0; i < mean.length; i++) {
      sum += (rows.data[offset + i] - mean[i]) * directions[component][i];
    }
    return sum;
  }

  /**
   * The point of the plane through both components: mean + a v₁ + b v₂.
   *
   * @param into receives as many numbers as the rows have columns, from {@code offset} on.
   *     Modified.
   */
  public void point(double a, double b, float[] into, int offset) {
    for (var i = 0; i < mean.length; i++) {
      into[offset + i] = (float) (mean[i] + a * directions[0][i] + b * directions[1][i]);
    }
  }

  private static double[] mean(FMatrixRMaj rows) {
    var mean = new double[rows.numCols];
    for (var i = 0; i < rows.getNumElements(); i++) {
      mean[i % rows.numCols] += rows.data[i];
    }
    for (var i = 0; i < mean.length; i++) {
      mean[i] /= rows.numRows;
    }
    return mean;
  }

  /** v ← Xᵀ(Xv) / |Xᵀ(Xv)|; returns that length, which tends to the sum of squares along v. */
  private static double multiply(FMatrixRMaj rows, double[] mean, double[] v) {
    var product = new double[v.length];
    for (var row = 0; row < rows.numRows; row++) {
      var offset = row * v.length;
      var along = 0.0;
      for (var i = 0; i < v.length; i++) {
        along += (rows.data[offset + i] - mean[i]) * v[i];
      }
      for (var i = 0; i < v.length; i++) {
        product[i] += along * (rows.data[offset + i] - mean[i]);
      }
    }
    var length = normalize(product);
    if (length > 0) {
      System.arraycopy(product, 0, v, 0, v.length);
    }
    return length;
  }

  private static void removeAlong(double[] v, double[] unit) {
    var along = dot(v, unit);
    Arrays.setAll(v, i -> v[i] - along * unit[i]);
  }

  /** Makes it 1 long, unless it is 0; returns how long it was. */
  private static double normalize(double[] v) {
    var length = Math.sqrt(dot(v, v));
    for (var i = 0; length > 0 && i < v.length; i++) {
      v[i] /= length;
    }
    return length;
  }

  private static double dot(double[] v, double[] w) {
    return IntStream.range(0, v.length).mapToDouble(i -> v[i] * w[i]).sum();
  }

  /** A direction and its opposite are the same component: the largest number is positive. */
  private static double[] pointed(double[] v) {
    var largest = 0;
    for (var i = 1; i < v.length; i++) {
      largest = Math.abs(v[i]) > Math.abs(v[largest]) ? i : largest;
    }
    return v[largest] < 0 ? Arrays.stream(v).map(it -> -it).toArray() : v;
  }
}
