package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataReference.ColumnSchema;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of a network that was found: inputs are columns of numbers in the units that the
 * graph takes. Where it scales each of them first, x · s + t, that is the scaling of the columns:
 * mean −t/s, standard deviation 1/s. Nothing is known of the range of the values, so it is wide.
 */
record ImportedDocument(ImportedNetwork network, Scaling scaling, double[] offset, double[] scale) {

  /** Standard deviations around the mean, of values of which only these two are known. */
  private static final double WIDE = 10;

  /** Values of which nothing is known. */
  private static final double ANY = 1e30;

  /** Below this share of the mean, a deviation would be lost in the digits of the range. */
  private static final double NEGLIGIBLE = 1e-9;

  private static final int BATCH = 32;
  private static final int EPOCHS = 100;

  static Document of(ImportedNetwork network, String name, String hash) throws OnnxException {
    var count = network.inputs().size();
    var offset = new double[count];
    var scale = new double[count];
    Arrays.fill(scale, 1);
    var isScaled = isScaled(network.scaling(), offset, scale);
    return new ImportedDocument(
            network, isScaled ? Scaling.STANDARDIZE : Scaling.NONE, offset, scale)
        .document(name, hash);
  }

  private static boolean isScaled(@Nullable Affine scaling, double[] offset, double[] scale) {
    if (scaling == null) {
      return false;
    }
    var o = offset.clone();
    var s = scale.clone();
    var isAny = false;
    for (var i = 0; i < o.length; i++) {
      s[i] = 1 / Math.abs(scaling.scale()[i]);
      o[i] = -scaling.bias()[i] / scaling.scale()[i] + 0.0;
      isAny |= s[i] != 1 || o[i] != 0;
      if (!(s[i] > NEGLIGIBLE * Math.abs(o[i]) && Math.abs(o[i]) + WIDE * s[i] < ANY)) {
        return false;
      }
    }
    System.arraycopy(o, 0, offset, 0, o.length);
    System.arraycopy(s, 0, scale, 0, s.length);
    return isAny;
  }

  /** How a network that comes from elsewhere is trained on. */
  static TrainingConfig training(int rows) {
    return TrainingConfig.of(Adam.DEFAULT, Math.min(BATCH, rows), EPOCHS);
  }

  private Document document(String name, String hash) throws OnnxException {
    var isNumber = network.classes().isEmpty();
    var areNumbers = isNumber || ImportedNetwork.areNumbers(network.classes());
    var kind = isNumber ? ColumnKind.NUMBER : ColumnKind.CATEGORY;
    var plans = new ArrayList<ColumnPlan>();
    var columns = new ArrayList<ColumnSchema>();
    for (var input : network.inputs()) {
      plans.add(new ColumnPlan(input, ColumnRole.INPUT, ColumnKind.NUMBER));
      columns.add(new ColumnSchema(input, true));
    }
    plans.add(new ColumnPlan(network.target(), ColumnRole.TARGET, kind));
    columns.add(new ColumnSchema(network.target(), areNumbers));
    var preparation = new Preparation(plans, scaling, MissingValues.MEAN, Split.DEFAULT);
    var experiment = new Experiment(preparation, design(), training(BATCH));
    var outputs = network.layers().getLast().sums().outputs();
    for (var problem :
        experiment
            .network()
            .problems(
                network.inputs().size(), preparation.problemType(), network.classes().size())) {
      throw new OnnxException(problem);
    }
    var weights = weights();
    if (!weights.isFinite()) {
      throw new OnnxException("exchange.import.numbers", null, null);
    }
    if (!weights.fits(experiment.network(), network.inputs().size(), outputs)) {
      throw new OnnxException("exchange.import.output", null, outputs);
    }
    var preprocessor = new Preprocessor(inputs(), target(), MissingValues.MEAN);
    var data = new DataReference(name, 0, hash, columns, new DataSource.Elsewhere(), null);
    var model = new Model(experiment, preprocessor, weights, new TrainingHistory(), null);
    return new Document(data, experiment, model);
  }

  private List<InputEncoder> inputs() {
    var inputs = new ArrayList<InputEncoder>();
    for (var i = 0; i < offset.length; i++) {
      var wide = scaling == Scaling.NONE ? ANY : WIDE * scale[i];
      inputs.add(
          new NumberInput(
              network.inputs().get(i),
              offset[i] - wide,
              offset[i] + wide,
              offset[i],
              offset[i],
              offset[i],
              scale[i]));
    }
    return inputs;
  }

  private TargetEncoder target() {
    var wide = scaling == Scaling.NONE ? ANY : WIDE;
    return network.classes().isEmpty()
        ? new NumberTarget(network.target(), -wide, wide, 0, 0, 1)
        : new ClassTarget(
            network.target(), network.classes(), ImportedNetwork.areNumbers(network.classes()));
  }

  private NetworkDesign design() {
    var hidden =
        network.layers().subList(0, network.layers().size() - 1).stream()
            .map(it -> DenseDesign.of(it.sums().outputs(), it.activation()))
            .toArray(DenseDesign[]::new);
    return NetworkDesign.of(network.loss(), hidden)
        .withOutputActivation(network.layers().getLast().activation());
  }

  /**
   * The same sums of inputs that are scaled otherwise: where xᵢ = shiftᵢ + factorᵢ x′ᵢ, the weights
   * from i are factorᵢ as large, and the biases take what is shifted.
   *
   * @param weights (inputs × units), row by row. Not modified.
   */
  static LayerWeights rescaled(double[] weights, double[] bias, double[] shift, double[] factor) {
    var w = weights.clone();
    var b = bias.clone();
    for (var i = 0; i < w.length; i++) {
      b[i % b.length] += w[i] * shift[i / b.length];
      w[i] *= factor[i / b.length];
    }
    return single(factor.length, w, b);
  }

  static LayerWeights single(int inputs, double[] weights, double[] bias) {
    var w = new float[weights.length];
    for (var i = 0; i < w.length; i++) {
      w[i] = (float) weights[i];
    }
    var b = new float[bias.length];
    for (var i = 0; i < b.length; i++) {
      b[i] = (float) bias[i];
    }
    return new LayerWeights(inputs, b.length, w, b);
  }

  private NetworkWeights weights() throws OnnxException {
    var layers = new ArrayList<LayerWeights>();
    for (var it : network.layers()) {
      var sums = it.sums().dense();
      layers.add(
          layers.isEmpty()
              ? rescaled(sums.weights(), sums.bias(), offset, scale)
              : single(sums.inputs(), sums.weights(), sums.bias()));
    }
    return new NetworkWeights(layers);
  }
}
