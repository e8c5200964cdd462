package dev.neuralworkbench.data.read.source;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.progress.ProgressStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Bytes that can be read more than once. */
public interface TableSource {

  String name();

  long size() throws IOException;

  InputStream open() throws IOException;

  /** What a problem of all of it names. */
  default Place place() {
    return Place.file(name());
  }

  static TableSource of(Path file) {
    var name = file.getFileName();
    return of(name == null ? file.toString() : name.toString(), file);
  }

  static TableSource of(String name, Path file) {
    return new Opened(name, () -> Files.size(file), () -> Files.newInputStream(file));
  }

  static TableSource of(String name, byte[] bytes) {
    return of(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** Bytes of which the size is known. */
  static TableSource of(String name, long size, Asked<InputStream> opened) {
    return new Opened(name, () -> size, opened);
  }

  /** What may fail when it is asked for. */
  interface Asked<T> {
    T get() throws IOException;
  }

  /** Bytes that are opened in some way. */
  record Opened(String name, Asked<Long> bytes, Asked<InputStream> stream) implements TableSource {
    @Override
    public long size() throws IOException {
      return bytes.get();
    }

    @Override
    public InputStream open() throws IOException {
      return stream.get();
    }
  }

  /**
   * A new stream that reports its progress.
   *
   * @throws CancellationException from any read, once the progress asks for it
   */
  default InputStream open(Progress progress) throws IOException {
    return new ProgressStream(open(), size(), progress);
  }
}
