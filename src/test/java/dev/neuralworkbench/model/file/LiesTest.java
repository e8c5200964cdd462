package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.neuralworkbench.model.SavedModels;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is whole and well formed, and says what cannot be true. */
class LiesTest {

  @TempDir static Path folder;

  private static Map<String, String> texts;

  @BeforeAll
  static void save() throws IOException {
    texts = SavedModels.texts(folder);
  }

  @Test
  void withoutALieEveryFileOpensAndIsSavedAgainTheSame() throws Exception {
    var file = folder.resolve("again.nnw");
    for (var text : texts.entrySet()) {
      Files.writeString(file, text.getValue());
      ModelFile.write(file, ModelFile.read(file), "test");
      assertEquals(text.getValue(), Files.readString(file), text.getKey());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          classes | data.name | "" | data.name: expected a name
          classes | data.rows | 151 | data.rows: expected 150, according to the rest of the file; found 151
          classes | data.rows | 0 | data.rows: expected at least 1, found 0
          classes | data.hash | "00" | data.hash: expected a hash of 64 hexadecimal digits
          classes | data.columns[0].name | "" | data.columns[0].name: expected a name
          classes | data.columns[1].name | "sepal_length_cm" | different names, found “sepal_length_cm” twice
          classes | data.columns[1].name | "x" | data.columns[1].name: expected sepal_width_cm, according to
          classes | data.columns[1].numeric | false | data.columns[1].numeric: expected true
          classes | data.columns[4].numeric | true | data.columns[4].numeric: expected false
          classes | data.source.sample | "wine" | data.rows: expected 178
          two classes | data.source.recipe.rows | 2000001 | data.source: 2,000,001 is out of range. From 4 to 1,000,000
          two classes | data.source.recipe.noise | -1 | data.source: -1 is out of range. From 0 to 2
          two classes | data.source.recipe.seed | 5 | data.hash: the rows in the file are not the ones
          classes | data.csv | "a,b\\n1,2\\n" | data: “csv” is not expected here
          categories | data.source.type | "file" | data: “csv” is not expected here
          categories | data.rows | 61 | data.rows: expected 60
          categories | data.csv | "a,b\\n1,2\\n" | data.rows: expected 1
          categories | data.csv | "\\"" | data.csv: typed
          categories | data.columns[0].name | "hue" | data.columns[0].name: expected colour
          categories | data.columns[2].numeric | false | data.hash
          classes | experiment.preparation.columns[0].name | "x" | columns[0].name: expected sepal_length_cm
          classes | experiment.preparation.columns[0].role | "target" | columns: expected 1 target, found 2
          classes | experiment.preparation.columns[4].role | "input" | columns: expected 1 target, found 0
          classes | experiment.preparation.columns[4].kind | "number" | columns[4].kind: expected category, according to
          classes | experiment.preparation.columns[1].role | "ignored" | inputs: expected 3 inputs, found 4
          classes | experiment.preparation.columns[1].kind | "category" | inputs[1].type: expected category
          classes | experiment.preparation.split.validation | 0.9 | split:
          classes | experiment.preparation.split.test | 1 | split: 1 is out of range. From 0, below 1
          classes | experiment.preparation.split.test | -0.1 | split: -0.1 is out of range. From 0, below 1
          classes | experiment.preparation.split.used | 0 | split: 0 is out of range. Above 0, up to 1
          classes | experiment.preparation.split.used | 1.5 | split: 1.5 is out of range. Above 0, up to 1
          classes | experiment.preparation.split.validation | 0.2 | experiment.training.judgingFolds:
          classes | experiment.preparation.missing | "mode" | preprocessor.missing: expected mode
          classes | experiment.preparation.scaling | "min_max" | inputs[0].offset: expected 4.3
          classes | experiment.network.loss | "huber" | experiment.network.loss:
          classes | experiment.network.loss | "mean_absolute_error" | experiment.network.loss:
          classes | experiment.network.loss | "binary_cross_entropy" | experiment.network.loss:
          number | experiment.network.loss | "categorical_cross_entropy" | experiment.network.loss:
          classes | experiment.network.outputActivation | "tanh" | experiment.network.outputActivation:
          classes | experiment.network.hidden[0].units | 70000 | experiment.network.hidden[0].units: 70,000 is out of range. From 1 to 65,536
          classes | experiment.network.hidden[0].units | 3 | network.layers[0].weights[0]: expected 3 numbers
          classes | experiment.training.batchSize | -5 | experiment.training.batchSize:
          classes | experiment.training.batchSize | 151 | experiment.training.batchSize:
          classes | experiment.training.clipNorm | -5 | experiment.training.clipNorm:
          classes | experiment.training.maxNorm | -5 | experiment.training.maxNorm: -5 is out of range. From 0 to 1,000,000
          classes | experiment.training.maxNorm | "long" | experiment.training.maxNorm: expected a number
          classes | experiment.training.stopping.epochs | 0 | experiment.training.stopping.epochs:
          classes | experiment.training.stopping.timeLimit | "PT9999999999999H" | timeLimit: expected a duration
          interrupted | draft.training.stopping.timeLimit | "-PT9999999999999H" | timeLimit: expected a duration
          interrupted | draft.preparation.columns[0].name | "x" | draft.preparation.columns[0].name: expected colour
          classes | preprocessor.missing | "median" | preprocessor.missing: expected mean
          classes | preprocessor.inputs[0].name | "x" | preprocessor.inputs[0].name: expected sepal_length_cm
          classes | preprocessor.inputs[1].name | "sepal_length_cm" | inputs[1].name: expected sepal_width_cm
          classes | preprocessor.inputs[0].minimum | 99 | inputs[0].minimum: expected at most 7.9, found 99
          classes | preprocessor.inputs[0].minimum | -1e31 | inputs[0].minimum: -1e31 is out of range. From
          classes | preprocessor.inputs[0].maximum | 1e308 | inputs[0].maximum: 1e308 is out of range. From
          classes | preprocessor.inputs[0].mean | 99 | inputs[0].mean: 99 is out of range. From 4.3 to 7.9
          classes | preprocessor.inputs[0].fill | 5 | inputs[0].fill: expected 5.84
          classes | preprocessor.inputs[0].offset | 1e300 | inputs[0].offset: expected 5.84
          classes | preprocessor.inputs[0].scale | -1 | inputs[0].scale: -1 is out of range. From 0.2
          classes | preprocessor.inputs[0].scale | 0 | inputs[0].scale: 0 is out of range. From 0.2
          classes | preprocessor.inputs[0].scale | 1e308 | inputs[0].scale: 1e308 is out of range. From
          classes | preprocessor.inputs[0].scale | 1e-300 | inputs[0].scale: 1e-300 is out of range. From
          classes | preprocessor.inputs[0].scale | 0.1 | inputs[0].scale: 0.1 is out of range. From 0.2
          classes | preprocessor.inputs[0].scale | 1.9 | inputs[0].scale: 1.9 is out of range. From 0.2
          categories | preprocessor.inputs[1].scale | 7 | inputs[1].scale: expected
          categories | preprocessor.inputs[1].fill | 99 | inputs[1].fill: 99 is out of range. From
          categories | preprocessor.inputs[0].categories[1] | "10" | different names, found “10” twice
          categories | preprocessor.inputs[0].categories[1] | "" | categories[1]: expected a name
          categories | preprocessor.inputs[0].categories[1] | "zebra" | categories: expected names in ascending order
          categories | preprocessor.inputs[0].fill | "purple" | inputs[0].fill: expected one of the categories, found “purple”
          categories | preprocessor.inputs[0].fill | "" | inputs[0].fill: expected one of the categories
          rare | preprocessor.inputs[0].others[0] | "" | others[0]: expected a name
          rare | preprocessor.inputs[0].others[1] | "9" | different names, found “9” twice
          rare | preprocessor.inputs[0].others[3] | "a" | others: expected names in ascending order
          rare | preprocessor.inputs[0].categories[0] | "9" | others[0]: expected different names, found “9” twice
          rare | experiment.preparation.rare | 1 | inputs[0].others: expected nothing here
          dates | preprocessor.inputs[0].fill | "soon" | inputs[0].fill: expected a date in the column’s format, found “soon”
          dates | preprocessor.inputs[0].parts | [] | inputs[0].parts: expected at least 1, found 0
          dates | preprocessor.inputs[0].parts[0].scale | 0 | parts[0].scale: 0 is out of range. From 1.2
          dates | preprocessor.inputs[0].parts[1].offset | 99 | parts[1].offset: expected
          dates | preprocessor.inputs[0].style | "soon" | inputs[0].style: expected one of
          dates | experiment.preparation.columns[1].kind | "date" | columns[1].kind: expected number
          dates | experiment.preparation.columns[2].kind | "date" | columns[2].kind: expected category
          rare | preprocessor.target.weights[0] | 0 | target.weights[0]: 0 is out of range. Above 0
          rare | preprocessor.target.weights | [1] | target.weights: expected 2 numbers, found 1
          rare | preprocessor.target.corrected | false | target.corrected: expected true, according to
          rare | experiment.preparation.priorCorrected | false | target.corrected: expected false, according to
          classes | preprocessor.target.corrected | true | target.corrected: expected nothing here
          rare | preprocessor.features[0].scale | 0 | features[0].scale: 0 is out of range. From 72
          counts | preprocessor.inputs[1].scale | 2 | inputs[1].scale
          counts | preprocessor.inputs[1].offset | 1 | inputs[1].offset: expected 0, according to
          counts | preprocessor.inputs[1].fill | 1 | inputs[1].fill: expected 0, according to
          rare | preprocessor.features[1].offset | 99 | features[1].offset: expected
          rare | preprocessor.features[2].offset | 1 | features[2].offset: expected 0
          rare | preprocessor.features[1].feature.column | "size" | features[1].feature: expected log price, according to
          rare | preprocessor.features[1].feature.kind | "square" | features[1].feature: expected log price, according to
          rare | preprocessor.features | [] | preprocessor.features: expected 3 inputs
          rare | preprocessor.features | null | preprocessor.features: a value is missing
          rare | experiment.preparation.features[0].other | "colour" | features: expected numeric input columns, found “colour”
          rare | experiment.preparation.features | [] | preprocessor.features: expected 0 inputs, found 3
          rare | preprocessor.inputs[0].fill | "red" | inputs[0].fill: expected
          classes | preprocessor.target.name | "petal_width_cm" | preprocessor.target.name: expected species
          classes | preprocessor.target.classes[1] | "" | classes[1]: expected a name
          classes | preprocessor.target.classes[1] | "setosa" | different names, found “setosa” twice
          classes | preprocessor.target.classes[1] | "a" | classes: expected names in ascending order
          classes | preprocessor.target.classes | ["a"] | classes: expected at least 2, found 1
          classes | preprocessor.target.classes | ["a", "b"] | network.layers[1].weights[0]: expected 2 numbers, found 3
          classes | preprocessor.target.classes | ["a", "b", "c", "d"] | network.layers[1].weights[0]: expected 4
          classes | preprocessor.target.numbers | true | classes[0]: expected a number, found setosa
          number | preprocessor.target.minimum | 1e9 | target.minimum: expected at most
          number | preprocessor.target.scale | -3 | target.scale: -3 is out of range. From 10.7
          number | preprocessor.target.scale | 1e308 | target.scale: 1e308 is out of range. From
          number | preprocessor.target.offset | 0 | target.offset: expected
          classes | network.outputFunction | "sigmoid" | outputFunction: expected softmax, according to
          classes | network.layers[0].activation | "tanh" | layers[0].activation: expected relu, according to
          classes | network.layers[0].type | "dropout" | layers[0].type: expected dense, according to
          classes | network.layers[0].rate | 0.1 | network.layers[0]: “rate” is not expected here
          deep | network.layers[1].activation | "relu" | network.layers[1]: “activation” is not expected here
          deep | network.layers[1].rate | 0.2 | layers[1].rate: expected 0.1
          classes | network.layers[1].bias | [1, 2] | layers[1].bias: expected 3 numbers, found 2
          classes | network.layers[1].bias[0] | 1e39 | layers[1].bias[0]: expected a finite number
          classes | network.layers[1].bias[0] | null | layers[1].bias[0]: expected a finite number
          classes | history.epochs | 19 | history.trainingLoss: expected 19 numbers, found 20
          classes | history.trainingLoss[0] | -1 | history.trainingLoss[0]: expected at least 0, found -1
          classes | history.validationScore[3] | 1.5 | history.validationScore[3]: 1.5 is out of range. From 0 to 1
          number | history.validationScore[3] | 1.5 | history.validationScore[3]: expected at most 1, found 1.5
          classes | history.learningRate[3] | null | history.learningRate[3]: a value is missing
          classes | history.learningRate[3] | -1 | history.learningRate[3]: -1 is out of range. From 0 to 100
          classes | history.seconds[3] | -1 | history.seconds[3]: expected at least 0, found -1
          classes | history.seconds[3] | 4e38 | history.seconds[4]: expected at least 4
          classes | history.stopReason | "bored" | history.stopReason: expected one of completed
          interrupted | history.interventions[0].epoch | 5 | interventions[0].epoch: 5 is out of range. From 0 to 2
          interrupted | history.interventions[0].epoch | -1 | interventions[0].epoch: -1 is out of range. From 0 to 2
          interrupted | history.interventions[0].batch | -1 | interventions[0].batch: expected at least 0
          interrupted | history.interventions[0].inputs[0] | 1e39 | inputs[0]: expected a finite number
          interrupted | history.interventions[0].inputs | [1] | interventions[0]: expected 8 numbers, found 1
          classes | checkpoint.epoch | 19 | checkpoint.epoch: expected 20, according to the rest of the file; found 19
          interrupted | checkpoint.interventions | 0 | checkpoint.interventions: expected 1
          classes | checkpoint.lossSum | 3 | checkpoint.lossSum: expected 0
          interrupted | checkpoint.scoreSum | -3 | checkpoint.scoreSum: expected at least
          classes | checkpoint.learningRate | 0 | checkpoint.learningRate: 0 is out of range. Above 0, up to 100
          classes | checkpoint.earlyStopping.waited | 21 | earlyStopping.waited: 21 is out of range. From 0 to 20
          classes | checkpoint.earlyStopping.best | 0.001 | earlyStopping.best: expected the best value of an epoch
          interrupted | checkpoint.plateau.best | 0.001 | plateau.best: expected the best value of an epoch
          interrupted | checkpoint.batch | 8 | checkpoint.batch: 8 is out of range. From 0 to 7
          classes | checkpoint.plateau.waited | 1 | plateau.waited: expected 0
          classes | checkpoint.plateau.best | 1 | plateau.best: expected nothing here
          deep | experiment.network.labelSmoothing | 1 | experiment.network.labelSmoothing: 1 is out of range. From 0, below 1
          deep | experiment.network.loss | "mean_squared_error" | experiment.network.labelSmoothing:
          classes | checkpoint.optimizer.slots | [] | optimizer.slots: expected 2 arrays of weights
          classes | checkpoint.optimizer.slots[1][0].bias[0] | -1 | optimizer.slots[1]: expected no number below 0
          interrupted | checkpoint.weights | "weights" | checkpoint.weights: expected one of network
          classes | checkpoint.folds | [] | checkpoint.folds: expected 5 folds, according to the training settings
          classes | experiment.training.judgingFolds | 0 | experiment.training.stopping.earlyStopping.monitor: Early stopping has nothing to monitor
          classes | checkpoint.folds[4].optimizer.slots | [] | m.nnw, network of fold 5, optimizer.slots: expected 2
          classes | checkpoint.folds[0].bestWeights | [] | m.nnw, network of fold 1, bestWeights: expected 2 layers
          classes | experiment.training.averageEpochs | 0 | checkpoint.average: expected nothing here
          classes | checkpoint.bestWeights | [] | checkpoint.bestWeights: expected 2 layers, found 0
          logged | experiment.preparation.split.by.column | "hue" | split.by: The split needs column “hue”, which the table lacks
          logged | experiment.preparation.split.by.column | "kind" | split.by: The column “kind” is the target
          logged | runs[0].run.experiment.preparation.split.by.column | "hue" | runs[0].run.experiment.preparation.split.by: The split
          logged | runs[0].run.number | 0 | runs[0].run.number: 0 is out of range. From 1
          logged | runs[1].run.data | "rows" | runs[1].run.data: expected a hash of 64 hexadecimal digits
          logged | runs[1].run.from | 2 | runs[1].run.from: expected 1, according to the rest of the file; found 2
          logged | runs[1].run.from | 0 | runs[1].run.from: expected 1, according to the rest of the file; found 0
          logged | runs[0].run.from | 1 | runs[0].run.from: 1 is out of range. From 1
          logged | runs[1].run.after | -1 | runs[1].run.after: expected at least 0
          logged | runs[1].run.testScore | 1.7 | runs[1].run.testScore: 1.7 is out of range. From 0 to 1
          logged | runs[1].run.result.validationScore | -0.5 | result.validationScore: -0.5 is out of range. From 0 to 1
          logged | runs[1].run.result.trainingScore | 1.7 | result.trainingScore: 1.7 is out of range. From 0 to 1
          logged | runs[1].run.result.trainingLoss | -3 | result.trainingLoss: expected at least 0, found -3
          logged | runs[1].run.result.validationLoss | -3 | result.validationLoss: expected at least 0, found -3
          logged | runs[1].run.result.seconds | -1 | result.seconds: expected at least 0, found -1
          logged | runs[1].run.result.epochs | -1 | result.epochs: -1 is out of range. From 0
          logged | runs[1].run.result.epochs | 2000000000 | result.epochs: 2,000,000,000 is out of range. From 0
          logged | runs[1].run.result.used | 9 | result.used: 9 is out of range. From 1 to 2
          logged | runs[1].run.curve.epochs | [1, 9] | curve.epochs[1]: expected 2
          logged | runs[1].run.curve.training | [1, -1] | curve.training[1]: expected at least 0, found -1
          logged | runs[1].run.curve.training | [1] | runs[1].run.curve:
          logged | runs[1].run.interventions[0].epoch | 7 | interventions[0].epoch: 7 is out of range. From 0 to 2
          logged | runs[1].run.interventions[0].after | -1 | interventions[0].after:
          logged | runs[1].run.interventions[1].layer | 99 | interventions[1].layer: 99 is out of range. From 0 to
          logged | runs[1].run.interventions[1].unit | 99999 | interventions[1].unit: 99,999 is out of range. From 0 to
          logged | runs[1].run.interventions[1].input | -2 | interventions[1].input: -2 is out of range. From -1 to
          logged | runs[1].run.interventions[2].reason | "completed" | interventions[2].reason: expected one of
          logged | runs[1].run.experiment.training.batchSize | -5 | runs[1].run.experiment.training.batchSize:
          logged | runs[1].run.experiment.training.optimizer.learningRate | -5 | experiment.training.optimizer.learningRate:
          logged | runs[1].run.experiment.preparation.columns[0].role | "target" | preparation.columns: expected 1 target, found 2
          logged | runs[1].run.experiment.preparation.split.test | 3 | preparation.split: 3 is out of range. From 0, below 1
          logged | runs[0].mark.note | 7 | runs[0].mark.note:
          logged | data.source.reading.delimiter | "ab" | data.source:
          logged | data.source.reading.encoding | "none" | data.source:
          logged | data.source.reading.skippedLines | -1 | data.source:
          logged | data.source.reading.types[0].type | "image" | types[0].type: expected one of
          """)
  void whatCannotBeTrueIsToldWithItsPlace(String model, String path, String lie, String sentence)
      throws Exception {
    var file = folder.resolve("m.nnw");
    var tree = JsonParser.parseString(texts.get(model));
    put(tree, path, JsonParser.parseString(lie));
    Files.writeString(file, new Gson().newBuilder().serializeNulls().create().toJson(tree));
    var refusal = assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
    var found = Sentences.of(Locale.ENGLISH).sentence(refusal.problem());
    assertTrue(found.startsWith("m.nnw, ") && found.contains(sentence), found);
    var chinese = Sentences.of(Locale.CHINESE).sentence(refusal.problem());
    assertTrue(chinese.startsWith("m.nnw"), chinese);
  }

  @Test
  void foldWithoutAMeanWhereTheNetworkHasOneIsTold() throws Exception {
    var file = folder.resolve("m.nnw");
    var tree = JsonParser.parseString(texts.get("classes")).getAsJsonObject();
    var folds = tree.getAsJsonObject("checkpoint").getAsJsonArray("folds");
    folds.get(2).getAsJsonObject().remove("average");
    Files.writeString(file, tree.toString());
    var refusal = assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
    assertEquals(
        "m.nnw, network of fold 3: “average” is missing.",
        Sentences.of(Locale.ENGLISH).sentence(refusal.problem()));
    assertEquals(
        "m.nnw、第 3 折的网络：缺少“average”。", Sentences.of(Locale.CHINESE).sentence(refusal.problem()));
  }

  /** Puts a value at a path such as {@code network.layers[1].bias[0]}. */
  private static void put(JsonElement tree, String path, JsonElement value) {
    var steps = path.split("\\.|(?=\\[)");
    var at = tree;
    for (var step : Arrays.asList(steps).subList(0, steps.length - 1)) {
      at =
          step.startsWith("[")
              ? at.getAsJsonArray().get(index(step))
              : at.getAsJsonObject().get(step);
    }
    var last = steps[steps.length - 1];
    if (last.startsWith("[")) {
      at.getAsJsonArray().set(index(last), value);
    } else {
      at.getAsJsonObject().add(last, value);
    }
  }

  private static int index(String step) {
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }
}
