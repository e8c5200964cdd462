package dev.neuralworkbench.ui.common;

/** How far work has come, told from the thread that does it. */
public interface WorkProgress {

  /** Tells how much is done; cheap, and may be called as often as is convenient. */
  void done(long amount, long ofTotal);

  /** Whether the user has asked to give up; the work then returns soon, with any result. */
  boolean cancelled();
}
