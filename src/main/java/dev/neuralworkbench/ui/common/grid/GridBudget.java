package dev.neuralworkbench.ui.common.grid;

/** What a grid may make in one frame: all labels of a large window would hold it too long. */
final class GridBudget {

  private static final int LABELS = 60;

  /** A head has a label, two buttons and a menu. */
  private static final int HEAD = 6;

  private int left = LABELS;
  private boolean wanting;

  int labels(int wanted) {
    var granted = Math.min(wanted, Math.max(0, left));
    left -= granted;
    wanting |= granted < wanted;
    return granted;
  }

  boolean head() {
    wanting |= left <= 0;
    if (left <= 0) {
      return false;
    }
    left -= HEAD;
    return true;
  }

  boolean isWanting() {
    return wanting;
  }
}
