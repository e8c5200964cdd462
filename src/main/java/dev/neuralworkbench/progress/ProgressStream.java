package dev.neuralworkbench.progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how far it has been read and stops when asked to. */
public final class ProgressStream extends FilterInputStream {

  private static final long STEP = 1 << 18;

  private final long size;
  private final Progress progress;
  private long count;
  private long nextReport;

  /**
   * Follows the reading of a stream.
   *
   * @param size number of bytes in it, as far as is known
   */
  public ProgressStream(InputStream in, long size, Progress progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    var value = super.read();
    advance(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    var read = super.read(into, offset, length);
    advance(read);
    return read;
  }

  private void advance(int read) {
    count += Math.max(read, 0);
    if (count >= nextReport || read < 0) {
      nextReport = count + STEP;
      progress.goOn(count, Math.max(size, count));
    }
  }
}
