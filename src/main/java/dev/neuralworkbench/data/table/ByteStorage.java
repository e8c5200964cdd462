package dev.neuralworkbench.data.table;

import java.util.Arrays;

/** Whole numbers from −127 to 127. */
public final class ByteStorage extends NumberStorage {
  private final byte[] values;

  public ByteStorage(byte[] values) {
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
    return new ByteStorage(Arrays.copyOf(values, capacity));
  }

  @Override
  NumberStorage wider() {
    return new ShortStorage(new short[values.length]);
  }
}
