package dev.neuralworkbench.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One number of each of some epochs, in as few bytes as keep every bit: a rate or a score takes few
 * values, and times are whole nanoseconds near each other. Immutable.
 */
sealed interface EpochNumbers {

  /** The number of an epoch, counted from 0. */
  double of(int epoch);

  /** Keeps these numbers. The array is theirs from now on. */
  static EpochNumbers keep(double[] numbers) {
    EpochNumbers few = Few.of(numbers);
    few = few == null ? Nanos.of(numbers) : few;
    return few == null ? new Any(numbers) : few;
  }

  /** At most 256 different numbers, a byte each: its place among them, in order. */
  @SuppressWarnings("ArrayRecordComponent")
  record Few(double[] different, byte[] places) implements EpochNumbers {

    static @Nullable Few of(double[] numbers) {
      var different = new double[256];
      var count = 0;
      for (var number : numbers) {
        var place = Arrays.binarySearch(different, 0, count, number);
        if (place < 0) {
          if (count == different.length) {
            return null;
          }
          System.arraycopy(different, -place - 1, different, -place, count + place + 1);
          different[-place - 1] = number;
          count++;
        }
      }
      var places = new byte[count == 1 ? 0 : numbers.length];
      for (var i = 0; i < places.length; i++) {
        places[i] = (byte) Arrays.binarySearch(different, 0, count, numbers[i]);
      }
      return new Few(Arrays.copyOf(different, count), places);
    }

    @Override
    public double of(int epoch) {
      return different[places.length == 0 ? 0 : Byte.toUnsignedInt(places[epoch])];
    }
  }

  /** Seconds that are whole nanoseconds, as those since the first of them. */
  @SuppressWarnings("ArrayRecordComponent")
  record Nanos(long first, int[] since) implements EpochNumbers {

    static @Nullable Nanos of(double[] numbers) {
      var first = Math.round(numbers[0] * 1e9);
      var since = new int[numbers.length];
      for (var i = 0; i < since.length; i++) {
        since[i] = (int) (Math.round(numbers[i] * 1e9) - first);
        if (Double.compare((first + since[i]) / 1e9, numbers[i]) != 0) {
          return null;
        }
      }
      return new Nanos(first, since);
    }

    @Override
    public double of(int epoch) {
      return (first + since[epoch]) / 1e9;
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Any(double[] numbers) implements EpochNumbers {
    @Override
    public double of(int epoch) {
      return numbers[epoch];
    }
  }
}
