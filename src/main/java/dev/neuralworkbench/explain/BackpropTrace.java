package dev.neuralworkbench.explain;

import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step of training in double, every value kept: forward, loss, backward, penalty, clipping,
 * optimizer, and the loss after. Layers are the dense ones, from 0 on; dropout counts to the layer
 * whose inputs it thins. What is said of a row is its own share, without the batch's 1 / B; {@link
 * #gradient} is the mean over the rows. Immutable once made; made in the background, read by any
 * thread.
 */
public final class BackpropTrace {

  /** Most weights that are taken apart: each takes some 40 bytes. */
  public static final long MOST_PARAMETERS = 2_000_000;

  private final StepSetting setting;
  private final Rows rows;
  private final List<DenseDesign> designs;
  private final List<ActivationCurve> curves;
  private final Masks masks;
  private final List<double[]> weights;
  private final Pass pass;
  private final double[][][] upstream; // dL/dy of each layer, after its own dropout, (rows × units)
  private final double[][][] deltas; // dL/dz, (rows × units)
  private final List<double[]> gradients; // mean over rows, biases last
  private final double norm;
  private final List<double[]> newWeights;
  private final Pass after;

  private BackpropTrace(
      StepSetting setting, Rows rows, Function<DenseDesign, ActivationCurve> curve) {
    this.setting = setting;
    this.rows = rows;
    designs = setting.dense();
    curves = designs.stream().map(curve).toList();
    masks = Masks.of(setting, rows.count(), rows.inputs()[0].length);
    weights = setting.weights().layers().stream().map(BackpropTrace::numbers).toList();
    var loss = setting.design().loss();
    pass = Pass.forward(rows, weights, curves, masks, loss);
    upstream = new double[designs.size()][][];
    deltas = new double[designs.size()][][];
    backward();
    gradients = new ArrayList<>();
    for (var l = 0; l < designs.size(); l++) {
      gradients.add(meanGradients(l));
    }
    norm = norm(this);
    newWeights = new ArrayList<>();
    for (var l = 0; l < designs.size(); l++) {
      newWeights.add(updated(l));
    }
    after = Pass.forward(rows, newWeights, curves, masks, loss);
  }

  /**
   * Takes a step apart.
   *
   * @param rows at least one
   */
  public static BackpropTrace of(StepSetting setting, Rows rows) {
    return of(setting, rows, design -> ActivationCurve.of(design.activation()));
  }

  /** The same with other curves, so that a test can plant a wrong derivative. */
  static BackpropTrace of(
      StepSetting setting, Rows rows, Function<DenseDesign, ActivationCurve> curve) {
    return new BackpropTrace(setting, rows, curve);
  }

  private static double[] numbers(LayerWeights layer) {
    var numbers = new double[layer.parameterCount()];
    var next = 0;
    for (var w : layer.weights()) {
      numbers[next++] = w;
    }
    for (var b : layer.bias()) {
      numbers[next++] = b;
    }
    return numbers;
  }

  private void backward() {
    for (var l = designs.size() - 1; l >= 0; l--) {
      upstream[l] = new double[rows.count()][];
      deltas[l] = new double[rows.count()][];
      for (var r = 0; r < rows.count(); r++) {
        var units = units(l);
        upstream[l][r] = new double[units];
        deltas[l][r] = new double[units];
        for (var j = 0; j < units; j++) {
          upstream[l][r][j] = isOutput(l) ? lossSlope(r, j) : fromNext(l, r, j);
          deltas[l][r][j] = upstream[l][r][j] * maskAfter(l, r, j) * slope(l, r, j);
        }
      }
    }
  }

  private double lossSlope(int row, int unit) {
    return LossCurve.slope(
        setting.design().loss(),
        pass.predictions()[row][unit],
        rows.targets()[row][unit],
        units(designs.size() - 1));
  }

  /** Σ w δ over the units of the next layer. */
  private double fromNext(int layer, int row, int unit) {
    var w = weights.get(layer + 1);
    var delta = deltas[layer + 1][row];
    var sum = 0.0;
    for (var k = 0; k < delta.length; k++) {
      sum += w[unit * delta.length + k] * delta[k];
    }
    return sum;
  }

  private double[] meanGradients(int layer) {
    var units = units(layer);
    var count = inputs(layer);
    var sums = new double[(count + 1) * units];
    for (var r = 0; r < rows.count(); r++) {
      var x = pass.inputs()[layer][r];
      var delta = deltas[layer][r];
      for (var i = 0; i <= count; i++) {
        var factor = i == count ? 1 : x[i];
        for (var j = 0; j < units; j++) {
          sums[i * units + j] += factor * delta[j];
        }
      }
    }
    for (var i = 0; i < sums.length; i++) {
      sums[i] /= rows.count();
    }
    return sums;
  }

  private static double norm(BackpropTrace trace) {
    var sum = 0.0;
    for (var l = 0; l < trace.layers(); l++) {
      sum += trace.squares(l);
    }
    return StrictMath.sqrt(sum);
  }

  private double[] updated(int layer) {
    var units = units(layer);
    var count = inputs(layer);
    var next = new double[(count + 1) * units];
    for (var i = 0; i <= count; i++) {
      for (var j = 0; j < units; j++) {
        next[i * units + j] = ledger(layer, i == count ? Location.BIAS : i, j).newWeight();
      }
    }
    return next;
  }

  // The step.

  /** Where the run stands. */
  public StepSetting setting() {
    return setting;
  }

  /** The rows of the step. */
  public Rows rows() {
    return rows;
  }

  /** Number of dense layers. */
  public int layers() {
    return designs.size();
  }

  /** A dense layer. */
  public DenseDesign design(int layer) {
    return designs.get(layer);
  }

  /** Inputs of a layer. */
  public int inputs(int layer) {
    return setting.weights().layer(layer).inputs();
  }

  /** Units of a layer. */
  public int units(int layer) {
    return designs.get(layer).units();
  }

  /** Whether this is the last layer. */
  public boolean isOutput(int layer) {
    return layer == designs.size() - 1;
  }

  // Forward, of one row.

  /** What a layer gets from one of its inputs, after dropout. */
  public double input(int layer, int row, int input) {
    return pass.inputs()[layer][row][input];
  }

  /** The weighted sum of a unit. */
  public double z(int layer, int row, int unit) {
    return pass.z()[layer][row][unit];
  }

  /** f(z), before dropout. */
  public double value(int layer, int row, int unit) {
    return pass.values()[layer][row][unit];
  }

  /** Whether dropout thins what a layer gives on; {@link Location#INPUTS} for the inputs. */
  public boolean thins(int layer) {
    return !isOutput(layer) && masks.before(layer + 1) != null;
  }

  /** Dropout's factor on what a unit gives on: 0, or 1 / (1 − rate); 1 without dropout. */
  public double maskAfter(int layer, int row, int unit) {
    var mask = isOutput(layer) ? null : masks.before(layer + 1);
    return mask == null ? 1 : mask[row][unit];
  }

  /** What is compared with the target: a probability under a cross-entropy, else the output. */
  public double prediction(int row, int output) {
    return pass.predictions()[row][output];
  }

  /** What it is compared with. */
  public double target(int row, int output) {
    return rows.targets()[row][output];
  }

  /** The loss of a row. */
  public double rowLoss(int row) {
    return pass.losses()[row];
  }

  /** The mean loss of the rows, without penalties. */
  public double loss() {
    return pass.loss();
  }

  // Backward, of one row.

  /** dL/da of what a unit gives on; for an output dL/dŷ, under a cross-entropy dL/dz. */
  public double upstream(int layer, int row, int unit) {
    return upstream[layer][row][unit];
  }

  /** f′(z). */
  public double slope(int layer, int row, int unit) {
    return curves.get(layer).slope(z(layer, row, unit), value(layer, row, unit));
  }

  /** δ = dL/dz. */
  public double delta(int layer, int row, int unit) {
    return deltas[layer][row][unit];
  }

  /** What one row adds to a gradient: x δ, or δ for a bias. */
  public double rowGradient(int layer, int row, int input, int unit) {
    return (input == Location.BIAS ? 1 : input(layer, row, input)) * delta(layer, row, unit);
  }

  // The gradient and the update.

  /** The weight, or with {@link Location#BIAS} the bias, before the step. */
  public double weight(int layer, int input, int unit) {
    return weights.get(layer)[index(layer, input, unit)];
  }

  /** ∂L/∂w: the mean over the rows, without the penalty. */
  public double gradient(int layer, int input, int unit) {
    return gradients.get(layer)[index(layer, input, unit)];
  }

  /** The penalty's share: l1 · sgn(w) + l2 · w; 0 for a bias. */
  public double penalty(int layer, int input, int unit) {
    if (input == Location.BIAS) {
      return 0;
    }
    var penalty = setting.config().penalty();
    var w = weight(layer, input, unit);
    return penalty.l1() * StrictMath.signum(w) + penalty.l2() * w;
  }

  /** The gradient with the penalty. */
  public double penalized(int layer, int input, int unit) {
    return gradient(layer, input, unit) + penalty(layer, input, unit);
  }

  /** Σg² over the weights and biases of a layer, after the penalty. */
  public double squares(int layer) {
    var sum = 0.0;
    for (var input = Location.BIAS; input < inputs(layer); input++) {
      for (var unit = 0; unit < units(layer); unit++) {
        var g = penalized(layer, input, unit);
        sum += g * g;
      }
    }
    return sum;
  }

  /** √Σg² over all weights and biases, after the penalty. */
  public double norm() {
    return norm;
  }

  /** The factor of clipping: the longest norm over the norm where that is longer, otherwise 1. */
  public double clipFactor() {
    var longest = setting.config().clipNorm();
    return longest > 0 && norm > longest ? longest / norm : 1;
  }

  /** The gradient that the optimizer sees. */
  public double clipped(int layer, int input, int unit) {
    return penalized(layer, input, unit) * clipFactor();
  }

  /** What the optimizer makes of it. */
  public OptimizerLedger ledger(int layer, int input, int unit) {
    var state = setting.optimizer();
    return OptimizerLedger.of(
        setting.config().optimizer(),
        setting.learningRate(),
        state.steps(),
        weight(layer, input, unit),
        clipped(layer, input, unit),
        slot(0, layer, input, unit),
        slot(1, layer, input, unit));
  }

  private double slot(int index, int layer, int input, int unit) {
    var slots = setting.optimizer().slots();
    if (index >= slots.size()) {
      return 0;
    }
    var numbers = slots.get(index);
    return input == Location.BIAS ? numbers.bias(layer, unit) : numbers.weight(layer, input, unit);
  }

  /** The weight after the step. */
  public double newWeight(int layer, int input, int unit) {
    return newWeights.get(layer)[index(layer, input, unit)];
  }

  // After.

  /** What is compared with the target after the step. */
  public double predictionAfter(int row, int output) {
    return after.predictions()[row][output];
  }

  /** The weighted sum of an output unit after the step. */
  public double outputSumAfter(int row, int output) {
    return after.z()[designs.size() - 1][row][output];
  }

  /** The loss of a row after the step. */
  public double rowLossAfter(int row) {
    return after.losses()[row];
  }

  /** The mean loss of the rows after the step. */
  public double lossAfter() {
    return after.loss();
  }

  // For the check of the gradient.

  /** A pass with one weight changed. */
  Pass changed(Location place, double change) {
    var copy = new ArrayList<>(weights);
    var layer = weights.get(place.layer()).clone();
    layer[index(place.layer(), place.input(), place.unit())] += change;
    copy.set(place.layer(), layer);
    return Pass.forward(rows, copy, curves, masks, setting.design().loss());
  }

  ActivationCurve curve(int layer) {
    return curves.get(layer);
  }

  private int index(int layer, int input, int unit) {
    var row = input == Location.BIAS ? inputs(layer) : input;
    return row * units(layer) + unit;
  }

  /** The dropout factors before a layer; null without. */
  double @Nullable [][] mask(int layer) {
    return masks.before(layer);
  }
}
