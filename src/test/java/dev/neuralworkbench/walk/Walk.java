package dev.neuralworkbench.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Walks from seeds, and the shortest list of actions that still fails.
 *
 * @param players a player that has done nothing yet
 * @param tries a list of actions is not made shorter by more than so many
 */
record Walk(Callable<Player> players, int tries) {

  static List<Action> actions(long seed, int count) {
    var random = new Random(seed);
    var actions = new ArrayList<Action>();
    for (var index = 0; index < count; index++) {
      actions.add(Action.draw(random));
    }
    return actions;
  }

  /** Plays the walk of a seed; fails with what does not hold and the actions that led there. */
  void play(long seed, int count) {
    var actions = actions(seed, count);
    var wrong = wrong(actions);
    if (wrong != null) {
      var shorter = shortened(wrong.after(actions), wrong);
      throw new AssertionError(
          "Walk of seed "
              + seed
              + ": "
              + wrong.what
              + "\nafter "
              + shorter
              + "\nwhere "
              + wrong(shorter));
    }
  }

  /** What first does not hold; null if all does. */
  @Nullable Wrong wrong(List<Action> actions) {
    var played = 0;
    try (var player = players.call()) {
      for (var action : actions) {
        played++;
        player.play(action);
        if (!action.hasty()) {
          var wrong = player.settle();
          if (!wrong.isEmpty()) {
            return new Wrong(played, wrong);
          }
        }
      }
      var wrong = new ArrayList<>(player.settle());
      wrong.addAll(player.end());
      return wrong.isEmpty() ? null : new Wrong(played, wrong);
    } catch (Exception | AssertionError e) {
      return new Wrong(played, List.of(e + " at " + List.of(e.getStackTrace()).subList(0, 6)));
    }
  }

  private List<Action> shortened(List<Action> failing, Wrong as) {
    var shortest = failing;
    var tried = 0;
    for (var size = Math.max(1, failing.size() / 2); size >= 1; size /= 2) {
      for (var from = 0; from + size <= shortest.size() && tried < tries; ) {
        var fewer = new ArrayList<>(shortest);
        fewer.subList(from, from + size).clear();
        tried++;
        var wrong = wrong(fewer);
        if (wrong != null && wrong.isLike(as)) {
          shortest = wrong.after(fewer);
        } else {
          from += size;
        }
      }
    }
    return shortest;
  }

  /**
   * What does not hold.
   *
   * @param played actions played until then
   */
  record Wrong(int played, List<String> what) {

    List<Action> after(List<Action> actions) {
      return List.copyOf(actions.subList(0, played));
    }

    /** Whether it begins with the same words: numbers and names may differ. */
    boolean isLike(Wrong other) {
      return law().equals(other.law());
    }

    private String law() {
      var first = what.getFirst();
      return first.substring(0, first.indexOf(':') < 0 ? first.length() : first.indexOf(':'));
    }
  }
}
