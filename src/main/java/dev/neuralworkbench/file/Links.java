package dev.neuralworkbench.file;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The way of a path through links, in its name and among the folders above it. */
final class Links {

  /** As many links as Linux follows. */
  private static final int MOST = 40;

  /** Links in here lead to what a process has open, not to another path. */
  private static final Path PROCESSES = Path.of("/proc");

  private Links() {}

  /**
   * The path at the end of all links, whether there is a file or not; null if a link leads into
   * what a process has open.
   *
   * @param path an absolute one
   * @throws NotSavedException if the way leads over a link, or ends at a file, that a stranger may
   *     have put there
   */
  static @Nullable Path end(Path path) throws IOException {
    var at = root(path);
    var names = names(path);
    for (var links = 0; !names.isEmpty(); ) {
      var next = at.resolve(names.pop()).normalize();
      if (!Files.isSymbolicLink(next)) {
        at = next;
        continue;
      }
      // Before its owner is asked for: a link that takes its place then is not followed.
      var target = at.resolve(Files.readSymbolicLink(next));
      if (++links > MOST) {
        throw new FileSystemLoopException(path.toString());
      }
      refusePlanted(next, path, true, names.isEmpty());
      if (names.isEmpty() && isInProcess(next)) {
        return null;
      }
      var rest = names;
      names = names(target);
      names.addAll(rest);
      at = root(target);
    }
    if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
      refusePlanted(at, path, false, true);
    }
    return at;
  }

  private static Path root(Path path) {
    var root = path.getRoot();
    return root == null ? path : root;
  }

  private static Deque<Path> names(Path path) {
    var names = new ArrayDeque<Path>();
    path.forEach(names::add);
    return names;
  }

  private static void refusePlanted(Path found, Path path, boolean link, boolean last)
      throws IOException {
    if (Ownership.isPlanted(found, link, last)) {
      var file = Place.file(String.valueOf(path.getFileName()));
      throw new NotSavedException(Problem.at("file.planted", file, null, found.getParent()), null);
    }
  }

  private static boolean isInProcess(Path link) {
    return link.startsWith(PROCESSES) && Files.isDirectory(PROCESSES, LinkOption.NOFOLLOW_LINKS);
  }
}
