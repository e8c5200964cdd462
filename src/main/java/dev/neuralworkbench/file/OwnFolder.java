package dev.neuralworkbench.file;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder that the program keeps for its user alone, as {@code ssh} keeps keys: of mode 0700, its
 * files 0600, whatever the umask. An older one that is open to others is closed. One that is a
 * link, belongs to somebody else, cannot be closed, or holds a pipe or what somebody else has put
 * there is not used: the program goes on without what it would have kept, and neither reads nor
 * listens there. Windows gives the folders of a profile to its user by itself. What may lie in it
 * is listed in {@link OwnPlace}.
 *
 * @param path where it is; it need not exist yet
 * @param off whether nothing is to be kept, as whoever cares for the machine may wish
 * @param within the folder of the program's own that it lies in; null for none
 */
public record OwnFolder(Path path, boolean off, @Nullable OwnFolder within) {

  /** Set to anything in the environment, it lets the program keep nothing. */
  public static final String SWITCH = "NEURAL_WORKBENCH_KEEP_NOTHING";

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /** A folder in which things are kept. */
  public OwnFolder(Path path) {
    this(path, false, null);
  }

  /** Where the system wants a program to keep its settings and the like. */
  public static OwnFolder ofSystem() {
    return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  /**
   * The folder on a given system.
   *
   * @param system name of the operating system, as Java gives it
   * @param home the user's home
   * @param environment the environment variables
   */
  static OwnFolder of(String system, String home, Map<String, String> environment) {
    var off = !environment.getOrDefault(SWITCH, "").isBlank();
    return new OwnFolder(path(system, home, environment), off, null);
  }

  private static Path path(String system, String home, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      var roaming = environment.get("APPDATA");
      return (roaming == null ? Path.of(home, "AppData", "Roaming") : Path.of(roaming))
          .resolve("Neural Workbench");
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Neural Workbench");
    }
    var configuration = environment.get("XDG_CONFIG_HOME");
    return (configuration == null || configuration.isBlank()
            ? Path.of(home, ".config")
            : Path.of(configuration))
        .resolve("neural-workbench");
  }

  /** A folder in it. */
  public OwnFolder in(String name) {
    return new OwnFolder(path.resolve(name), off, this);
  }

  /**
   * Makes it where it is missing, with the folders above it, and closes it to others.
   *
   * @return its path
   * @throws NotSavedException if nothing is to be kept, or if it is not the user's alone
   */
  public Path ready() throws IOException {
    if (off) {
      throw refused("file.keptOff");
    } else if (within != null) {
      within.ready();
    }
    if (!Ownership.isKnown(path)) {
      return Files.createDirectories(path);
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
    }
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || !Ownership.isUsers(path)) {
      throw refused("file.notOwn");
    }
    close(path);
    if (!FOLDER.containsAll(Files.getPosixFilePermissions(path)) || holdsPlanted()) {
      throw refused("file.notOwn");
    }
    return path;
  }

  /** Whoever opens a pipe waits for its other end; a stranger's link leads anywhere. */
  private boolean holdsPlanted() throws IOException {
    try (var entries = Files.newDirectoryStream(path)) {
      for (var entry : entries) {
        if (Ownership.isPipe(entry) || !Ownership.isUsers(entry)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it can be used now; nothing is made. */
  public boolean isThere() {
    try {
      return Files.isDirectory(path) && ready().equals(path);
    } catch (IOException _) {
      return false;
    }
  }

  /** Whether something lies at a path, no link, that is the user's. */
  public static boolean isOwn(Path file) {
    try {
      return !Files.isSymbolicLink(file) && Ownership.isUsers(file) && Files.exists(file);
    } catch (IOException _) {
      return false;
    }
  }

  /** Takes a file in it, or a folder, from all others but its owner; a link is left alone. */
  public static void close(Path file) throws IOException {
    var view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    var found = view.readAttributes();
    var kept = new HashSet<>(found.permissions());
    if (kept.retainAll(found.isDirectory() ? FOLDER : FILE) && !found.isSymbolicLink()) {
      Files.setPosixFilePermissions(file, kept);
    }
  }

  private NotSavedException refused(String key) {
    return new NotSavedException(Problem.at(key, Place.file(path.toString()), null, null), null);
  }
}
