package dev.neuralworkbench.study;

/** Follows a study, on the thread that does it. */
public interface StudyProgress {

  /** Follows nothing and never cancels. */
  StudyProgress NONE =
      new StudyProgress() {
        @Override
        public void done(long epochs, long ofEpochs) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Called before every batch; cheap.
   *
   * @param epochs epochs done in all runs so far; a run that ended early counts with all of its
   *     epochs
   * @param ofEpochs epochs of all runs together
   */
  void done(long epochs, long ofEpochs);

  /** Asked as often; true ends the study with a {@code CancellationException}. */
  boolean cancelled();
}
