package dev.neuralworkbench.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that is written beside the one whose place it takes. Its name is its own, it is made anew,
 * never through a link, and locked while it is written: what is not locked was left behind by a
 * program that was killed.
 */
final class TemporaryFile implements Closeable {

  private static final String PREFIX = ".neural-workbench-";
  private static final String SUFFIX = ".saving";
  private static final Pattern NAME =
      Pattern.compile(
          Pattern.quote(PREFIX) + "([0-9a-f]{32})-[0-9a-f]{32}" + Pattern.quote(SUFFIX));

  /** Which of the running programs made it: a process may not touch a lock of its own. */
  private static final String PROGRAM = digits();

  private static final int TRIES = 20;
  private static final int WAIT_MILLIS = 100;

  private final OpenFolder folder;
  private final Path path;
  private final FileChannel channel;
  private boolean isMoved;

  private TemporaryFile(OpenFolder folder, Path path, FileChannel channel) {
    this.folder = folder;
    this.path = path;
    this.channel = channel;
  }

  /** Whether a name is one of these files', made by another program. */
  static boolean isForeign(String name) {
    var match = NAME.matcher(name);
    return match.matches() && !match.group(1).equals(PROGRAM);
  }

  /** Makes one beside a file, with that file's permissions, or a new file's if there is none. */
  static TemporaryFile create(WriteTarget target) throws IOException {
    var folder = OpenFolder.of(target.folder());
    try {
      return create(folder, target.file);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static TemporaryFile create(OpenFolder folder, Path target) throws IOException {
    var permissions = FilePermissions.of(folder, target.getFileName());
    for (var attempt = 1; ; attempt++) {
      var name = Path.of(PREFIX + PROGRAM + "-" + digits() + SUFFIX);
      var channel = folder.create(name, permissions.whenMade());
      var file = new TemporaryFile(folder, target.resolveSibling(name), channel);
      try {
        // Before the lock: it opens the file and closes it, with which POSIX drops all locks.
        permissions.giveTo(folder, name);
        if (file.isLocked()) {
          return file;
        }
        throw new NoSuchFileException(name.toString());
      } catch (NoSuchFileException e) {
        // Another program has swept it away between its making and its locking.
        file.remove();
        if (attempt == TRIES) {
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        file.remove();
        throw e;
      }
    }
  }

  /** Locks it, and looks whether it is still there: from then on nobody sweeps it away. */
  private boolean isLocked() {
    try {
      return channel.tryLock() != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      // A file system without locks: nobody can sweep there either.
      return true;
    }
  }

  /** What is written into it. */
  OutputStream out() {
    return Channels.newOutputStream(channel);
  }

  /** Waits until the disk has it. */
  void flush() throws IOException {
    channel.force(true);
  }

  /** Puts it where it belongs. */
  FileStamp moveTo(WriteTarget target) throws IOException {
    // Before the move: what another program writes after it has another stamp.
    var stamp = FileStamp.of(path);
    try {
      moveOver(target.file);
    } catch (IOException e) {
      throw target.failure("file.held", moveBeside(target.file), e);
    }
    isMoved = true;
    return stamp;
  }

  /** Windows refuses while a virus scanner holds the old file: asks again for two seconds. */
  private void moveOver(Path target) throws IOException {
    for (var attempt = 1; ; attempt++) {
      try {
        folder.move(path.getFileName(), target.getFileName());
        return;
      } catch (AccessDeniedException e) {
        if (attempt == TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  /** The file is complete: it is kept under the next free name, which no sweep takes. */
  private Path moveBeside(Path target) throws IOException {
    var name = target.getFileName().toString();
    var dot = name.lastIndexOf('.');
    var stem = dot > 0 ? name.substring(0, dot) : name;
    for (var number = 2; ; number++) {
      var beside = target.resolveSibling(stem + "-" + number + name.substring(stem.length()));
      try {
        Files.move(path, beside);
        isMoved = true;
        return beside.getFileName();
      } catch (FileAlreadyExistsException e) {
        if (number == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Removes it unless it was moved. */
  @Override
  public void close() throws IOException {
    try (folder) {
      remove();
    }
  }

  private void remove() throws IOException {
    try (channel) {
      if (!isMoved) {
        // Windows removes an open file once it is closed.
        folder.remove(path.getFileName());
      }
    }
  }

  private static String digits() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while saving", e);
    }
  }

  /** Temporary files of programs that were killed while they wrote. */
  static final class StaleFiles {

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
}
