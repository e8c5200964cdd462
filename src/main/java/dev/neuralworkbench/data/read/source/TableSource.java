package dev.neuralworkbench.data.read.source;

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

  static TableSource of(Path file) {
    var name = file.getFileName();
    return of(name == null ? file.toString() : name.toString(), file);
  }

  static TableSource of(String name, Path file) {
    return new TableSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }

  static TableSource of(String name, byte[] bytes) {
    return new TableSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
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
