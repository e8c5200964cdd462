package dev.neuralworkbench.train.optimizer;

import java.util.List;

/** The slots of an optimizer together. */
final class Slots {

  private Slots() {}

  /**
   * Takes over a state's numbers.
   *
   * @throws IllegalArgumentException if there are not as many slots
   */
  static void restore(List<Slot> slots, OptimizerState state) {
    if (state.slots().size() != slots.size()) {
      throw new IllegalArgumentException(
          "expected a state of %d slots, received %d"
              .formatted(slots.size(), state.slots().size()));
    }
    for (var i = 0; i < slots.size(); i++) {
      slots.get(i).restore(state.slots().get(i));
    }
  }
}
