package dev.neuralworkbench.ui.workspace.files;

import java.util.concurrent.ThreadPoolExecutor;

/** Whether a file is being looked at beside the window, before it is saved to or left. */
public final class LooksAtFiles {

  private LooksAtFiles() {}

  /** What was found then arrives with what the FX thread does next. */
  public static boolean areUnderWay(Saving saving) {
    var lane = (ThreadPoolExecutor) saving.looking;
    return lane.getTaskCount() > lane.getCompletedTaskCount();
  }
}
