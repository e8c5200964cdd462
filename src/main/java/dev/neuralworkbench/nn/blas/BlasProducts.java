package dev.neuralworkbench.nn.blas;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * Products by OpenBLAS, on Java's own arrays. Bits may differ between types of processor. Has no
 * state.
 *
 * <p>A native call keeps the garbage collector waiting, so a long product is done in several.
 */
public final class BlasProducts implements Products {

  /** Most multiplications of one call: under 2 ms at 25 GFLOP/s. */
  private static final long LONGEST = 24_000_000;

  /** Most terms that a call in double adds up. */
  private static final int INNER = 1024;

  // CBLAS's constants.
  private static final int ROW_MAJOR = 101;
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;

  // A constant, so that calls are compiled into the caller; never called where it is null.
  @SuppressWarnings("NullAway")
  private static final MethodHandle SGEMM = OpenBlas.SGEMM;

  @SuppressWarnings("NullAway")
  private static final MethodHandle DGEMM = OpenBlas.DGEMM;

  /**
   * Products by OpenBLAS.
   *
   * @throws IllegalStateException unless {@link #available}
   */
  public BlasProducts() {
    if (!available()) {
      throw new IllegalStateException("OpenBLAS is not available");
    }
  }

  /** The fastest products of this machine: OpenBLAS, or plain Java where it cannot be loaded. */
  public static Products best() {
    return available() ? new BlasProducts() : new PortableProducts();
  }

  /** Whether OpenBLAS could be loaded. */
  public static boolean available() {
    return Objects.nonNull(OpenBlas.SGEMM);
  }

  @Override
  public String description() {
    return OpenBlas.DESCRIPTION;
  }

  @Override
  public void multiply(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to) {
    sgemm(AS_IS, AS_IS, a.numRows, to - from, a.numCols, a, 0, b, from, 0, c, from);
  }

  @Override
  public void multiplyTransposedB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to) {
    var first = from * b.numCols;
    sgemm(AS_IS, TRANSPOSED, a.numRows, to - from, a.numCols, a, 0, b, first, 0, c, from);
  }

  @Override
  public void multiplyTransposedA(
      FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to, boolean add) {
    var beta = add ? 1 : 0;
    var first = from * c.numCols;
    sgemm(TRANSPOSED, AS_IS, to - from, b.numCols, a.numRows, a, from, b, 0, beta, c, first);
  }

  @Override
  public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    var inner = Math.min(a.numCols, INNER);
    var columns = (int) Math.max(16, LONGEST / 2 / ((long) a.numRows * inner) / 16 * 16);
    for (var from = 0; from < c.numCols; from += columns) {
      for (var k = 0; k < a.numCols; k += inner) {
        dgemm(
            a, k, b, from, c, Math.min(columns, c.numCols - from), Math.min(inner, a.numCols - k));
      }
    }
  }

  /** C = A · B or, but for the first terms, C = C + A · B, over some terms for some columns. */
  private static void dgemm(
      DMatrixRMaj a, int k, DMatrixRMaj b, int from, DMatrixRMaj c, int columns, int terms) {
    try {
      DGEMM.invokeExact(
          ROW_MAJOR,
          AS_IS,
          AS_IS,
          a.numRows,
          columns,
          terms,
          1.0,
          at(a, k),
          a.numCols,
          at(b, k * b.numCols + from),
          b.numCols,
          k == 0 ? 0.0 : 1.0,
          at(c, from),
          c.numCols);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a native call throws nothing checked", e);
    }
  }

  /**
   * C = op(A) · op(B) + beta · C, (m × n) of sums of k, halved along its longest side until it is
   * short enough. Each matrix is taken from its element at a start on.
   */
  private static void sgemm(
      int opA,
      int opB,
      int m,
      int n,
      int k,
      FMatrixRMaj a,
      int aStart,
      FMatrixRMaj b,
      int bStart,
      float beta,
      FMatrixRMaj c,
      int cStart) {
    if ((long) m * n * k <= LONGEST) {
      try {
        SGEMM.invokeExact(
            ROW_MAJOR,
            opA,
            opB,
            m,
            n,
            k,
            1f,
            at(a, aStart),
            a.numCols,
            at(b, bStart),
            b.numCols,
            beta,
            at(c, cStart),
            c.numCols);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new AssertionError("a native call throws nothing checked", e);
      }
    } else if (k >= m && k >= n) {
      var half = half(k);
      sgemm(opA, opB, m, n, half, a, aStart, b, bStart, beta, c, cStart);
      var aNext = aStart + half * (opA == AS_IS ? 1 : a.numCols);
      var bNext = bStart + half * (opB == AS_IS ? b.numCols : 1);
      sgemm(opA, opB, m, n, k - half, a, aNext, b, bNext, 1, c, cStart);
    } else if (m >= n) {
      var half = half(m);
      sgemm(opA, opB, half, n, k, a, aStart, b, bStart, beta, c, cStart);
      var aNext = aStart + half * (opA == AS_IS ? a.numCols : 1);
      sgemm(opA, opB, m - half, n, k, a, aNext, b, bStart, beta, c, cStart + half * c.numCols);
    } else {
      var half = half(n);
      sgemm(opA, opB, m, half, k, a, aStart, b, bStart, beta, c, cStart);
      var bNext = bStart + half * (opB == AS_IS ? 1 : b.numCols);
      sgemm(opA, opB, m, n - half, k, a, aStart, b, bNext, beta, c, cStart + half);
    }
  }

  /** About the half, in whole vectors. */
  private static int half(int size) {
    return Math.ceilDiv(size, 32) * 16;
  }

  private static MemorySegment at(FMatrixRMaj matrix, int start) {
    return MemorySegment.ofArray(matrix.data).asSlice((long) Float.BYTES * start);
  }

  private static MemorySegment at(DMatrixRMaj matrix, int start) {
    return MemorySegment.ofArray(matrix.data).asSlice((long) Double.BYTES * start);
  }
}
