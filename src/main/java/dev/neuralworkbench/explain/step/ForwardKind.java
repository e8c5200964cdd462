package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.ForwardTrace;

/**
 * One of the two ways forward that a row takes: before the step, or again with the new weights.
 *
 * @param row the row, from 0 on
 * @param after whether the weights are the new ones
 */
record ForwardKind(BackpropTrace trace, int row, boolean after) {

  Phase phase() {
    return after ? Phase.AFTER : Phase.FORWARD;
  }

  StepSymbols names() {
    return new StepSymbols(trace, after ? StepSymbols.DASH : "");
  }

  private ForwardTrace way() {
    return after ? trace.after() : trace.before();
  }

  double weight(int layer, int input, int unit) {
    return after ? trace.newWeight(layer, input, unit) : trace.weight(layer, input, unit);
  }

  double input(int layer, int input) {
    return way().input(layer, row, input);
  }

  double z(int layer, int unit) {
    return way().z(layer, row, unit);
  }

  double value(int layer, int unit) {
    return way().value(layer, row, unit);
  }

  double prediction(int output) {
    return way().prediction(row, output);
  }
}
