package dev.neuralworkbench.model;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file written whole or not at all: into a temporary file in the same folder, flushed to the
 * disk, then moved over the old one. Killed at any point, the old file or the new one is there.
 */
public final class AtomicFile {

  private static final int TRIES = 20;
  private static final int WAIT_MILLIS = 100;

  private AtomicFile() {}

  /** Writes a text. */
  public interface Content {

    /** Writes all of it, and leaves the writer open. */
    void writeTo(Writer text) throws IOException;
  }

  /**
   * Writes a file in UTF-8.
   *
   * @throws IOException if it cannot be written; the old file is then as it was. If the new one is
   *     complete and only another program holds the old one, it is kept and named in the exception.
   */
  public static void write(Path file, Content content) throws IOException {
    var target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    var temporary = target.resolveSibling(target.getFileName() + ".saving");
    try {
      fill(temporary, content);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    move(temporary, target);
  }

  private static void fill(Path temporary, Content content) throws IOException {
    try (var channel =
            FileChannel.open(
                temporary,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        var text =
            new BufferedWriter(
                new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8),
                1 << 16)) {
      content.writeTo(text);
      text.flush();
      channel.force(true);
    }
  }

  /** Windows refuses while a virus scanner holds the old file: asks again for two seconds. */
  private static void move(Path temporary, Path target) throws IOException {
    for (var attempt = 1; ; attempt++) {
      try {
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (AccessDeniedException e) {
        if (attempt == TRIES) {
          throw new FileSystemException(
              target.toString(), temporary.toString(), "the new file is complete beside it");
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while saving", e);
    }
  }
}
