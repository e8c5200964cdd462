package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how far it has been read, and ends when asked to. */
final class ProgressStream extends FilterInputStream {

  private static final int STEP = 1 << 18;

  private final long size;
  private final Progress progress;
  private long count;
  private long nextReport;

  ProgressStream(InputStream in, long size, Progress progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    var value = super.read();
    advance(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    var read = super.read(into, offset, length);
    advance(Math.max(read, 0));
    return read;
  }

  private void advance(int read) {
    count += read;
    if (count >= nextReport) {
      nextReport = count + STEP;
      progress.goOn(count, Math.max(size, count));
    }
  }
}
