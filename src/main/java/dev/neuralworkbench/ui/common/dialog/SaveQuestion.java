package dev.neuralworkbench.ui.common.dialog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks where to save until there is an answer that replaces no file unasked. The system's chooser
 * asks about the name as it was typed; where that lacks its ending, it is another file that would
 * be replaced, and a link leads to another still. Where it asked about a file that stays, such as a
 * table, the name with its ending is shown in the chooser before it is taken.
 *
 * @param choose the system's chooser, with a name to begin with; null if it was left
 */
record SaveQuestion(
    String ending, Function<String, @Nullable Path> choose, Predicate<Path> mayReplace) {

  /** Asks, with a name to begin with that may lack its ending; empty if the question was left. */
  Optional<Path> ask(String suggestedName) {
    var name = suggestedName.endsWith(ending) ? suggestedName : suggestedName + ending;
    while (true) {
      var chosen = choose.apply(name);
      if (chosen == null) {
        return Optional.empty();
      }
      var file = withEnding(chosen);
      if (!file.equals(chosen) && Files.isRegularFile(chosen)) {
        name = file.getFileName().toString();
        continue;
      }
      if (isAsked(chosen, file) || mayReplace.test(replaced(file))) {
        return Optional.of(file);
      }
      name = file.getFileName().toString();
    }
  }

  /** Whether the chooser has asked about all that would be replaced. */
  private static boolean isAsked(Path chosen, Path file) {
    return Files.isSymbolicLink(file)
        ? Files.notExists(file)
        : file.equals(chosen) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path replaced(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException _) {
      return file;
    }
  }

  private Path withEnding(Path path) {
    var name = path.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(ending)
        ? path
        : path.resolveSibling(name + ending);
  }
}
