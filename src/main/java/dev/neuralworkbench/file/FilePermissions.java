package dev.neuralworkbench.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a file, and whose it is, handed on to the one that takes its place. On
 * Windows a file has those of its folder.
 */
record FilePermissions(@Nullable PosixFileAttributes old) {

  /** Those of a file; of a new one as the system gives them if there is none. */
  static FilePermissions of(OpenFolder folder, Path name) throws IOException {
    var view = folder.view(name);
    try {
      var found = view == null ? null : view.readAttributes();
      // A link that somebody has put there meanwhile would allow everything to everybody.
      return new FilePermissions(found == null || found.isSymbolicLink() ? null : found);
    } catch (NoSuchFileException _) {
      return new FilePermissions(null);
    }
  }

  /** What a file is made with, so that nobody reads it who may not read the old one. */
  FileAttribute<?>[] whenMade() {
    return old == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(withGroupAsOthers(old.permissions()))
        };
  }

  /** Gives them to another file; in a folder that may not be listed it stays as it was made. */
  void giveTo(OpenFolder folder, Path name) throws IOException {
    var view = folder.view(name);
    if (old != null && view != null && folder.listed()) {
      view.setPermissions(
          giveOwners(old, view) ? old.permissions() : withGroupAsOthers(old.permissions()));
    }
  }

  /** Members of another group are to be allowed no more than anybody is. */
  static Set<PosixFilePermission> withGroupAsOthers(Set<PosixFilePermission> permissions) {
    var text = PosixFilePermissions.toString(permissions);
    return PosixFilePermissions.fromString(
        text.substring(0, 3) + text.substring(6) + text.substring(6));
  }

  /** Only an administrator can give a file away; tells whether it has the old one's group. */
  private static boolean giveOwners(PosixFileAttributes old, PosixFileAttributeView view)
      throws IOException {
    var made = view.readAttributes();
    try {
      if (!made.group().equals(old.group())) {
        view.setGroup(old.group());
      }
    } catch (IOException _) {
      return false;
    }
    try {
      if (!made.owner().equals(old.owner())) {
        view.setOwner(old.owner());
      }
    } catch (IOException _) {
      // It then belongs to who wrote it.
    }
    return true;
  }
}
