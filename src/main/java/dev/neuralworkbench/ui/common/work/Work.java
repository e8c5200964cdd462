package dev.neuralworkbench.ui.common.work;

import dev.neuralworkbench.progress.Progress;

@FunctionalInterface
public interface Work<T> {

  /**
   * Does the work, on a thread that is not the FX thread.
   *
   * @param progress told how far it is, and asked whether to give up
   * @throws Exception what went wrong; handed to whoever asked for the work
   */
  T run(Progress progress) throws Exception;
}
