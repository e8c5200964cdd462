package dev.neuralworkbench.explain.why;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.DateInput.ScaledPart;
import dev.neuralworkbench.data.encode.FeatureInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.DatePart;
import dev.neuralworkbench.data.prepare.DateStyle;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A network with a row, background rows and what NumPy says of them, from shapley.py. */
record WrittenCase(JsonObject json, Model model) {

  static List<WrittenCase> all() throws IOException {
    try (var in = WrittenCase.class.getResourceAsStream("/why/shapley.json");
        var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return StreamSupport.stream(
              JsonParser.parseReader(text).getAsJsonArray().spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(it -> new WrittenCase(it, model(it)))
          .toList();
    }
  }

  double number(String name) {
    return json.get(name).getAsDouble();
  }

  Background background() {
    var rows = json.getAsJsonArray("background");
    return new Background(
        IntStream.rangeClosed(1, rows.size()).boxed().toList(), table(model.preprocessor(), rows));
  }

  RawRow row() {
    var rows = new JsonArray();
    rows.add(json.get("x"));
    return RawRow.of(model.preprocessor(), table(model.preprocessor(), rows), 0);
  }

  private static Table table(Preprocessor preprocessor, JsonArray rows) {
    var columns = new ArrayList<Column>();
    for (var input : preprocessor.inputs()) {
      var i = columns.size();
      var cells =
          StreamSupport.stream(rows.spliterator(), false).map(it -> it.getAsJsonArray().get(i));
      columns.add(
          input instanceof NumberInput
              ? NumberColumn.of(input.name(), cells.mapToDouble(WrittenCase::number).toArray())
              : TextColumn.of(input.name(), cells.map(WrittenCase::text).toArray(String[]::new)));
    }
    return new Table("background", columns, rows.size());
  }

  private static double number(JsonElement cell) {
    return cell.isJsonNull() ? Double.NaN : cell.getAsDouble();
  }

  private static @Nullable String text(JsonElement cell) {
    return cell.isJsonNull() ? null : cell.getAsString();
  }

  private static Model model(JsonObject json) {
    var layers = objects(json, "layers");
    var weights = layers.stream().map(WrittenCase::weights).toList();
    var dense = new ArrayList<DenseDesign>();
    for (var layer : layers) {
      var activation =
          Activation.valueOf(layer.get("activation").getAsString().toUpperCase(Locale.ROOT));
      dense.add(DenseDesign.of(weights.get(dense.size()).units(), activation));
    }
    var loss = Loss.valueOf(json.get("loss").getAsString().toUpperCase(Locale.ROOT));
    var network =
        NetworkDesign.of(loss, dense.subList(0, dense.size() - 1).toArray(DenseDesign[]::new))
            .withOutputActivation(dense.getLast().activation());
    var target = target(json.getAsJsonObject("target"));
    var column =
        target instanceof ClassTarget ? TextColumn.of("y", "a", "b") : NumberColumn.of("y", 1, 2);
    var table = Table.of("t", NumberColumn.of("x", 1, 2), column);
    var experiment =
        new Experiment(Preparation.defaults(table), network, TrainingConfig.of(Adam.DEFAULT, 1, 1));
    var inputs = objects(json, "columns").stream().map(WrittenCase::input).toList();
    var features = objects(json, "features").stream().map(WrittenCase::feature).toList();
    var preprocessor = new Preprocessor(inputs, target, MissingValues.MEAN, features, null);
    return new Model(
        experiment, preprocessor, new NetworkWeights(weights), new TrainingHistory(), null);
  }

  private static List<JsonObject> objects(JsonObject in, String name) {
    return StreamSupport.stream(in.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static LayerWeights weights(JsonObject layer) {
    var bias = floats(layer.getAsJsonArray("bias"));
    var rows =
        StreamSupport.stream(layer.getAsJsonArray("weights").spliterator(), false)
            .map(it -> floats(it.getAsJsonArray()))
            .toList();
    return LayerWeights.ofRows(bias.length, rows, bias);
  }

  private static float[] floats(JsonArray from) {
    var all = new float[from.size()];
    for (var i = 0; i < all.length; i++) {
      all[i] = from.get(i).getAsFloat();
    }
    return all;
  }

  private static double of(JsonObject json, String name) {
    return json.get(name).getAsDouble();
  }

  private static InputEncoder input(JsonObject json) {
    var name = json.get("name").getAsString();
    return switch (json.get("type").getAsString()) {
      case "number" ->
          new NumberInput(name, -3, 3, 0, of(json, "fill"), of(json, "offset"), of(json, "scale"));
      case "date" -> {
        var parts = objects(json, "parts");
        yield new DateInput(
            name,
            DateStyle.YEAR_FIRST,
            json.get("fill").getAsString(),
            List.of(part(DatePart.YEAR, parts.get(0)), part(DatePart.MONTH, parts.get(1))));
      }
      default ->
          new CategoryInput(
              name,
              StreamSupport.stream(json.getAsJsonArray("categories").spliterator(), false)
                  .map(JsonElement::getAsString)
                  .toList(),
              json.get("fill").getAsString());
    };
  }

  private static ScaledPart part(DatePart part, JsonObject json) {
    return new ScaledPart(part, 0, 3000, 0, of(json, "offset"), of(json, "scale"));
  }

  private static FeatureInput feature(JsonObject json) {
    var kind = Feature.Kind.valueOf(json.get("kind").getAsString().toUpperCase(Locale.ROOT));
    var feature =
        new Feature(kind, json.get("column").getAsString(), json.get("other").getAsString());
    return new FeatureInput(feature, -9, 9, 0, of(json, "offset"), of(json, "scale"));
  }

  private static TargetEncoder target(JsonObject json) {
    if (json.has("offset")) {
      return new NumberTarget("y", -9, 9, 0, of(json, "offset"), of(json, "scale"));
    }
    var classes =
        StreamSupport.stream(json.getAsJsonArray("classes").spliterator(), false)
            .map(JsonElement::getAsString)
            .toList();
    var weights =
        json.get("weights").isJsonNull()
            ? null
            : StreamSupport.stream(json.getAsJsonArray("weights").spliterator(), false)
                .map(JsonElement::getAsDouble)
                .toList();
    return new ClassTarget("y", classes, false, weights, weights != null);
  }
}
