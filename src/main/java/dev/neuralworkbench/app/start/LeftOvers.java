package dev.neuralworkbench.app.start;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What programs left that were killed while they saved: halves of files, in folders where this user
 * saves. Nobody would look for them there, and the next save into a folder may never come.
 */
public final class LeftOvers {

  private LeftOvers() {}

  /** Folders of the files to be opened and of those used last, and where one was chosen last. */
  public static List<Path> folders(Preferences settings, List<Path> opened) {
    var folders =
        Stream.concat(opened.stream(), settings.recentFiles().stream())
            .map(file -> file.toAbsolutePath().getParent());
    return Stream.concat(folders, Stream.of(settings.folders().data(), settings.folders().models()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Removes them from folders; what a running program writes stays. May take time. */
  public static void sweep(List<Path> folders) {
    folders.stream().distinct().filter(Files::isDirectory).forEach(AtomicFile::sweep);
  }
}
