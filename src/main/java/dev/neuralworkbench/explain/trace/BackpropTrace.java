package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.ActivationCurve;
import dev.neuralworkbench.nn.function.LossCurve;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.List;
import java.util.function.Function;

/**
 * One step of training in double, every value kept: forward, loss, backward, penalty, clipping,
 * optimizer, max-norm, and the loss after. Layers are the dense ones, from 0 on; dropout counts to
 * the layer whose inputs it thins. What is said of a row is its own share, without the batch's 1 /
 * B; {@link #gradient} is the mean over the rows. Immutable once made; made in the background, read
 * by any thread.
 */
public final class BackpropTrace {

  /** Most weights that are taken apart: each takes some 40 bytes. */
  public static final long MOST_PARAMETERS = 2_000_000;

  private final StepSetting setting;
  private final StepRows rows;
  private final StepRows judged; // the same with smoothed targets
  private final List<DenseDesign> designs;
  private final List<ActivationCurve> curves;
  private final LossCurve loss;
  private final DropoutMasks masks;
  private final WeightNumbers weights;
  private final ForwardTrace forward;
  private final BackwardTrace backward;
  private final WeightUpdate update;
  private final ForwardTrace after;

  /** A step with any curves, so that a test can plant a wrong derivative. */
  BackpropTrace(StepSetting setting, StepRows rows, Function<DenseDesign, ActivationCurve> curve) {
    this.setting = setting;
    this.rows = rows;
    judged = rows.smoothed(setting.design().smoothing());
    designs = setting.design().dense(setting.outputs());
    curves = designs.stream().map(curve).toList();
    masks = DropoutMasks.of(setting, rows.count(), rows.inputs()[0].length);
    weights = WeightNumbers.of(setting.weights());
    loss = new LossCurve(setting.design().loss());
    forward = ForwardTrace.forward(judged, weights, curves, masks, loss);
    backward = BackwardTrace.of(forward, judged, weights, curves, masks, loss);
    update = new WeightUpdate(setting, weights, backward.gradients());
    after = ForwardTrace.forward(judged, update.newWeights, curves, masks, loss);
  }

  /**
   * Takes a step apart.
   *
   * @param rows at least one
   */
  public static BackpropTrace of(StepSetting setting, StepRows rows) {
    return new BackpropTrace(setting, rows, design -> ActivationCurve.of(design.activation()));
  }

  public StepSetting setting() {
    return setting;
  }

  public StepRows rows() {
    return rows;
  }

  public int layers() {
    return designs.size();
  }

  public DenseDesign design(int layer) {
    return designs.get(layer);
  }

  public int inputs(int layer) {
    return weights.inputs(layer);
  }

  /** Of the layer {@link NetworkLocation#INPUTS} the network's inputs. */
  public int units(int layer) {
    return layer == NetworkLocation.INPUTS ? weights.inputs(0) : weights.units(layer);
  }

  public boolean isOutput(int layer) {
    return layer == designs.size() - 1;
  }

  /** Whether dropout thins what a layer gives on; {@link NetworkLocation#INPUTS} for the inputs. */
  public boolean thins(int layer) {
    return !isOutput(layer) && masks.before(layer + 1) != null;
  }

  /** Dropout's factor on what a unit gives on: 0, or 1 / (1 − rate); 1 without dropout. */
  public double maskAfter(int layer, int row, int unit) {
    var mask = isOutput(layer) ? null : masks.before(layer + 1);
    return mask == null ? 1 : mask[row][unit];
  }

  /** The shares that dropout drops of what a layer gives on; none without dropout. */
  public List<Double> dropRatesAfter(int layer) {
    return isOutput(layer) ? List.of() : masks.rates().get(layer + 1);
  }

  /**
   * The value that another sum would give a unit of a layer: f(z), of an output what is compared
   * with the target. NaN under softmax, which takes the sums of all units.
   */
  public double activation(int layer, double z) {
    if (!isOutput(layer) || !setting.design().loss().ownsOutputFunction()) {
      return curves.get(layer).value(z);
    }
    return setting.design().loss().outputFunction == OutputFunction.SIGMOID
        ? 1 / (1 + StrictMath.exp(-z))
        : Double.NaN;
  }

  /** f′(z) of a layer's activation at any sum. */
  public double slopeAt(int layer, double z) {
    return curves.get(layer).slope(z, curves.get(layer).value(z));
  }

  /** What a prediction is compared with, smoothed where the design asks for it. */
  public double target(int row, int output) {
    return judged.targets()[row][output];
  }

  public boolean isWeighted() {
    return rows.weights() != null;
  }

  /** ∂ℓ/∂a of what a unit gives on; for an output ∂ℓ/∂ŷ, under a cross-entropy ∂ℓ/∂z. */
  public double upstream(int layer, int row, int unit) {
    return backward.upstream()[layer][row][unit];
  }

  public double slope(int layer, int row, int unit) {
    return backward.slopes()[layer][row][unit];
  }

  /** δ = ∂ℓ/∂z of the row's own loss ℓ. */
  public double delta(int layer, int row, int unit) {
    return backward.deltas()[layer][row][unit];
  }

  /** What one row adds to a gradient: x δ, or δ for a bias. */
  public double rowGradient(int layer, int row, int input, int unit) {
    return (input == NetworkLocation.BIAS ? 1 : forward.input(layer, row, input))
        * delta(layer, row, unit);
  }

  /** The weight, or with {@link NetworkLocation#BIAS} the bias, before the step. */
  public double weight(int layer, int input, int unit) {
    return weights.get(layer, input, unit);
  }

  public double weight(NetworkLocation place) {
    return weight(place.layer(), place.input(), place.unit());
  }

  public double gradient(NetworkLocation place) {
    return gradient(place.layer(), place.input(), place.unit());
  }

  public double newWeight(NetworkLocation place) {
    return newWeight(place.layer(), place.input(), place.unit());
  }

  /** ∂L/∂w: the mean over the rows, without the penalty. */
  public double gradient(int layer, int input, int unit) {
    return backward.gradients().get(layer, input, unit);
  }

  /** From gradients to new weights: penalty, clipping, optimizer, max-norm. */
  public WeightUpdate update() {
    return update;
  }

  public double newWeight(int layer, int input, int unit) {
    return update.newWeights.get(layer, input, unit);
  }

  /** All weights after the step, in single precision; copied. */
  public NetworkWeights newWeights() {
    return update.newWeights.weights();
  }

  /** The way forward with the weights before the step. */
  public ForwardTrace before() {
    return forward;
  }

  public ForwardTrace after() {
    return after;
  }

  ForwardTrace changed(NetworkLocation place, double change) {
    return ForwardTrace.forward(judged, weights.plus(place, change), curves, masks, loss);
  }

  ActivationCurve curve(int layer) {
    return curves.get(layer);
  }
}
