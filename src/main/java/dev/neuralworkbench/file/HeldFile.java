package dev.neuralworkbench.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file of the user's alone that is locked as long as a program lives: the system frees it when
 * the program ends, however it ends.
 */
public final class HeldFile {

  private static final Logger LOG = System.getLogger(HeldFile.class.getName());

  private final Path file;
  private final FileChannel channel;

  private HeldFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks a file, which is made if need be; empty if another program holds it. */
  public static Optional<HeldFile> take(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      OwnFolder.close(file);
      if (channel.tryLock() != null) {
        return Optional.of(new HeldFile(file, channel));
      }
    } catch (OverlappingFileLockException _) {
      LOG.log(Level.DEBUG, "held by this very program: {0}", file);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** Whether its name still stands in the folder. */
  public boolean isThere() {
    return Files.exists(file);
  }

  /** Gives the file free. */
  public void release() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "lock not released", e);
    }
  }

  /** Gives the file free and removes it. */
  public void remove() {
    release();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "lock not removed", e);
    }
  }
}
