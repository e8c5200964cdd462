package dev.neuralworkbench.data.table;

import java.util.Arrays;

/** All numbers. */
final class DoubleStorage extends NumberStorage {
  private final double[] values;

  DoubleStorage(double[] values) {
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
    return new DoubleStorage(Arrays.copyOf(values, capacity));
  }

  @Override
  NumberStorage wider() {
    throw new IllegalStateException("a double is the widest type");
  }
}
