package dev.neuralworkbench.data;

/**
 * A growing list of numbers that starts in bytes and moves to a wider array when a number asks for
 * it, so that a large file never stands in memory wider than its table.
 */
final class NumberBuilder {

  private static final int FIRST_CAPACITY = 64;

  private NumberStorage storage = NumberStorage.narrowest(FIRST_CAPACITY);
  private int size;

  void add(double value) {
    if (size == storage.capacity()) {
      storage = storage.resized(size + (size >> 1));
    }
    while (!storage.holds(value)) {
      widen();
    }
    storage.set(size++, value);
  }

  int size() {
    return size;
  }

  double get(int index) {
    return storage.get(index);
  }

  /** Bytes taken so far. */
  long bytes() {
    return (long) storage.capacity() * storage.bytesPerNumber();
  }

  /** The numbers in an array of exactly their length. */
  NumberStorage build() {
    return storage.resized(size);
  }

  /**
   * One type wider, or two where the numbers so far would not fit: large whole numbers in float.
   */
  private void widen() {
    NumberStorage wide = storage;
    boolean fits;
    do {
      wide = wide.wider();
      fits = true;
      for (var i = 0; i < size && fits; i++) {
        fits = wide.holds(storage.get(i));
      }
    } while (!fits);
    for (var i = 0; i < size; i++) {
      wide.set(i, storage.get(i));
    }
    storage = wide;
  }
}
