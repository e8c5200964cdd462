package dev.neuralworkbench.nn.blas;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Objects;
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

  // CBLAS's constants.
  private static final int ROW_MAJOR = 101;
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;

  // A constant, so that calls are compiled into the caller; never called where it is null.
  @SuppressWarnings("NullAway")
  private static final MethodHandle SGEMM = OpenBlas.SGEMM;

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
    sgemm(
        AS_IS, AS_IS, a.numRows, to - from, a.numCols, a.data, 0, a.numCols, b.data, from,
        b.numCols, 0, c.data, from, c.numCols);
  }

  @Override
  public void multiplyTransposedB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to) {
    sgemm(
        AS_IS,
        TRANSPOSED,
        a.numRows,
        to - from,
        a.numCols,
        a.data,
        0,
        a.numCols,
        b.data,
        from * b.numCols,
        b.numCols,
        0,
        c.data,
        from,
        c.numCols);
  }

  @Override
  public void multiplyTransposedA(
      FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to, boolean add) {
    sgemm(
        TRANSPOSED,
        AS_IS,
        to - from,
        b.numCols,
        a.numRows,
        a.data,
        from,
        a.numCols,
        b.data,
        0,
        b.numCols,
        add ? 1 : 0,
        c.data,
        from * c.numCols,
        c.numCols);
  }

  /** C = op(A) · op(B) + beta · C, halved along its longest side until it is short enough. */
  private static void sgemm(
      int opA,
      int opB,
      int m,
      int n,
      int k,
      float[] a,
      int aStart,
      int lda,
      float[] b,
      int bStart,
      int ldb,
      float beta,
      float[] c,
      int cStart,
      int ldc) {
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
            lda,
            at(b, bStart),
            ldb,
            beta,
            at(c, cStart),
            ldc);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new AssertionError("a native call throws nothing checked", e);
      }
    } else if (k >= m && k >= n) {
      var half = half(k);
      sgemm(opA, opB, m, n, half, a, aStart, lda, b, bStart, ldb, beta, c, cStart, ldc);
      var aNext = aStart + half * (opA == AS_IS ? 1 : lda);
      var bNext = bStart + half * (opB == AS_IS ? ldb : 1);
      sgemm(opA, opB, m, n, k - half, a, aNext, lda, b, bNext, ldb, 1, c, cStart, ldc);
    } else if (m >= n) {
      var half = half(m);
      sgemm(opA, opB, half, n, k, a, aStart, lda, b, bStart, ldb, beta, c, cStart, ldc);
      var aNext = aStart + half * (opA == AS_IS ? lda : 1);
      var cNext = cStart + half * ldc;
      sgemm(opA, opB, m - half, n, k, a, aNext, lda, b, bStart, ldb, beta, c, cNext, ldc);
    } else {
      var half = half(n);
      sgemm(opA, opB, m, half, k, a, aStart, lda, b, bStart, ldb, beta, c, cStart, ldc);
      var bNext = bStart + half * (opB == AS_IS ? 1 : ldb);
      var cNext = cStart + half;
      sgemm(opA, opB, m, n - half, k, a, aStart, lda, b, bNext, ldb, beta, c, cNext, ldc);
    }
  }

  /** About the half, in whole vectors. */
  private static int half(int size) {
    return Math.ceilDiv(size, 32) * 16;
  }

  private static MemorySegment at(float[] array, int start) {
    return MemorySegment.ofArray(array).asSlice((long) Float.BYTES * start);
  }
}
