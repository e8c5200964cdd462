package dev.neuralworkbench.data.read.source;

import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * The bytes of a pipe or device, which can be read only once: they are kept in a temporary file, so
 * that a table can be read from them as from any other.
 */
public final class PipeSource implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path kept;

  private PipeSource(Path kept) {
    this.kept = kept;
  }

  /**
   * Reads a pipe to its end, and closes it.
   *
   * @param mostBytes bytes after which it is given up, for a device may have no end
   * @throws CancellationException if the progress asks for it
   */
  public static PipeSource of(InputStream pipe, long mostBytes, Progress progress)
      throws IOException {
    try (pipe) {
      var source = new PipeSource(OwnPlace.ROWS.makeFile());
      try {
        source.keep(pipe, mostBytes, progress);
        return source;
      } catch (IOException | RuntimeException e) {
        source.close();
        throw e;
      }
    }
  }

  private void keep(InputStream in, long mostBytes, Progress progress) throws IOException {
    try (var out = Files.newOutputStream(kept)) {
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
        out.write(buffer, 0, read);
        if (total == read && OtherFormat.isNoTable(Arrays.copyOf(buffer, read))) {
          // What is no table will be refused for its head; its rest may have no end.
          return;
        }
      }
    }
  }

  /** What was read, to be read again. */
  public TableSource named(String name) {
    return TableSource.of(name, kept);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(kept);
  }

  public static final class EndlessException extends IOException {

    private static final long serialVersionUID = 1;
  }
}
