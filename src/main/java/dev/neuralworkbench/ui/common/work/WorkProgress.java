package dev.neuralworkbench.ui.common.work;

/** How far work has come, told from the thread that does it. */
public interface WorkProgress {

  /** Tells how much is done; cheap, and may be called as often as is convenient. */
  void done(long amount, long ofTotal);

  /**
   * Whether the work is not wanted any more: the user has given it up, or something else is asked.
   * It then returns soon, with any result.
   */
  boolean cancelled();

  /** Progress of a job that nobody looks at. */
  static WorkProgress unseen(Job job) {
    return new WorkProgress() {
      @Override
      public void done(long amount, long ofTotal) {}

      @Override
      public boolean cancelled() {
        return job.cancelled();
      }
    };
  }
}
