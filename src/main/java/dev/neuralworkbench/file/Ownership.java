package dev.neuralworkbench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Whose a file is, and who else may write where it lies. Systems without owners and modes, such as
 * Windows, answer for their folders by themselves: there nothing is a stranger's.
 */
final class Ownership {

  /** Leads to the folder of this very process, which belongs to its user. */
  private static final Path SELF = Path.of("/proc/self");

  /** Everybody may make a file in such a folder, but only remove their own. */
  private static final int STICKY = 01000;

  private static final int WRITTEN_BY_OTHERS = 0022;

  /** The bits of a mode that tell a file's kind, and those of a link. */
  private static final int KIND = 0170000;

  private static final int LINK = 0120000;

  private static final int PIPE = 0010000;

  /** The user who runs the program; below 0 until it was asked for. */
  private static volatile int user = -1;

  private Ownership() {}

  /** Whether the system knows owners and modes. */
  static boolean isKnown(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** Whether what lies at a path, a link too, belongs to the user who runs the program. */
  static boolean isUsers(Path path) throws IOException {
    return !isKnown(path) || owner(path) == user();
  }

  /**
   * Whether somebody else may have put something in the way of what is to be written, as Linux
   * guards links, files and pipes in sticky folders: it lies in a folder that others can write, and
   * belongs neither to the user nor to the folder's owner. A link leads wherever its maker wants,
   * so it is a stranger's in any such folder; a file that a team shares is one in a sticky folder
   * only, where it could not be replaced anyway. A link at the end of the way chooses the very file
   * that is written: it is the user's or the system's, whoever owns the folder, for anybody can
   * make one below {@code /tmp} where a script expects its own.
   *
   * @param link whether it was a link a moment ago: what has taken its place since is planted
   * @param last whether the way ends here
   */
  static boolean isPlanted(Path path, boolean link, boolean last) throws IOException {
    var folder = path.getParent();
    if (folder == null || !isKnown(path)) {
      return false;
    }
    // Asked for at once, so that nobody exchanges it between the two.
    var found = Files.readAttributes(path, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS);
    int mode = (Integer) Objects.requireNonNull(found.get("mode"), "asked for");
    int owner = (Integer) Objects.requireNonNull(found.get("uid"), "asked for");
    var isLink = (mode & KIND) == LINK;
    var around = attribute(folder, "mode");
    var isOpen = (around & WRITTEN_BY_OTHERS) != 0 && (link || (around & STICKY) != 0);
    var isForeign =
        (isOpen && owner != owner(folder)) || (link && last && owner != owner(path.getRoot()));
    return isLink != link || (isForeign && owner != user());
  }

  static boolean isPipe(Path path) throws IOException {
    return (attribute(path, "mode") & KIND) == PIPE;
  }

  /** Whether nobody but the user and the system can exchange what lies in a folder. */
  static boolean isSafe(Path folder) throws IOException {
    return !isKnown(folder)
        || ((attribute(folder, "mode") & WRITTEN_BY_OTHERS) == 0
            && List.of(owner(folder.getRoot()), user()).contains(owner(folder)));
  }

  private static int owner(Path path) throws IOException {
    return attribute(path, "uid");
  }

  private static int attribute(Path path, String name) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  private static int user() throws IOException {
    if (user < 0) {
      user = found();
    }
    return user;
  }

  private static int found() throws IOException {
    if (Files.exists(SELF)) {
      return (Integer) Files.getAttribute(SELF, "unix:uid");
    }
    var own = Files.createTempFile("neural-workbench-", "");
    try {
      return owner(own);
    } finally {
      Files.delete(own);
    }
  }
}
