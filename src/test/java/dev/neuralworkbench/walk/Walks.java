package dev.neuralworkbench.walk;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks of one seed after the other, for so many seconds. {@code -Dwalk.seconds}, {@code
 * -Dwalk.seed} and {@code -Dwalk.actions} ask for others. With {@code -Dwalk.count} so many are
 * played, also after one that failed, and {@code target/walks.txt} tells of them.
 *
 * @param walk how each is played
 * @param seconds as long as the build takes time for
 * @param actions as many as each has in the build
 */
record Walks(Walk walk, long seconds, int actions) {

  private static final long FIRST = Long.getLong("walk.seed", 1);
  private static final int COUNT = Integer.getInteger("walk.count", 0);

  /** Plays them, and fails with what failed. */
  void play() throws IOException {
    var failures = new ArrayList<String>();
    var limit = COUNT > 0 ? Long.MAX_VALUE / 2_000_000_000 : seconds;
    var start = System.nanoTime();
    var end = start + Long.getLong("walk.seconds", limit) * 1_000_000_000;
    var count = 0;
    var done = 0L;
    for (; System.nanoTime() < end && (COUNT == 0 ? failures.isEmpty() : count < COUNT); count++) {
      var played = walk.play(FIRST + count, Integer.getInteger("walk.actions", actions));
      done += played.actions();
      if (played.failure() != null) {
        failures.add(played.failure());
        tell(List.of(played.failure()));
      }
    }
    var took = (System.nanoTime() - start) / 1_000_000_000;
    tell(
        List.of(
            "%,d walks from seed %d, %,d actions, %d failed, %,d s"
                .formatted(count, FIRST, done, failures.size(), took)));
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
  }

  private static void tell(List<String> lines) throws IOException {
    if (COUNT > 0) {
      var file = Files.createDirectories(Path.of("target")).resolve("walks.txt");
      Files.write(file, lines, CREATE, APPEND);
    }
  }
}
