package dev.neuralworkbench.train.pace;

import java.util.ArrayDeque;

/** The steps that a held run is still to do, in the order in which they were asked for. */
public final class SingleSteps {

  private final ArrayDeque<Pace.Unit> left = new ArrayDeque<>();
  private boolean insideEpoch; // the first one is an epoch, and begun

  public void add(Pace.Unit step) {
    left.add(step);
  }

  public void clear() {
    left.clear();
    insideEpoch = false;
  }

  /** Notes that an epoch has ended, and with it a step that is one. */
  public void epochEnded() {
    if (insideEpoch) {
      insideEpoch = false;
      left.remove();
    }
  }

  /** Whether a step grants the next batch; a step of one batch is done with that. */
  public boolean grantBatch() {
    return switch (left.peek()) {
      case null -> false;
      case BATCH -> {
        left.remove();
        yield true;
      }
      case EPOCH -> {
        insideEpoch = true;
        yield true;
      }
    };
  }
}
