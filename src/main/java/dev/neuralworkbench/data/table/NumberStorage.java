package dev.neuralworkbench.data.table;

/**
 * Numbers in an array of one primitive type; NaN stands for a missing one. The whole types keep
 * their smallest number for the missing ones.
 */
public abstract sealed class NumberStorage
    permits ByteStorage, ShortStorage, IntStorage, FloatStorage, DoubleStorage {

  /** Number of elements of the array. */
  abstract int capacity();

  abstract double get(int index);

  /**
   * Stores a number if the type keeps it exactly; NaN, for missing, is kept by every type.
   *
   * @return whether it did
   */
  abstract boolean set(int index, double value);

  /** Bytes that one number takes. */
  abstract int bytesPerNumber();

  /** A storage of the same type with the first numbers of this one. */
  abstract NumberStorage resized(int capacity);

  /** An empty storage of the next wider type. */
  abstract NumberStorage wider();

  /** An empty storage of the narrowest type. */
  static NumberStorage narrowest(int capacity) {
    return new ByteStorage(new byte[capacity]);
  }

  /** Whether a number was kept by a cast to a whole type; −0 is not. */
  static boolean isKept(double value, int narrowed) {
    return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits((double) narrowed);
  }
}
