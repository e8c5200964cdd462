package dev.neuralworkbench.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Temporary files of programs that were killed while they wrote. */
final class StaleFiles {

  private static final Logger LOG = System.getLogger(StaleFiles.class.getName());

  private StaleFiles() {}

  /** Removes those of a folder. What is locked is being written and stays. */
  static void sweep(Path folder) {
    try (var files =
        Files.newDirectoryStream(
            folder, file -> TemporaryFile.isForeign(file.getFileName().toString()))) {
      for (var file : files) {
        remove(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(Level.DEBUG, "left-overs not looked for", e);
    }
  }

  private static void remove(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    // For reading too: a pipe that has taken its place does not wait for its other end then.
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | OverlappingFileLockException e) {
      LOG.log(Level.DEBUG, "left-over not removed", e);
    }
  }
}
