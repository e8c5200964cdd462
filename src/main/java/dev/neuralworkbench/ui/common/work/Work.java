package dev.neuralworkbench.ui.common.work;

import dev.neuralworkbench.progress.Progress;

@FunctionalInterface
public interface Work<T> {

  /** Does the work off the FX thread; what it throws is handed to whoever asked for it. */
  T run(Progress progress) throws Exception;
}
