package dev.neuralworkbench.ui.live;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Which run was shown behind which, as far as undo is likely to lead back. */
final class Ghosts {

  private static final int MOST = 16;

  private record Pair(LiveRun run, @Nullable LiveRun before) {}

  private final Deque<Pair> pairs = new ArrayDeque<>();

  void remember(LiveRun run, @Nullable LiveRun before) {
    pairs.addFirst(new Pair(run, before));
    if (pairs.size() > MOST) {
      pairs.removeLast();
    }
  }

  /**
   * @param run the run; null where nothing is trained
   * @param behindLast what is shown behind the run that is left
   */
  @Nullable LiveRun of(@Nullable LiveRun run, @Nullable LiveRun behindLast) {
    return run == null
        ? behindLast
        : pairs.stream()
            .filter(it -> it.run.history().beginsWith(run.history()))
            .findFirst()
            .map(Pair::before)
            .orElse(null);
  }
}
