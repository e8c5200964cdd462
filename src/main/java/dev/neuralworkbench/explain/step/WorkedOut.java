package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What has been worked out when a step of a walk shows: the number that belongs into each unit and
 * onto each weight of a drawing. On the way forward a unit has its sum z, then its value a; on the
 * way back its δ; after the step the values that the new weights give. A weight has its gradient on
 * the way back, and its new value once the optimizer has made it.
 *
 * @param row the row, from 0 on, that is followed
 * @param phase where the walk is
 * @param last the last step whose result is known; −1 for none
 */
public record WorkedOut(
    Walk walk, BackpropTrace trace, int row, Phase phase, StepKind kind, long last) {

  /**
   * What is known when a step shows.
   *
   * @param hides whether what the step itself comes to is not shown yet
   */
  public static WorkedOut at(Walk walk, BackpropTrace trace, int row, long index, boolean hides) {
    return new WorkedOut(
        walk, trace, row, walk.phase(index), walk.kind(index), hides ? index - 1 : index);
  }

  private boolean knows(Phase of, StepKind kind, NetworkLocation place) {
    var found = walk.find(of, kind, place);
    return found >= 0 && found <= last;
  }

  private StepNumbers numbers(boolean after) {
    return new StepNumbers(trace, row, after);
  }

  private Optional<Quantity> input(int input) {
    var place = NetworkLocation.unit(NetworkLocation.INPUTS, input);
    if (knows(Phase.FORWARD, StepKind.INPUT_DROPOUT, place)) {
      return Optional.of(numbers(false).input(0, input));
    }
    return input < walk.prepared(last) ? Optional.of(numbers(false).raw(input)) : Optional.empty();
  }

  /**
   * The number of a unit in this phase; empty before it is worked out. On the way back a unit keeps
   * its value, which the gradients need, until it has its δ.
   *
   * @param layer {@link NetworkLocation#INPUTS} for an input, whose number is what the network gets
   */
  public Optional<Quantity> unit(int layer, int unit) {
    if (layer == NetworkLocation.INPUTS) {
      return input(unit);
    }
    return switch (phase) {
      case PREPARATION -> Optional.empty();
      case FORWARD, LOSS -> forward(layer, unit, false);
      case BACKWARD, UPDATE -> delta(layer, unit).or(() -> forward(layer, unit, false));
      case AFTER -> forward(layer, unit, true);
    };
  }

  private Optional<Quantity> forward(int layer, int unit, boolean after) {
    var of = after ? Phase.AFTER : Phase.FORWARD;
    var place = NetworkLocation.unit(layer, unit);
    var numbers = numbers(after);
    if (knows(of, StepKind.DROPOUT, place)) {
      return Optional.of(numbers.input(layer + 1, unit));
    } else if (knows(of, StepKind.ACTIVATION, place)
        || knows(of, StepKind.PROBABILITY, place)
        || knows(of, StepKind.ANSWER_AFTER, place)) {
      return Optional.of(
          trace.isOutput(layer) ? numbers.prediction(unit) : numbers.value(layer, unit));
    }
    return knows(of, StepKind.WEIGHTED_SUM, place)
        ? Optional.of(numbers.z(layer, unit))
        : Optional.empty();
  }

  /** The sum of a unit on the way that the walk is on; empty before it is worked out. */
  public OptionalDouble sum(int layer, int unit) {
    var isAfter = phase == Phase.AFTER;
    var place = NetworkLocation.unit(layer, unit);
    return knows(isAfter ? Phase.AFTER : Phase.FORWARD, StepKind.WEIGHTED_SUM, place)
        ? OptionalDouble.of((isAfter ? trace.after() : trace.before()).z(layer, row, unit))
        : OptionalDouble.empty();
  }

  /** The δ of a unit; empty before it is worked out. */
  public Optional<Quantity> delta(int layer, int unit) {
    var kind = trace.isOutput(layer) ? StepKind.OUTPUT_DELTA : StepKind.HIDDEN_DELTA;
    return knows(Phase.BACKWARD, kind, NetworkLocation.unit(layer, unit))
        ? Optional.of(numbers(false).delta(layer, unit))
        : Optional.empty();
  }

  /** Whether dropout has taken a unit, or an input, out of this step. */
  public boolean isDropped(int layer, int unit) {
    var kind = layer == NetworkLocation.INPUTS ? StepKind.INPUT_DROPOUT : StepKind.DROPOUT;
    return trace.thins(layer)
        && trace.maskAfter(layer, row, unit) == 0
        && knows(Phase.FORWARD, kind, NetworkLocation.unit(layer, unit));
  }

  public boolean hasGradient(NetworkLocation place) {
    return knows(Phase.BACKWARD, StepKind.GRADIENT, place);
  }

  /** Whether the new number of a weight is known: what max-norm leaves of it, where that is on. */
  public boolean hasNewWeight(NetworkLocation place) {
    var isLimited =
        trace.setting().config().unitNorm() > 0 && place.input() != NetworkLocation.BIAS;
    return knows(Phase.UPDATE, isLimited ? StepKind.MAX_NORM : StepKind.NEW_WEIGHT, place);
  }

  /**
   * The number of a weight or bias that the step is about: w, its gradient, the same with the
   * penalty, what the optimizer makes, or the new w. An error that goes back through a weight meets
   * w itself.
   */
  public Quantity weight(NetworkLocation place) {
    if (phase == Phase.AFTER || hasNewWeight(place)) {
      return numbers(true).weight(place);
    }
    var isBias = place.input() == NetworkLocation.BIAS;
    var names = new StepSymbols(trace);
    var update = trace.update();
    if (knows(Phase.UPDATE, StepKind.NEW_WEIGHT, place)) {
      return Quantity.of(names.unlimited(place), update.ledger(place).newWeight());
    } else if (knows(Phase.UPDATE, StepKind.PENALTY, place) && !isBias) {
      return Quantity.of(names.of("G", place), update.penalized(place));
    }
    return kind != StepKind.HIDDEN_DELTA && hasGradient(place)
        ? Quantity.of(Expression.Letter.of(isBias ? "∂L/∂b" : "∂L/∂w"), trace.gradient(place))
        : numbers(false).weight(place);
  }
}
