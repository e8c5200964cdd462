package dev.neuralworkbench.data.table;

import java.util.Arrays;

/** Whole numbers from −2,147,483,647 to 2,147,483,647. */
final class IntStorage extends NumberStorage {
  private final int[] values;

  IntStorage(int[] values) {
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
    return new IntStorage(Arrays.copyOf(values, capacity));
  }

  @Override
  NumberStorage wider() {
    return new FloatStorage(new float[values.length]);
  }
}
