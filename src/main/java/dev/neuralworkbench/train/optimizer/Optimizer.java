package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rule at work: changes parameters from their gradients, in one pass over each array, and keeps
 * what it remembers of the past, some numbers of each weight. One owner thread begins a step; its
 * updates may be done by several threads at once, for different elements.
 */
public abstract class Optimizer {

  static final long SINGLE_STEPS = 1_000_000_000;

  /** Least numbers that {@link #flushTiny} keeps: a weight, a mean of gradients, one of squares. */
  static final float LEAST_WEIGHT = 0x1p-56F;

  static final float LEAST_MEAN = 0x1p-90F;
  static final float LEAST_SQUARE = 0x1p-100F;

  private final List<Parameter> parameters;
  private final List<WeightBuffer> slots;
  private final float[][][] remembered; // of each parameter, the numbers of each slot
  private float rate;

  /**
   * @param slots how many numbers are remembered of each weight
   */
  Optimizer(int slots, List<Parameter> parameters) {
    this.parameters = parameters;
    this.slots = Stream.generate(() -> new WeightBuffer(parameters)).limit(slots).toList();
    remembered =
        IntStream.range(0, parameters.size())
            .mapToObj(i -> this.slots.stream().map(slot -> slot.of(i)).toArray(float[][]::new))
            .toArray(float[][][]::new);
  }

  /**
   * Begins a step, in which every element is updated once.
   *
   * @param learningRate η of this step, schedule included
   */
  public void begin(double learningRate) {
    rate = (float) learningRate;
  }

  /** η of the step under way. */
  final float rate() {
    return rate;
  }

  /**
   * Updates elements from … to of a parameter from the gradients they have now.
   *
   * @param parameter index of the parameter
   */
  public final void update(int parameter, int from, int to) {
    var of = parameters.get(parameter);
    update(of.value().data, of.gradient().data, remembered[parameter], from, to);
  }

  /**
   * Updates elements from … to of a parameter.
   *
   * @param w its values. Modified.
   * @param g its gradient. Not modified.
   * @param slots what is remembered of it, in the order of the rule's lines. Modified.
   */
  abstract void update(float[] w, float[] g, float[][] slots, int from, int to);

  /**
   * A number, or 0 where it is far below the least that matters. A penalty lets unused weights
   * decay; they, and what is remembered of them, would end as subnormal numbers, which processors
   * work with twenty times more slowly. The sum rounds those away, and nothing of numbers above 2²⁵
   * · least.
   */
  static float flushTiny(float number, float least) {
    return number + least - least;
  }

  /** Steps done; 0 where nothing depends on it. */
  long steps() {
    return 0;
  }

  public final OptimizerState state() {
    return new OptimizerState(steps(), slots.stream().map(WeightBuffer::snapshot).toList());
  }

  /**
   * Takes over what an optimizer of the same kind and shapes remembered.
   *
   * @throws IllegalArgumentException if kind or shapes differ
   */
  public void state(OptimizerState state) {
    if (state.slots().size() != slots.size()) {
      throw new IllegalArgumentException(
          "expected a state of %d slots, received %d"
              .formatted(slots.size(), state.slots().size()));
    }
    for (var i = 0; i < slots.size(); i++) {
      slots.get(i).restore(state.slots().get(i));
    }
  }

  /**
   * βᵗ with the rounding of t single multiplications, as the steps themselves had it. Beyond a
   * thousand million, which take a second, the rest is a power.
   */
  static double power(double beta, long steps) {
    var single = Math.min(steps, SINGLE_STEPS);
    var power = 1.0;
    for (var i = 0L; i < single; i++) {
      var next = power * beta;
      if (next == power) {
        // From here on it stays: at 0, at 1, or at the least number that there is, where each
        // product would be rounded back and take ten times as long.
        break;
      }
      power = next;
    }
    return power * StrictMath.pow(beta, (double) (steps - single));
  }
}
