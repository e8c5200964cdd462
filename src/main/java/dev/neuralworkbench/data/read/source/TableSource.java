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

/**
 * Bytes that can be read more than once.
 *
 * @param bytes how many there are; of what is packed, how many it is packed in
 * @param opening makes a new stream that reports its progress
 */
public record TableSource(String name, Asked<Long> bytes, Opening opening) {

  /** What may fail when it is asked for. */
  public interface Asked<T> {
    T get() throws IOException;
  }

  @FunctionalInterface
  interface Opening {
    InputStream open(Progress progress) throws IOException;
  }

  public static TableSource of(Path file) {
    var name = file.getFileName();
    return of(name == null ? file.toString() : name.toString(), file);
  }

  public static TableSource of(String name, Path file) {
    return of(name, () -> Files.size(file), () -> Files.newInputStream(file));
  }

  public static TableSource of(String name, byte[] bytes) {
    return of(name, () -> (long) bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  public static TableSource of(String name, Asked<Long> bytes, Asked<InputStream> stream) {
    return new TableSource(
        name, bytes, progress -> new ProgressStream(stream.get(), bytes.get(), progress));
  }

  /** What a problem of all of it names. */
  public Place place() {
    return Place.file(name);
  }

  public long size() throws IOException {
    return bytes.get();
  }

  public InputStream open() throws IOException {
    return open(Progress.NONE);
  }

  /**
   * A new stream that reports its progress.
   *
   * @throws CancellationException from any read, once the progress asks for it
   */
  public InputStream open(Progress progress) throws IOException {
    return opening.open(progress);
  }
}
