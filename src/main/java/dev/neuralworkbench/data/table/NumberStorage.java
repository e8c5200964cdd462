package dev.neuralworkbench.data.table;

import java.util.function.IntFunction;

/**
 * Numbers in an array of one primitive type; NaN stands for a missing one. The whole types keep
 * their smallest number for the missing ones. One class that asks for its type with every number
 * lost: to scale a table took three times as long.
 */
public abstract sealed class NumberStorage {

  /** The types, from the narrowest on. */
  private enum Type {
    BYTE(Byte.BYTES, capacity -> new Bytes(new byte[capacity])),
    SHORT(Short.BYTES, capacity -> new Shorts(new short[capacity])),
    INT(Integer.BYTES, capacity -> new Ints(new int[capacity])),
    FLOAT(Float.BYTES, capacity -> new Floats(new float[capacity])),
    DOUBLE(Double.BYTES, capacity -> new Doubles(new double[capacity]));

    private final int bytes;
    private final IntFunction<NumberStorage> empty;

    Type(int bytes, IntFunction<NumberStorage> empty) {
      this.bytes = bytes;
      this.empty = empty;
    }
  }

  private final Type type;
  private final Object array;
  private final int capacity;

  private NumberStorage(Type type, Object array, int capacity) {
    this.type = type;
    this.array = array;
    this.capacity = capacity;
  }

  /** An empty storage of the narrowest type. */
  static NumberStorage narrowest(int capacity) {
    return Type.BYTE.empty.apply(capacity);
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

  /** An empty storage of the next wider type. */
  NumberStorage wider() {
    return Type.values()[type.ordinal() + 1].empty.apply(capacity);
  }

  /** A storage of the same type with the first numbers of this one. */
  NumberStorage resized(int capacity) {
    var resized = type.empty.apply(capacity);
    System.arraycopy(array, 0, resized.array, 0, Math.min(capacity, this.capacity));
    return resized;
  }

  /** Number of elements of the array. */
  int capacity() {
    return capacity;
  }

  /** Bytes that one number takes. */
  int bytesPerNumber() {
    return type.bytes;
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
    return Double.compare(get(index), value) == 0;
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
      super(Type.BYTE, values, values.length);
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
      super(Type.SHORT, values, values.length);
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
      super(Type.INT, values, values.length);
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
      super(Type.FLOAT, values, values.length);
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

  /** All numbers. */
  private static final class Doubles extends NumberStorage {
    private final double[] values;

    Doubles(double[] values) {
      super(Type.DOUBLE, values, values.length);
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
