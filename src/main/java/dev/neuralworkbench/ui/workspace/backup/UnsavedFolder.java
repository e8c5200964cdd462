package dev.neuralworkbench.ui.workspace.backup;

import dev.neuralworkbench.file.HeldFile;
import dev.neuralworkbench.file.OwnFolder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The folder in which every running program keeps its own unsaved work; it need not exist yet. */
public record UnsavedFolder(OwnFolder own) {

  private static final Logger LOG = System.getLogger(UnsavedFolder.class.getName());
  private static final String LOCK = ".lock";

  public Path folder() {
    return own.path();
  }

  UnsavedWork create() throws IOException {
    var file = Files.createTempFile(own.ready(), "work-", LOCK);
    var lock = HeldFile.take(file).orElseThrow(() -> new IOException("locked: " + file));
    return new UnsavedWork(stem(file), lock);
  }

  /** What programs that have ended left behind, the newest first; it belongs to the caller now. */
  public List<UnsavedWork> left() {
    var found = new ArrayList<UnsavedWork>();
    if (!own.isThere()) {
      return found;
    }
    try (var files = Files.newDirectoryStream(folder(), "*" + LOCK)) {
      for (var file : files) {
        take(file, found);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "unsaved work not looked for", e);
    }
    found.sort(Comparator.comparing(UnsavedWork::time).reversed());
    return found;
  }

  private static void take(Path file, List<UnsavedWork> found) throws IOException {
    var lock = HeldFile.take(file);
    if (lock.isEmpty()) {
      return;
    }
    var work = new UnsavedWork(stem(file), lock.get());
    if (work.content() != null) {
      found.add(work);
    } else {
      // Its program ended before it wrote anything.
      work.discard();
    }
  }

  private static Path stem(Path lock) {
    var name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }
}
