package dev.neuralworkbench.file;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a file is to be written: what a path leads to, looked at once before the work. */
final class WriteTarget {

  /** A disk with less room than this is called full. */
  private static final long ROOM = 1 << 20;

  private final String name;
  final Path file; // to be replaced or made; if straight, written into
  final boolean straight; // written into, as a pipe or a device is, instead of replaced
  private final boolean followed;

  private WriteTarget(Path asked, Path file, boolean straight, boolean followed) {
    name = name(asked);
    this.file = file;
    this.straight = straight;
    this.followed = followed;
  }

  /**
   * Looks at a path.
   *
   * @throws NotSavedException if no file can be written there, whatever it is to hold
   */
  static WriteTarget of(Path asked) throws NotSavedException {
    var at = asked.toAbsolutePath();
    try {
      var end = Links.end(at);
      at = end == null ? at : end;
      var found = attributes(at);
      var isOther = end == null || (found != null && found.isOther());
      var target = new WriteTarget(asked, at, isOther, end == null);
      target.checkPlace(found);
      return target;
    } catch (IOException e) {
      throw new WriteTarget(asked, at, false, false).failure(e);
    }
  }

  private void checkPlace(@Nullable BasicFileAttributes found) throws NotSavedException {
    if (found != null && found.isDirectory()) {
      throw failure("file.directory", folder(), null);
    } else if (straight) {
      return;
    } else if (!Files.isDirectory(folder())) {
      throw failure("file.noFolder", folder(), null);
    } else if (found != null && !Files.isWritable(file)) {
      throw failure("file.readOnly", folder(), null);
    }
  }

  /** The folder in which it stands. */
  Path folder() {
    var folder = file.getParent();
    return folder == null ? file : folder;
  }

  /**
   * What is written straight into. Waits where a pipe has no reader yet. Only what a process has
   * open lies behind a link; in place of a pipe somebody may have put one since.
   */
  OutputStream open() throws IOException {
    if (!followed) {
      try (var folder = OpenFolder.of(folder())) {
        return Channels.newOutputStream(
            folder.open(
                file.getFileName(), Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)));
      }
    }
    return Files.isRegularFile(file)
        ? Files.newOutputStream(
            file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
        : Files.newOutputStream(file, StandardOpenOption.WRITE);
  }

  /** Waits until the disk knows a new name in the folder, so that it outlives a power cut. */
  void flushFolder() {
    try (var channel = FileChannel.open(folder(), StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows has no such thing; the file itself is on the disk.
    }
  }

  /** Why nothing was written. */
  NotSavedException failure(IOException cause) {
    if (cause instanceof NotSavedException known) {
      return known;
    }
    var key =
        switch (cause) {
          case FileSystemLoopException _ -> "file.loop";
          case AccessDeniedException _ -> straight ? "file.readOnly" : "file.closedFolder";
          case NoSuchFileException _ when !Files.isDirectory(folder()) -> "file.noFolder";
          case NoSuchFileException _ -> "file.closedFolder";
          default -> key(cause);
        };
    return failure(key, folder(), cause);
  }

  /** Why nothing was written. */
  NotSavedException failure(String key, @Nullable Object found, @Nullable IOException cause) {
    return new NotSavedException(Problem.at(key, Place.file(name), null, found), cause);
  }

  /** Systems tell the reason in their own words only: the disk is asked as well. */
  private String key(IOException cause) {
    var words = String.valueOf(cause.getMessage());
    if (words.contains("No space left") || words.contains("not enough space")) {
      return "file.full";
    } else if (straight) {
      return "file.brokenOff";
    }
    try {
      var disk = Files.getFileStore(folder());
      return disk.isReadOnly()
          ? "file.closedFolder"
          : disk.getUsableSpace() < ROOM ? "file.full" : "file.notWritten";
    } catch (IOException _) {
      return "file.notWritten";
    }
  }

  /** What a path leads to at last; null if there is nothing. */
  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  private static String name(Path path) {
    var name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
