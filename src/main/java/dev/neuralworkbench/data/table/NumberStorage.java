package dev.neuralworkbench.data.table;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Numbers in an array of one primitive type; NaN stands for a missing one. The whole types keep
 * their smallest number for the missing ones. One class that asks for its type with every number
 * lost: to scale a table took three times as long.
 */
public abstract sealed class NumberStorage {

  /** An empty storage of each type, from the narrowest on. */
  private static final List<IntFunction<NumberStorage>> TYPES =
      List.of(
          capacity -> new Bytes(new byte[capacity]),
          capacity -> new Shorts(new short[capacity]),
          capacity -> new Ints(new int[capacity]),
          capacity -> new Floats(new float[capacity]),
          capacity -> new Doubles(new double[capacity]));

  private final int type;

  final int bytesPerNumber;
  private final Object array;
  final int capacity;

  private NumberStorage(int type, int bytesPerNumber, Object array, int capacity) {
    this.type = type;
    this.bytesPerNumber = bytesPerNumber;
    this.array = array;
    this.capacity = capacity;
  }

  static NumberStorage narrowest(int capacity) {
    return TYPES.getFirst().apply(capacity);
  }

  /**
   * Whole numbers from −32,767 on, as bytes where each is one.
   *
   * @param values Kept, not copied: not to be modified any more.
   */
  public static NumberStorage of(short[] values) {
    var bytes = narrowest(values.length);
    for (var i = 0; i < values.length; i++) {
      if (!bytes.set(i, values[i])) {
        return new Shorts(values);
      }
    }
    return bytes;
  }

  NumberStorage wider() {
    return TYPES.get(type + 1).apply(capacity);
  }

  /** A storage of the same type with the first numbers of this one. */
  NumberStorage resized(int capacity) {
    var resized = TYPES.get(type).apply(capacity);
    System.arraycopy(array, 0, resized.array, 0, Math.min(capacity, this.capacity));
    return resized;
  }

  abstract double get(int index);

  /** Stores what a cast to the type makes of a number. */
  abstract void put(int index, double value);

  /**
   * Stores a number if the type keeps it exactly; NaN, for missing, is kept by every type.
   *
   * @return whether it did: whether the same number, −0 told from 0, is read back
   */
  boolean set(int index, double value) {
    put(index, value);
    return Double.doubleToRawLongBits(get(index)) == Double.doubleToRawLongBits(value)
        || Double.isNaN(value);
  }

  private static double whole(int stored, int missing) {
    return stored == missing ? Double.NaN : stored;
  }

  private static double orMissing(double value, int missing) {
    return Double.isNaN(value) ? missing : value;
  }

  /** Whole numbers from −127 to 127. */
  private static final class Bytes extends NumberStorage {
    private final byte[] values;

    Bytes(byte[] values) {
      super(0, Byte.BYTES, values, values.length);
      this.values = values;
    }

    @Override
    double get(int index) {
      return whole(values[index], Byte.MIN_VALUE);
    }

    @Override
    void put(int index, double value) {
      values[index] = (byte) orMissing(value, Byte.MIN_VALUE);
    }
  }

  /** Whole numbers from −32,767 to 32,767. */
  private static final class Shorts extends NumberStorage {
    private final short[] values;

    Shorts(short[] values) {
      super(1, Short.BYTES, values, values.length);
      this.values = values;
    }

    @Override
    double get(int index) {
      return whole(values[index], Short.MIN_VALUE);
    }

    @Override
    void put(int index, double value) {
      values[index] = (short) orMissing(value, Short.MIN_VALUE);
    }
  }

  /** Whole numbers from −2,147,483,647 to 2,147,483,647. */
  private static final class Ints extends NumberStorage {
    private final int[] values;

    Ints(int[] values) {
      super(2, Integer.BYTES, values, values.length);
      this.values = values;
    }

    @Override
    double get(int index) {
      return whole(values[index], Integer.MIN_VALUE);
    }

    @Override
    void put(int index, double value) {
      values[index] = (int) orMissing(value, Integer.MIN_VALUE);
    }
  }

  /** Numbers that have no more than 24 bits. */
  private static final class Floats extends NumberStorage {
    private final float[] values;

    Floats(float[] values) {
      super(3, Float.BYTES, values, values.length);
      this.values = values;
    }

    @Override
    double get(int index) {
      return values[index];
    }

    @Override
    void put(int index, double value) {
      values[index] = (float) value;
    }
  }

  private static final class Doubles extends NumberStorage {
    private final double[] values;

    Doubles(double[] values) {
      super(4, Double.BYTES, values, values.length);
      this.values = values;
    }

    @Override
    double get(int index) {
      return values[index];
    }

    @Override
    void put(int index, double value) {
      values[index] = value;
    }
  }
}
