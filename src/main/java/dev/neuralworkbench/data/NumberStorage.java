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

  /** Stores a number that {@link #holds} allows. */
  abstract void set(int index, double value);

  /** Whether the type keeps the number exactly. NaN, for missing, is held by every type. */
  abstract boolean holds(double value);

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

  /** Whether the number is whole and can be told from itself after a cast; −0 cannot. */
  private static boolean isWhole(double value, int narrowed) {
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
    void set(int index, double value) {
      values[index] = Double.isNaN(value) ? Byte.MIN_VALUE : (byte) value;
    }

    @Override
    boolean holds(double value) {
      var narrowed = (byte) value;
      return Double.isNaN(value) || (isWhole(value, narrowed) && narrowed != Byte.MIN_VALUE);
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
    void set(int index, double value) {
      values[index] = Double.isNaN(value) ? Short.MIN_VALUE : (short) value;
    }

    @Override
    boolean holds(double value) {
      var narrowed = (short) value;
      return Double.isNaN(value) || (isWhole(value, narrowed) && narrowed != Short.MIN_VALUE);
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
    void set(int index, double value) {
      values[index] = Double.isNaN(value) ? Integer.MIN_VALUE : (int) value;
    }

    @Override
    boolean holds(double value) {
      var narrowed = (int) value;
      return Double.isNaN(value) || (isWhole(value, narrowed) && narrowed != Integer.MIN_VALUE);
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
    void set(int index, double value) {
      values[index] = (float) value;
    }

    @Override
    boolean holds(double value) {
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
    void set(int index, double value) {
      values[index] = value;
    }

    @Override
    boolean holds(double value) {
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
