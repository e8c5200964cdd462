package dev.neuralworkbench.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Walks from seeds, and the shortest list of actions that still fails.
 *
 * @param players who plays them
 * @param tries a list of actions is not made shorter by more than so many
 */
record Walk(Players players, int tries) {

  /** Who plays. */
  interface Players {

    /** A player that has done nothing yet, before what is needed for such actions. */
    Player player(List<Action> actions) throws Exception;
  }

  static List<Action> actions(long seed, int count) {
    var random = new Random(seed);
    var actions = new ArrayList<Action>();
    for (var index = 0; index < count; index++) {
      actions.add(Action.draw(random));
    }
    return actions;
  }

  /** Plays the walk of a seed. */
  Played play(long seed, int count) {
    var actions = actions(seed, count);
    var wrong = wrong(actions);
    if (wrong == null) {
      return new Played(count, null);
    }
    var shorter = shortened(wrong.after(actions), wrong);
    return new Played(
        wrong.played,
        "Walk of seed "
            + seed
            + ": "
            + wrong.what
            + "\nafter "
            + shorter
            + "\nwhere "
            + wrong(shorter));
  }

  /** What first does not hold; null if all does. */
  @Nullable Wrong wrong(List<Action> actions) {
    var played = 0;
    try (var player = players.player(actions)) {
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
   * A walk that was played.
   *
   * @param actions so many were played
   * @param failure what did not hold, and the actions that led there; null if all did
   */
  record Played(int actions, @Nullable String failure) {}

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
