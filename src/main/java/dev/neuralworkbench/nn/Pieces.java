package dev.neuralworkbench.nn;

/**
 * How a product is cut into pieces for the threads of a {@link Team}. Follows from shapes alone,
 * never from the number of threads, for the bits of a product depend on how it is cut.
 */
final class Pieces {

  /** Multiplications that are worth a piece: some 30 µs on one core. */
  private static final long WORTH = 2_000_000;

  /** What an element of the result costs besides, in multiplications. */
  private static final int OUTPUT = 48;

  /** Fewer columns than these make a product slow, more leave too few pieces. */
  private static final int NARROW = 64;

  private static final int WIDE = 128;

  /** Weights whose gradient stays in a core's cache until the optimizer has used it. */
  private static final int CACHED = 65_536;

  /** Elements that are worth a piece. */
  private static final int ELEMENTS = 8_192;

  private static final int VECTOR = 16;

  private Pieces() {}

  /**
   * Pieces of a product (rows × inner) · (inner × columns), each some of its columns.
   *
   * @return columns of a piece; the last one may have fewer
   */
  static int columns(int rows, int inner, int columns) {
    var most = Math.max(Math.ceilDiv(columns, WIDE), Math.min(4, Math.ceilDiv(columns, NARROW)));
    return size(columns, Math.min(most, (long) rows * (inner + OUTPUT) * columns / WORTH));
  }

  /**
   * Pieces of the gradient of weights (inputs × units) over some rows, each some of its inputs.
   *
   * @return inputs of a piece; the last one may have fewer
   */
  static int inputs(int rows, int inputs, int units) {
    var elements = (long) inputs * units;
    return size(
        inputs, Math.max(Math.ceilDiv(elements, CACHED), Math.min(4, rows * elements / WORTH)));
  }

  /**
   * Pieces of what is done element by element, each some rows; no bit depends on these.
   *
   * @return rows of a piece; the last one may have fewer
   */
  static int rows(int rows, int columns) {
    return rows * columns < 4 * ELEMENTS ? rows : Math.max(1, ELEMENTS / columns);
  }

  /** Whether a product is worth more than one thread. */
  static boolean isShared(long multiplications) {
    return multiplications >= 2 * WORTH;
  }

  private static int size(int total, long pieces) {
    if (pieces <= 1) {
      return total;
    }
    var even = Math.ceilDiv((long) total, pieces);
    return (int) Math.min(total, Math.ceilDiv(even, VECTOR) * VECTOR);
  }
}
