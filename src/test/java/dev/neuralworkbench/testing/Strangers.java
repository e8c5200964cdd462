package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Another user of the same machine. Only an administrator can give files away: elsewhere a test
 * that needs it is left out. Continuous integration runs as one.
 */
public final class Strangers {

  /** Nobody's. */
  private static final int UID = 65_534;

  private Strangers() {}

  /** Gives what lies at a path, a link too, to the other user. */
  public static Path own(Path path) throws IOException {
    try {
      Files.setAttribute(path, "unix:uid", UID, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      assumeTrue(false, "files can be given away: " + e);
    }
    return path;
  }

  /** Sets a mode with all its bits, such as 01777, whatever the umask. */
  public static Path mode(Path path, int mode) throws IOException {
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("unix"));
    Files.setAttribute(path, "unix:mode", mode);
    return path;
  }

  /** The mode of what lies at a path, in octal digits. */
  public static String mode(Path path) throws IOException {
    var mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return Integer.toOctalString(mode & 07777);
  }
}
