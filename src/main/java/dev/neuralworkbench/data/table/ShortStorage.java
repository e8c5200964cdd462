package dev.neuralworkbench.data.table;

import java.util.Arrays;

/** Whole numbers from −32,767 to 32,767. */
public final class ShortStorage extends NumberStorage {
  private final short[] values;

  public ShortStorage(short[] values) {
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
    return new ShortStorage(Arrays.copyOf(values, capacity));
  }

  @Override
  NumberStorage wider() {
    return new IntStorage(new int[values.length]);
  }
}
