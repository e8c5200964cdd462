package dev.neuralworkbench.train;

import java.util.ArrayDeque;

/** The steps that a held run is still to do, in the order in which they were asked for. */
final class Steps {

  private final ArrayDeque<Pace.Unit> left = new ArrayDeque<>();
  private boolean insideEpoch; // the first one is an epoch, and begun

  /** One step more. */
  void add(Pace.Unit step) {
    left.add(step);
  }

  /** Forgets all. */
  void clear() {
    left.clear();
    insideEpoch = false;
  }

  /** Notes that an epoch has ended, and with it a step that is one. */
  void epochEnded() {
    if (insideEpoch) {
      insideEpoch = false;
      left.remove();
    }
  }

  /** Whether a step grants the next batch; a step of one batch is done with that. */
  boolean grantBatch() {
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
