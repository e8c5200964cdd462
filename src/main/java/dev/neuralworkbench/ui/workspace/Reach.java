package dev.neuralworkbench.ui.workspace;

/**
 * The moments of a run that can be gone back to, as numbers of epochs done.
 *
 * @param first the earliest
 * @param last the end, or the last epoch yet
 * @param best the best yet; 0 where there is none
 */
public record Reach(int first, int last, int best) {

  /** No moment but the present. */
  public static final Reach NONE = new Reach(0, 0, 0);

  static Reach of(Run run, int last) {
    var first = run.trail().first();
    var best = run.trail().bestEpoch();
    return first < 0 || first >= last ? NONE : new Reach(first, last, best > last ? 0 : best);
  }

  /** Whether there is a moment to go back to. */
  public boolean isAny() {
    return last > first;
  }
}
