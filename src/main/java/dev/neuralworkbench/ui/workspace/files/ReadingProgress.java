package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.read.ReadProgress;
import dev.neuralworkbench.ui.common.work.WorkProgress;

/**
 * The reading of a file as the progress of background work.
 *
 * @param progress the work's
 */
public record ReadingProgress(WorkProgress progress) implements ReadProgress {

  @Override
  public void read(long bytes, long ofBytes) {
    progress.done(bytes, ofBytes);
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled();
  }
}
