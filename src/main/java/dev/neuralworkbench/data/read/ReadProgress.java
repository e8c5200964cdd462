package dev.neuralworkbench.data.read;

/** Follows the reading of a file, on the thread that reads. */
public interface ReadProgress {

  /** Follows nothing and never cancels. */
  ReadProgress NONE =
      new ReadProgress() {
        @Override
        public void read(long bytes, long ofBytes) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Called every few hundred kilobytes. A file may be read a second time when its encoding or a
   * column's type turns out only late; then the count starts again.
   *
   * @param bytes bytes read so far
   * @param ofBytes size of the file in bytes
   */
  void read(long bytes, long ofBytes);

  /** Asked as often; true ends the reading with a {@code CancellationException}. */
  boolean cancelled();
}
