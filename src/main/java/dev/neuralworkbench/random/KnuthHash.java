package dev.neuralworkbench.random;

/**
 * Knuth's multiplicative hash ("The art of computer programming" 3, section 6.4): neighbours among
 * the whole numbers lie far apart from 0 to 1, always at the same places. For what must only look
 * scattered; no chance is in it.
 */
public final class KnuthHash {

  private static final long FACTOR = 2_654_435_761L;
  private static final long MASK = 0xffff_ffffL;

  private KnuthHash() {}

  /** The number from 0 to 1 that belongs to an index. */
  public static double of(int index) {
    return ((index * FACTOR) & MASK) / (double) MASK;
  }
}
