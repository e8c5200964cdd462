package dev.neuralworkbench.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.ops.ConvertMatrixData;

/** One reference run as its file tells it; see the README beside the files. */
final class Trajectory {

  private final JsonObject json;

  private Trajectory(JsonObject json) {
    this.json = json;
  }

  static Trajectory read(Path file) throws IOException {
    return new Trajectory(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
  }

  NetworkDesign design() {
    var hidden = new ArrayList<LayerDesign>();
    for (var element : json.getAsJsonArray("layers")) {
      var layer = element.getAsJsonObject();
      hidden.add(
          new DenseDesign(
              layer.get("units").getAsInt(),
              Ids.find(Activation.class, layer.get("activation").getAsString()).orElseThrow(),
              Initializer.ZEROS));
    }
    var output = (DenseDesign) hidden.removeLast();
    return new NetworkDesign(
        hidden,
        output.activation(),
        output.initializer(),
        Ids.find(Loss.class, json.get("loss").getAsString()).orElseThrow(),
        json.has("label_smoothing") ? number(json, "label_smoothing") : null);
  }

  TrainingConfig config() {
    var clip = json.get("gradient_clip_norm");
    var longest = json.get("max_norm");
    return Chosen.withShuffle(
        Chosen.withMaxNorm(
            Chosen.withClipNorm(
                TrainingConfig.of(
                        optimizer(),
                        json.get("batch_size").getAsInt(),
                        json.get("epochs").getAsInt())
                    .withPenalty(
                        new Penalty(json.get("l1").getAsDouble(), json.get("l2").getAsDouble())),
                clip.isJsonNull() ? 0 : clip.getAsDouble()),
            longest == null ? 0 : longest.getAsDouble()),
        json.get("shuffle").getAsBoolean());
  }

  /** The kind of that name with the numbers that the file tells, in words with an underscore. */
  OptimizerConfig optimizer() {
    var told = json.getAsJsonObject("optimizer");
    var optimizer =
        OptimizerConfig.kinds().stream()
            .filter(kind -> kind.id().equals(told.get("type").getAsString()))
            .findFirst()
            .orElseThrow()
            .withLearningRate(number(told, "learning_rate"));
    for (var one : optimizer.hyperparameters()) {
      var value = told.get(one.name().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT));
      if (value != null) {
        var number = one.range() == null ? (Object) value.getAsBoolean() : value.getAsDouble();
        optimizer = Records.with(optimizer, one.name(), number);
      }
    }
    return optimizer;
  }

  Dataset data() {
    var inputs = matrix(json.getAsJsonArray("inputs"));
    var single = matrix(json.getAsJsonArray("targets"));
    var targets = new DMatrixRMaj(single.numRows, single.numCols);
    ConvertMatrixData.convert(single, targets);
    return new Dataset(inputs, new ValueTargets(targets), new int[inputs.numRows]);
  }

  NetworkWeights weights(String name) {
    var layers = new ArrayList<LayerWeights>();
    for (var element : json.getAsJsonArray(name)) {
      var layer = element.getAsJsonObject();
      var weights = matrix(layer.getAsJsonArray("weights"));
      var bias = layer.getAsJsonArray("bias");
      var b = new float[bias.size()];
      for (var i = 0; i < b.length; i++) {
        b[i] = bias.get(i).getAsFloat();
      }
      layers.add(new LayerWeights(weights.numRows, weights.numCols, weights.data, b));
    }
    return new NetworkWeights(layers);
  }

  double[] losses() {
    var losses = json.getAsJsonArray("loss_before_each_step");
    var values = new double[losses.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = losses.get(i).getAsDouble();
    }
    return values;
  }

  FMatrixRMaj predictions() {
    return matrix(json.getAsJsonArray("final_predictions"));
  }

  private static double number(JsonObject object, String name) {
    return object.get(name).getAsDouble();
  }

  private static FMatrixRMaj matrix(JsonArray rows) {
    var matrix = new FMatrixRMaj(rows.size(), rows.get(0).getAsJsonArray().size());
    for (var row = 0; row < matrix.numRows; row++) {
      for (var column = 0; column < matrix.numCols; column++) {
        matrix.set(row, column, rows.get(row).getAsJsonArray().get(column).getAsFloat());
      }
    }
    return matrix;
  }
}
