package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.train.pace.Pace;
import java.time.Duration;

/** How fast a run goes. The bits are the same at every speed. */
public enum Speed {
  /** The planned epochs are spread over {@link #WATCHABLE}, or take longer at full speed. */
  AUTO,
  EPOCH_A_FRAME,
  BATCH_A_FRAME,
  FULL;

  static final Duration WATCHABLE = Duration.ofSeconds(8);

  private static final Duration FRAME = Duration.ofNanos(1_000_000_000 / 60);

  public String nameKey() {
    return "speed." + Ids.of(this);
  }

  Pace pace(Run run) {
    return switch (this) {
      case AUTO -> Pace.spread(WATCHABLE, run.newEpochs(), run.epochs());
      case EPOCH_A_FRAME -> Pace.epoch(FRAME);
      case BATCH_A_FRAME -> Pace.batch(FRAME);
      case FULL -> Pace.FULL;
    };
  }
}
