package dev.neuralworkbench.data.table;

import java.util.Arrays;

/** Numbers that have no more than 24 bits. */
final class FloatStorage extends NumberStorage {
  private final float[] values;

  FloatStorage(float[] values) {
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
    return new FloatStorage(Arrays.copyOf(values, capacity));
  }

  @Override
  NumberStorage wider() {
    return new DoubleStorage(new double[values.length]);
  }
}
