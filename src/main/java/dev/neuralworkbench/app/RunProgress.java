package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.workspace.Run;
import org.jspecify.annotations.Nullable;

/**
 * How far and how fast a run goes, looked at from outside a few times a second. The speed is that
 * of training, waiting for the eye left out; the time left is what a clock on the wall will show.
 */
final class RunProgress {

  private static final double WINDOW_SECONDS = 1;

  private @Nullable Run run;
  private int firstEpoch;
  private long firstNanos;
  private int lastEpoch;
  private double samplesPerSecond = Double.NaN;
  private double secondsLeft = Double.NaN;

  void look(Run looked, long nanos) {
    var history = looked.history();
    var epochs = history.epochs();
    if (!looked.equals(run)) {
      run = looked;
      firstEpoch = epochs;
      firstNanos = nanos;
      lastEpoch = epochs;
      samplesPerSecond = Double.NaN;
      secondsLeft = Double.NaN;
    }
    if (epochs > lastEpoch) {
      var from = epochs - 1;
      var end = history.seconds(epochs - 1);
      while (from > 0 && end - history.seconds(from - 1) < WINDOW_SECONDS && from > firstEpoch) {
        from--;
      }
      var seconds = end - (from == 0 ? 0 : history.seconds(from - 1));
      if (seconds > 0) {
        samplesPerSecond = (double) (epochs - from) * looked.trainingRows() / seconds;
      }
      var perEpoch = (nanos - firstNanos) / 1e9 / (epochs - firstEpoch);
      secondsLeft = perEpoch * (looked.epochs() - epochs);
      lastEpoch = epochs;
    }
  }

  /** Starts to measure afresh: the run was held, or its speed changed. */
  void restart() {
    run = null;
    samplesPerSecond = Double.NaN;
    secondsLeft = Double.NaN;
  }

  /** Rows trained in a second; NaN before that can be said. */
  double samplesPerSecond() {
    return samplesPerSecond;
  }

  /** Seconds to the end of the run; NaN before that can be said. */
  double secondsLeft() {
    return secondsLeft;
  }
}
