package dev.neuralworkbench.data.table;

/**
 * A growing list of numbers that starts in bytes and moves to a wider array when a number asks for
 * it, so that a large file never stands in memory wider than its table.
 */
public final class NumberBuilder {

  private static final int FIRST_CAPACITY = 64;

  private NumberStorage storage = NumberStorage.narrowest(FIRST_CAPACITY);
  private int capacity = FIRST_CAPACITY;
  private int size;

  public void add(double value) {
    if (size == capacity) {
      capacity += capacity >> 1;
      storage = storage.resized(capacity);
    }
    while (!storage.set(size, value)) {
      widen();
    }
    size++;
  }

  public void removeLast() {
    size--;
  }

  public int size() {
    return size;
  }

  public long bytes() {
    return (long) capacity * storage.bytesPerNumber;
  }

  /** The numbers in an array of exactly their length. */
  public NumberStorage build() {
    return storage.resized(size);
  }

  /** To the next type that keeps the numbers so far: large whole numbers skip float. */
  private void widen() {
    var wide = storage.wider();
    var kept = 0;
    while (kept < size) {
      if (wide.set(kept, storage.get(kept))) {
        kept++;
      } else {
        wide = wide.wider();
        kept = 0;
      }
    }
    storage = wide;
  }
}
