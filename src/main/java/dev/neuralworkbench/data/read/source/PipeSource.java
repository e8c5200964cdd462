package dev.neuralworkbench.data.read.source;

import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * The bytes of a pipe or device, which can be read only once: they are kept in a temporary file, so
 * that a table can be read from them as from any other. Nothing of it is left, however the program
 * ends.
 */
public final class PipeSource implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel kept;

  private PipeSource(FileChannel kept) {
    this.kept = kept;
  }

  /**
   * Reads a pipe to its end.
   *
   * @param mostBytes bytes after which it is given up, for a device may have no end
   * @throws CancellationException if the progress asks for it
   */
  public static PipeSource of(Path pipe, long mostBytes, Progress progress) throws IOException {
    var source = new PipeSource(OwnPlace.ROWS.makeFile());
    try (var in = Files.newInputStream(pipe)) {
      source.keep(in, mostBytes, progress);
      return source;
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private void keep(InputStream in, long mostBytes, Progress progress) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    var total = 0L;
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (progress.cancelled()) {
        throw new CancellationException();
      }
      total += read;
      if (total > mostBytes) {
        throw new EndlessException();
      }
      for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
        kept.write(bytes);
      }
      if (total == read && OtherFormat.isNoTable(Arrays.copyOf(buffer, read))) {
        // What is no table will be refused for its head; its rest may have no end.
        return;
      }
    }
  }

  /** What was read, to be read again. */
  public TableSource named(String name) {
    return new TableSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() throws IOException {
        return kept.size();
      }

      @Override
      public InputStream open() {
        return new FromStart(kept);
      }
    };
  }

  /** Gives up what was kept. */
  @Override
  public void close() throws IOException {
    kept.close();
  }

  /** The bytes of a file from its start, whatever else is read from it. */
  private static final class FromStart extends InputStream {

    private final FileChannel file;
    private long position;

    FromStart(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = file.read(ByteBuffer.wrap(bytes, offset, length), position);
      position += Math.max(0, read);
      return read;
    }
  }

  /** More bytes than may be kept. */
  public static final class EndlessException extends IOException {

    private static final long serialVersionUID = 1;
  }
}
