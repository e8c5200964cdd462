package dev.neuralworkbench.model;

/**
 * What the user says of a run.
 *
 * @param pinned whether it stays on top, and its weights are kept in the file
 * @param deleted whether it is not wanted any more
 * @param note a few words
 */
public record RunMark(boolean pinned, boolean deleted, String note) {

  public static final RunMark NONE = new RunMark(false, false, "");

  public static final int LONGEST_NOTE = 1_000;

  public RunMark withPinned(boolean pinned) {
    return new RunMark(pinned, deleted, note);
  }

  public RunMark withDeleted(boolean deleted) {
    return new RunMark(pinned, deleted, note);
  }

  public RunMark withNote(String note) {
    return new RunMark(pinned, deleted, note);
  }
}
