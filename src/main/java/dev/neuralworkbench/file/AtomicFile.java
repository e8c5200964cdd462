package dev.neuralworkbench.file;

import dev.neuralworkbench.file.TemporaryFile.StaleFiles;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The one way to write a file: whole or not at all. It goes into a temporary file of its own in the
 * same folder, flushed to the disk, then moved over the old one. Killed at any point, the old file
 * or the new one is there; of two writers each writes a whole file, and the later one stays.
 *
 * <p>Permissions of the old file are kept, a link stays and what it leads to is replaced. Pipes and
 * devices are no files to be replaced: they are written straight into.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes a text. */
  public interface Content {

    /** Writes all of it, and leaves the writer open. */
    void writeTo(Writer text) throws IOException;
  }

  /** Writes bytes. */
  public interface Bytes {

    /** Writes all of them, and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Looks whether a file can be written, before the work whose result it is to hold: what stands
   * there, and whether its folder takes a new file. Nothing of it is changed.
   *
   * @throws NotSavedException if it cannot
   */
  public static void check(Path file) throws NotSavedException {
    var target = WriteTarget.of(file);
    try {
      if (!target.straight) {
        TemporaryFile.create(target).close();
      }
    } catch (IOException e) {
      throw target.failure(e);
    }
  }

  /**
   * Writes a text in UTF-8. The content is asked for only when there is a place for it.
   *
   * @return the stamp of what was written, not of what somebody else has put there since
   * @throws NotSavedException if it cannot be written; the old file is then as it was. If the new
   *     one is complete and only another program holds the old one, it is kept and named.
   */
  public static FileStamp write(Path file, Content content) throws NotSavedException {
    return write(file, bytes(content), true);
  }

  /**
   * Writes a text in UTF-8 without waiting for the disk: after a power cut the file may be empty.
   * For what is only a convenience and is written where nobody may wait.
   */
  public static FileStamp writeUnflushed(Path file, Content content) throws NotSavedException {
    return write(file, bytes(content), false);
  }

  /** Writes bytes; see {@link #write(Path, Content)}. */
  public static FileStamp writeBytes(Path file, Bytes content) throws NotSavedException {
    return write(file, content, true);
  }

  /**
   * Removes from a folder what programs left there that were killed while they wrote; every writing
   * does it too. What a running program writes stays.
   */
  public static void sweep(Path folder) {
    StaleFiles.sweep(folder);
  }

  private static Bytes bytes(Content content) {
    return out -> {
      var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      content.writeTo(text);
      text.flush();
    };
  }

  private static FileStamp write(Path file, Bytes content, boolean flushed)
      throws NotSavedException {
    var target = WriteTarget.of(file);
    try {
      return target.straight ? writeInto(target, content) : replace(target, content, flushed);
    } catch (IOException e) {
      throw target.failure(e);
    } catch (UncheckedIOException e) {
      throw target.failure(Objects.requireNonNull(e.getCause(), "always given"));
    }
  }

  private static FileStamp replace(WriteTarget target, Bytes content, boolean flushed)
      throws IOException {
    StaleFiles.sweep(target.folder());
    try (var temporary = TemporaryFile.create(target)) {
      fill(temporary.out(), content);
      if (flushed) {
        temporary.flush();
      }
      var stamp = temporary.moveTo(target);
      if (flushed) {
        target.flushFolder();
      }
      return stamp;
    }
  }

  private static FileStamp writeInto(WriteTarget target, Bytes content) throws IOException {
    try (var out = target.open()) {
      fill(out, content);
    }
    return FileStamp.of(target.file);
  }

  private static void fill(OutputStream out, Bytes content) throws IOException {
    var buffered = new BufferedOutputStream(out, 1 << 16);
    content.writeTo(buffered);
    buffered.flush();
  }
}
