package dev.neuralworkbench.data;

import java.util.Arrays;

/**
 * Numbers in an array of one primitive type; NaN stands for a missing one. The whole types keep
 * their smallest number for the missing ones.
 */
abstract sealed class NumberStorage {

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
    return new Bytes(new byte[capacity]);
  }

  /** Whether a number was kept by a cast to a whole type; −0 is not. */
  private static boolean isKept(double value, int narrowed) {
    return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits((double) narrowed);
  }

  private static final class Bytes extends NumberStorage {
    private final byte[] values;

    Bytes(byte[] values) {
      this.values = values;
    }

    @Override
    int capacity() {
      return values.length;
    }

    @Override
    double get(int index) {
      var value = values[index];
      return value == Byte.MIN_VALUE ? Double.NaN : value;
    }

    @Override
    boolean set(int index, double value) {
      var narrowed = (byte) value;
      if (isKept(value, narrowed) && narrowed != Byte.MIN_VALUE) {
        values[index] = narrowed;
        return true;
      }
      values[index] = Byte.MIN_VALUE;
      return Double.isNaN(value);
    }

    @Override
    int bytesPerNumber() {
      return Byte.BYTES;
    }

    @Override
    NumberStorage resized(int capacity) {
      return new Bytes(Arrays.copyOf(values, capacity));
    }

    @Override
    NumberStorage wider() {
      return new Shorts(new short[values.length]);
    }
  }

  private static final class Shorts extends NumberStorage {
    private final short[] values;

    Shorts(short[] values) {
      this.values = values;
    }

    @Override
    int capacity() {
      return values.length;
    }

    @Override
    double get(int index) {
      var value = values[index];
      return value == Short.MIN_VALUE ? Double.NaN : value;
    }

    @Override
    boolean set(int index, double value) {
      var narrowed = (short) value;
      if (isKept(value, narrowed) && narrowed != Short.MIN_VALUE) {
        values[index] = narrowed;
        return true;
      }
      values[index] = Short.MIN_VALUE;
      return Double.isNaN(value);
    }

    @Override
    int bytesPerNumber() {
      return Short.BYTES;
    }

    @Override
    NumberStorage resized(int capacity) {
      return new Shorts(Arrays.copyOf(values, capacity));
    }

    @Override
    NumberStorage wider() {
      return new Ints(new int[values.length]);
    }
  }

  private static final class Ints extends NumberStorage {
    private final int[] values;

    Ints(int[] values) {
      this.values = values;
    }

    @Override
    int capacity() {
      return values.length;
    }

    @Override
    double get(int index) {
      var value = values[index];
      return value == Integer.MIN_VALUE ? Double.NaN : value;
    }

    @Override
    boolean set(int index, double value) {
      var narrowed = (int) value;
      if (isKept(value, narrowed) && narrowed != Integer.MIN_VALUE) {
        values[index] = narrowed;
        return true;
      }
      values[index] = Integer.MIN_VALUE;
      return Double.isNaN(value);
    }

    @Override
    int bytesPerNumber() {
      return Integer.BYTES;
    }

    @Override
    NumberStorage resized(int capacity) {
      return new Ints(Arrays.copyOf(values, capacity));
    }

    @Override
    NumberStorage wider() {
      return new Floats(new float[values.length]);
    }
  }

  private static final class Floats extends NumberStorage {
    private final float[] values;

    Floats(float[] values) {
      this.values = values;
    }

    @Override
    int capacity() {
      return values.length;
    }

    @Override
    double get(int index) {
      return values[index];
    }

    @Override
    boolean set(int index, double value) {
      values[index] = (float) value;
      return Double.isNaN(value) || (float) value == value;
    }

    @Override
    int bytesPerNumber() {
      return Float.BYTES;
    }

    @Override
    NumberStorage resized(int capacity) {
      return new Floats(Arrays.copyOf(values, capacity));
    }

    @Override
    NumberStorage wider() {
      return new Doubles(new double[values.length]);
    }
  }

  private static final class Doubles extends NumberStorage {
    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    int capacity() {
      return values.length;
    }

    @Override
    double get(int index) {
      return values[index];
    }

    @Override
    boolean set(int index, double value) {
      values[index] = value;
      return true;
    }

    @Override
    int bytesPerNumber() {
      return Double.BYTES;
    }

    @Override
    NumberStorage resized(int capacity) {
      return new Doubles(Arrays.copyOf(values, capacity));
    }

    @Override
    NumberStorage wider() {
      throw new IllegalStateException("a double is the widest type");
    }
  }
}
