package dev.neuralworkbench.model.json;

/**
 * Memory that a file may take while it is read and what it holds is built, in bytes, about. It
 * follows the file's size, whatever the file declares, and leaves room in the program's memory.
 */
final class MemoryLimit {

  /** Reserve for small files, whose names and numbers are short. */
  private static final long RESERVE = 32_000_000;

  /** Bytes for each byte of a file; one without spaces and of nothing but names needs as many. */
  private static final int FACTOR = 8;

  private static final double HEAP_SHARE = 0.7;

  private static final int MEGABYTE = 1_000_000;

  private final long ofFile;
  private final long ofHeap;
  private long taken;

  /**
   * @param heap bytes that the program may use in all
   */
  MemoryLimit(long fileBytes, long heap) {
    ofFile = RESERVE + FACTOR * fileBytes;
    ofHeap = (long) (HEAP_SHARE * heap);
  }

  void take(long bytes, Spot at) throws JsonException {
    taken += bytes;
    if (taken > ofHeap) {
      throw at.problem("model.json.memory", ofHeap / MEGABYTE, null);
    } else if (taken > ofFile) {
      throw at.problem("model.json.tooMuch", null, null);
    }
  }
}
