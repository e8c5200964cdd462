package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.problem.Ids;

/** How much of a step a key press brings. */
public enum Reveal {
  AT_ONCE(false, false),
  BOX_BY_BOX(true, false),
  /** One box with its number blank, so that a class can say it, then the number. */
  BLANKS(true, true);

  private final boolean boxes;
  private final boolean blanks;

  Reveal(boolean boxes, boolean blanks) {
    this.boxes = boxes;
    this.blanks = blanks;
  }

  public String nameKey() {
    return "backprop.reveal." + Ids.of(this);
  }

  /** How many key presses a step of so many boxes takes. */
  int stages(int parts) {
    return (boxes ? parts : 1) * (blanks ? 2 : 1);
  }

  /** What shows of a step of so many boxes after so many key presses. */
  Revealed at(int stage, int parts) {
    var each = blanks ? 2 : 1;
    return new Revealed(boxes ? stage / each + 1 : parts, blanks && stage % each == 0);
  }

  /**
   * What shows of a step: the first boxes, and whether the number of the last of these is still
   * hidden.
   */
  public record Revealed(int boxes, boolean blank) {}
}
