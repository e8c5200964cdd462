package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.ForwardTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression.Quantity;

/** The numbers of a row on one way forward, each with its symbol. */
final class StepNumbers {

  final StepSymbols names;
  final ForwardTrace way;
  private final BackpropTrace trace;
  final int row;
  private final boolean after;

  /**
   * @param after whether the row goes with the new weights
   */
  StepNumbers(BackpropTrace trace, int row, boolean after) {
    this.trace = trace;
    this.row = row;
    this.after = after;
    names = new StepSymbols(trace, after ? StepSymbols.DASH : "");
    way = after ? trace.after() : trace.before();
  }

  Quantity input(int layer, int input) {
    return number(names.input(layer, input), way.input(layer, row, input));
  }

  /** w or b before the step, or after it. */
  Quantity weight(NetworkLocation place) {
    return number(names.weight(place), after ? trace.newWeight(place) : trace.weight(place));
  }

  Quantity z(int layer, int unit) {
    return number(names.z(layer, unit), way.z(layer, row, unit));
  }

  /** f(z), before dropout. */
  Quantity value(int layer, int unit) {
    return number(names.value(layer, unit), way.value(layer, row, unit));
  }

  Quantity mask(int layer, int unit) {
    return number(names.mask(layer, unit), trace.maskAfter(layer, row, unit));
  }

  Quantity prediction(int output) {
    return number(names.prediction(output), way.prediction(row, output));
  }

  /** What the loss compares with. */
  Quantity target(int output) {
    return number(names.judged(output), trace.target(row, output));
  }

  Quantity delta(int layer, int unit) {
    return number(names.delta(layer, unit), trace.delta(layer, row, unit));
  }
}
