package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.model.Progress;
import dev.neuralworkbench.ui.common.work.WorkProgress;

/**
 * What a model does for a while as the progress of background work.
 *
 * @param progress the work's
 */
public record ModelProgress(WorkProgress progress) implements Progress {

  @Override
  public void done(long amount, long ofTotal) {
    progress.done(amount, ofTotal);
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled();
  }
}
