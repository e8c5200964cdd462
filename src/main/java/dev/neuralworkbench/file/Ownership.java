package dev.neuralworkbench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whose a file is, and who else may write where it lies. Systems without owners and modes, such as
 * Windows, answer for their folders by themselves: there nothing is a stranger's.
 */
final class Ownership {

  /** Leads to the folder of this very process, which belongs to its user. */
  private static final Path SELF = Path.of("/proc/self");

  private static final int TYPE = 0170000;
  private static final int LINK = 0120000;

  /** Everybody may make a file in such a folder, but only remove their own. */
  private static final int STICKY = 01000;

  private static final int WRITTEN_BY_OTHERS = 0022;

  private Ownership() {}

  /** Whether the system knows owners and modes. */
  static boolean isKnown(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** Whether what lies at a path, a link too, belongs to the user who runs the program. */
  static boolean isUsers(Path path) throws IOException {
    return !isKnown(path) || owner(attributes(path)) == user();
  }

  /**
   * Whether somebody else may have put something in the way of what is to be written, as Linux
   * guards links, files and pipes in sticky folders: it lies in a folder that others can write, and
   * belongs neither to the user nor to the folder's owner. A link leads wherever its maker wants,
   * so it is a stranger's in any such folder; a file that a team shares is one in a sticky folder
   * only, where it could not be replaced anyway.
   */
  static boolean isPlanted(Path path) throws IOException {
    var folder = path.getParent();
    if (folder == null || !isKnown(path)) {
      return false;
    }
    var found = attributes(path);
    var around = attributes(folder);
    var canLead = (mode(found) & TYPE) == LINK || (mode(around) & STICKY) != 0;
    return canLead
        && (mode(around) & WRITTEN_BY_OTHERS) != 0
        && owner(found) != owner(around)
        && owner(found) != user();
  }

  private static Map<String, Object> attributes(Path path) throws IOException {
    return Files.readAttributes(path, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static int mode(Map<String, Object> attributes) {
    return (Integer) attributes.get("mode");
  }

  private static int owner(Map<String, Object> attributes) {
    return (Integer) attributes.get("uid");
  }

  private static int user() throws IOException {
    if (Files.exists(SELF)) {
      return (Integer) Files.getAttribute(SELF, "unix:uid");
    }
    var own = Files.createTempFile("neural-workbench-", "");
    try {
      return owner(attributes(own));
    } finally {
      Files.delete(own);
    }
  }
}
