package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.exchange.onnx.NetworkFinder.Found;
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
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The document of a network that was found. However its columns are prepared, it predicts the same:
 * with x = offset + scale · x′ the weights of the first layer are scale times as large, and its
 * biases take the offset.
 */
record ImportedDocument(NetworkFinder finder, ImportedOutput output) {

  /** Standard deviations around the mean, of values of which only these two are known. */
  private static final double WIDE = 10;

  /** Values of which nothing is known. */
  private static final double ANY = Scaling.LARGEST;

  /** Below this share of the mean, a deviation would be lost in the digits of the range. */
  private static final double NEGLIGIBLE = 1e-9;

  private static final int BATCH = 32;
  private static final int EPOCHS = 100;

  /** Names of one column each are the graph's own, otherwise they are counted. */
  List<String> inputs() {
    var names = finder.ports().stream().map(OnnxModel.Port::name).toList();
    var count = finder.ports().stream().mapToInt(OnnxModel.Port::columns).sum();
    return count > 1 && new HashSet<>(names).size() == count && !names.contains("")
        ? names
        : IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).toList();
  }

  String target() {
    var name = finder.model.outputs().getFirst().name();
    // What PyTorch calls a value that has no name is a number.
    var own = name.isBlank() || ImportedOutput.isNumber(name) ? "y" : name;
    return inputs().contains(own) ? "_" + own : own;
  }

  /**
   * The document without rows, in the units that the graph takes. Where it scales each input first,
   * x · s + t, that is the scaling of the columns, mean −t/s and standard deviation 1/s. Nothing is
   * known of the range of the values, so it is wide.
   *
   * @param hash of the file
   */
  Document withoutRows(String name, String hash) throws OnnxException {
    var scaled = scaled();
    var inputs =
        scaled.isEmpty()
            ? inputs().stream().map(it -> new NumberInput(it, -ANY, ANY, 0, 0, 0, 1)).toList()
            : scaled;
    var areNumbers = output.classes().stream().allMatch(ImportedOutput::isNumber);
    var plans = new ArrayList<ColumnPlan>();
    var columns = new ArrayList<ColumnSchema>();
    for (var input : inputs()) {
      plans.add(new ColumnPlan(input, ColumnRole.INPUT, ColumnKind.NUMBER));
      columns.add(new ColumnSchema(input, true));
    }
    plans.add(new ColumnPlan(target(), ColumnRole.TARGET, kind()));
    columns.add(new ColumnSchema(target(), areNumbers));
    var encoder =
        output.classes().isEmpty()
            ? new NumberTarget(target(), -ANY, ANY, 0, 0, 1)
            : new ClassTarget(target(), output.classes(), areNumbers);
    return document(
        new DataReference(name, 0, hash, columns, new DataSource.Elsewhere(), null),
        new Preparation(
            plans,
            scaled.isEmpty() ? Scaling.NONE : Scaling.STANDARDIZE,
            MissingValues.MEAN,
            Split.DEFAULT),
        new Preprocessor(List.copyOf(inputs), encoder, MissingValues.MEAN),
        BATCH);
  }

  ColumnKind kind() {
    return output.classes().isEmpty() ? ColumnKind.NUMBER : ColumnKind.CATEGORY;
  }

  /** The inputs as the graph scales them; none where it does not, or digits would be lost. */
  private List<NumberInput> scaled() {
    var names = inputs();
    var sums = finder.scaling;
    var inputs = new ArrayList<NumberInput>();
    for (var i = 0; sums != null && i < names.size(); i++) {
      var factor = sums.weights()[i];
      var scale = 1 / Math.abs(factor);
      var offset = 0.0 - sums.bias()[i] / factor;
      var least = rounded(offset - WIDE * scale, RoundingMode.FLOOR);
      var greatest = rounded(offset + WIDE * scale, RoundingMode.CEILING);
      inputs.add(new NumberInput(names.get(i), least, greatest, offset, offset, offset, scale));
    }
    var isKept =
        inputs.stream()
            .allMatch(
                it ->
                    it.minimum() > -ANY
                        && it.maximum() < ANY
                        && it.scale() > NEGLIGIBLE * Math.abs(it.offset()));
    return isKept && inputs.stream().anyMatch(it -> it.scale() != 1 || it.offset() != 0)
        ? inputs
        : List.of();
  }

  /** To the two digits that an estimate deserves. */
  private static double rounded(double bound, RoundingMode mode) {
    return Double.isFinite(bound)
        ? new BigDecimal(bound).round(new MathContext(2, mode)).doubleValue()
        : bound;
  }

  /**
   * The document with what its columns are prepared by.
   *
   * @param rows training rows
   */
  Document document(DataReference data, Preparation preparation, Preprocessor fitted, int rows)
      throws OnnxException {
    var inputs = fitted.inputs().stream().map(NumberInput.class::cast).toList();
    var sums = output.last().sums();
    if (fitted.target() instanceof NumberTarget(_, _, _, _, var offset, var scale)) {
      sums = sums.scaled(1 / scale, -offset / scale);
    }
    var found = new ArrayList<>(finder.layers);
    found.add(new Found(sums, output.last().activation()));
    var hidden = new ArrayList<DenseDesign>();
    var layers = new ArrayList<LayerWeights>();
    for (var it : found) {
      hidden.add(DenseDesign.of(it.sums().outputs(), it.activation()));
      layers.add(layer(layers.isEmpty() ? prepared(it.sums(), inputs) : it.sums()));
    }
    var design =
        NetworkDesign.of(output.loss())
            .withHidden(hidden.subList(0, hidden.size() - 1))
            .withOutputActivation(hidden.getLast().activation());
    for (var it :
        design.problems(inputs.size(), preparation.problemType(), output.classes().size())) {
      throw new OnnxException(it);
    }
    var weights = new NetworkWeights(layers);
    if (!weights.isFinite()) {
      throw new OnnxException("exchange.import.numbers", null, null);
    }
    var training = TrainingConfig.of(Adam.DEFAULT, Math.clamp(rows, 1, BATCH), EPOCHS);
    var experiment = new Experiment(preparation, design, training);
    return new Document(
        data, experiment, new Model(experiment, fitted, weights, new TrainingHistory(), null));
  }

  /** Of inputs x′ that are prepared, x = offset + scale · x′. */
  private static Affine prepared(Affine of, List<NumberInput> inputs) throws OnnxException {
    var sums = of.written();
    return Affine.of(0, inputs.size())
        .scaled(
            inputs.stream().mapToDouble(NumberInput::scale).toArray(),
            inputs.stream().mapToDouble(NumberInput::offset).toArray())
        .times(sums.weights(), sums.bias());
  }

  private static LayerWeights layer(Affine of) throws OnnxException {
    var sums = of.written();
    return new LayerWeights(
        sums.inputs(), sums.outputs(), floats(sums.weights()), floats(sums.bias()));
  }

  private static float[] floats(double[] numbers) {
    var floats = new float[numbers.length];
    for (var i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
