package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;
import static dev.neuralworkbench.explain.step.StepSymbols.real;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.ForwardTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression.Quantity;

/**
 * The numbers of a row on one way forward, each with its symbol. With the index of any unit the
 * symbol is that of any, and the number that of the first.
 */
record StepNumbers(
    BackpropTrace trace, int row, boolean after, StepSymbols names, ForwardTrace way) {

  /**
   * @param after whether the row goes with the new weights
   */
  StepNumbers(BackpropTrace trace, int row, boolean after) {
    var names = new StepSymbols(trace, after ? StepSymbols.DASH : "");
    this(trace, row, after, names, after ? trace.after() : trace.before());
  }

  /** An input before dropout. */
  Quantity raw(int input) {
    return number(StepSymbols.raw(input), trace.rows().inputs()[row][real(input)]);
  }

  Quantity input(int layer, int input) {
    return number(names.input(layer, input), way.input(layer, row, real(input)));
  }

  /** w or b before the step, or after it. */
  Quantity weight(NetworkLocation place) {
    var at = real(place);
    return number(names.weight(place), after ? trace.newWeight(at) : trace.weight(at));
  }

  Quantity z(int layer, int unit) {
    return number(names.z(layer, unit), way.z(layer, row, real(unit)));
  }

  /** f(z), before dropout. */
  Quantity value(int layer, int unit) {
    return number(names.value(layer, unit), way.value(layer, row, real(unit)));
  }

  Quantity mask(int layer, int unit) {
    return number(names.mask(layer, unit), trace.maskAfter(layer, row, real(unit)));
  }

  Quantity prediction(int output) {
    return number(names.prediction(output), way.prediction(row, real(output)));
  }

  /** As the data has it. */
  Quantity rawTarget(int output) {
    return number(names.target(output), trace.rows().targets()[row][real(output)]);
  }

  /** What the loss compares with. */
  Quantity target(int output) {
    return number(names.judged(output), trace.target(row, real(output)));
  }

  Quantity delta(int layer, int unit) {
    return number(names.delta(layer, unit), trace.delta(layer, row, real(unit)));
  }
}
