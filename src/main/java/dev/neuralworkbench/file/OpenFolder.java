package dev.neuralworkbench.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is held open while a file is written in it: whoever exchanges it meanwhile, or a
 * folder above it, for a link to another does not send the file there. Where the system has no such
 * handles (Windows), or the folder may not be listed, it is found by its path each time, if nobody
 * else can exchange it.
 *
 * @param held the folder; null where it is found by its path
 * @param listed where not, its files cannot be held either
 */
record OpenFolder(Path path, @Nullable SecureDirectoryStream<Path> held, boolean listed)
    implements Closeable {

  /**
   * Opens a folder.
   *
   * @param folder an absolute path without links, {@link Links#end}
   * @throws IOException if there is a link in its way now, or one could come there
   */
  @SuppressWarnings("StreamResourceLeak") // It is held until the folder is closed.
  static OpenFolder of(Path folder) throws IOException {
    var safe = folder.getRoot();
    for (var name : folder) {
      if (!Ownership.isSafe(safe)) {
        break;
      }
      safe = safe.resolve(name);
    }
    DirectoryStream<Path> at = null;
    try {
      at = Files.newDirectoryStream(safe);
      for (var name : safe.relativize(folder)) {
        if (at instanceof SecureDirectoryStream<Path> before && !name.toString().isEmpty()) {
          try (before) {
            at = before.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
          }
        }
      }
    } catch (AccessDeniedException e) {
      if (!safe.equals(folder)) {
        throw e;
      }
      return new OpenFolder(folder, null, false);
    }
    if (at instanceof SecureDirectoryStream<Path> held) {
      return new OpenFolder(folder, held, true);
    }
    at.close();
    return new OpenFolder(folder, null, true);
  }

  /** Makes a file in it, which is not there yet. */
  FileChannel create(Path name, FileAttribute<?>... attributes) throws IOException {
    return open(
        name,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        attributes);
  }

  /** Opens something in it. */
  FileChannel open(Path name, Set<OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return held != null
            && held.newByteChannel(name, options, attributes) instanceof FileChannel channel
        ? channel
        : FileChannel.open(path.resolve(name), options, attributes);
  }

  /** A file's owners and permissions; null on Windows. Java's view of a path follows a link. */
  @Nullable PosixFileAttributeView view(Path name) {
    return held != null
        ? held.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        : Files.getFileAttributeView(
            path.resolve(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Lets a file take the place of another in it. */
  void move(Path name, Path over) throws IOException {
    if (held != null) {
      held.move(name, held, over);
    } else {
      Files.move(
          path.resolve(name),
          path.resolve(over),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes a file if it is still there. */
  void remove(Path name) throws IOException {
    if (held == null) {
      Files.deleteIfExists(path.resolve(name));
      return;
    }
    try {
      held.deleteFile(name);
    } catch (NoSuchFileException _) {
      // As for a path.
    }
  }

  @Override
  public void close() throws IOException {
    if (held != null) {
      held.close();
    }
  }
}
