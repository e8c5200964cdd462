package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.json.RecordWriter;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {

  @TempDir Path folder;

  static Stream<Document> documents() {
    return Stream.of(
        TrainedDocuments.iris(), TrainedDocuments.circles(), TrainedDocuments.diabetes());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void savedAndOpenedIsTheSame(Document document) throws Exception {
    var file = folder.resolve("测试 model.nnw");
    ModelFile.write(file, document, "Neural Workbench test");
    var opened = ModelFile.read(file);
    var before = assertNotNullModel(document);
    var after = assertNotNullModel(opened);
    assertEquals(document.draft(), opened.draft());
    assertEquals(before.experiment(), after.experiment());
    assertEquals(before.preprocessor(), after.preprocessor());
    assertEquals(before.weights(), after.weights());
    assertEquals(before.checkpoint(), after.checkpoint());
    assertEquals(before.history().results(), after.history().results());
    assertEquals(before.history().stopReason(), after.history().stopReason());
    assertEquals(document.data().hash(), opened.data().hash());
    assertEquals(document.data().source(), opened.data().source());
  }

  @Test
  void savingAndOpeningTellHowFarTheyAreAndGivingUpLeavesTheOldFile() throws Exception {
    var document = TrainedDocuments.iris();
    var file = folder.resolve("model.nnw");
    var told = new ArrayList<Double>();
    ModelFile.write(file, document, "first", new Told(told, Integer.MAX_VALUE));
    assertEquals(1, told.getLast());
    assertEquals(told.stream().sorted().toList(), told);
    var before = Files.readString(file);
    assertThrows(
        CancellationException.class,
        () -> ModelFile.write(file, document, "second", new Told(new ArrayList<>(), 2)));
    assertEquals(before, Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "nothing is left beside it");
    }
    told.clear();
    ModelFile.read(file, new Told(told, Integer.MAX_VALUE));
    assertFalse(told.isEmpty());
    assertThrows(
        CancellationException.class, () -> ModelFile.read(file, new Told(new ArrayList<>(), 0)));
  }

  /** Remembers the shares it was told, and gives up after so many. */
  private record Told(List<Double> shares, int most) implements Progress {

    @Override
    public void done(long amount, long ofTotal) {
      shares.add((double) amount / ofTotal);
    }

    @Override
    public boolean cancelled() {
      return shares.size() >= most;
    }
  }

  /** Circles after 20 epochs and two rows trained by themselves. */
  private static Document withRowSteps() {
    var document = TrainedDocuments.circles();
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), document.data().table());
    var session = plan.session(data, new PortableProducts());
    session.trainRow(List.of(0.1f, -2.5e-8f), List.of(1f));
    session.trainRow(List.of(0.3f, 1e9f), List.of(0f));
    return document.withTrained(plan.model(session, data));
  }

  @Test
  void whatWasDoneToTheRunByHandIsKeptToTheLastBit() throws Exception {
    var document = withRowSteps();
    var before = assertNotNullModel(document);
    var after = assertNotNullModel(reopened(document));
    assertEquals(2, after.history().interventions().size());
    assertEquals(before.history().interventions(), after.history().interventions());
    assertEquals(before.checkpoint(), after.checkpoint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "targets": [1.0]      | "targets": []         | interventions[0]: expected 1 number, found 0
          "targets": [1.0]      | "targets": [1.0, 0]   | interventions[0]: expected 1 number, found 2
          "targets": [1.0]      | "targets": [1e39]     | interventions[0].targets[0]: expected a finite number
          "targets": [1.0]      | "targets": ["1"]      | interventions[0].targets[0]: expected a number, found a string
          "type": "row_step"    | "type": "row"         | expected one of rate_change
          """)
  void aRowThatDoesNotFitIsRefused(String intact, String damaged, String sentence)
      throws Exception {
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, withRowSteps(), "test");
    var text = Files.readString(file).replaceAll("\\[\\s*1.0\\s*\\]", "[1.0]");
    assertTrue(text.contains(intact), text);
    Files.writeString(file, text.replace(intact, damaged));
    var found = sentence(file);
    assertTrue(found.contains(sentence), found);
  }

  @Test
  void draftIsWrittenWhereItDiffers() throws Exception {
    var document = TrainedDocuments.iris();
    var draft = document.draft();
    var edited = document.withDraft(draft.withTraining(draft.training().withLearningRate(0.5)));
    assertEquals(edited.draft(), reopened(edited).draft());
    assertTrue(reopened(edited).draftDiffers());
    assertFalse(reopened(document).draftDiffers());
  }

  @Test
  void whereALectureWasIsKept() throws Exception {
    var plain = TrainedDocuments.circles();
    assertNull(reopened(plain).bookmark());
    var bookmark = new Bookmark(Bookmark.Rows.BATCH, 3, Bookmark.Detail.WEIGHT, 17, null);
    assertEquals(bookmark, reopened(plain.withBookmark(bookmark)).bookmark());
    var hidden = new Bookmark(Bookmark.Rows.ROW, 3, Bookmark.Detail.UNIT, 17, true);
    assertEquals(hidden, reopened(plain.withBookmark(hidden)).bookmark());
    var shown =
        new Bookmark(
            Bookmark.Rows.ROW, 3, Bookmark.Detail.UNIT, 17, null, 2, Bookmark.Panel.SYMBOLS);
    assertEquals(shown, reopened(plain.withBookmark(shown)).bookmark());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "rows": "batch"    | "rows": "all"  | bookmark.rows: expected one of row, batch
          "row": 3           | "row": 0       | bookmark.row: 0 is out of range. From 1 to
          "row": 3           | "row": -7      | bookmark.row: -7 is out of range. From 1 to
          "step": 17         | "step": 0      | bookmark.step: 0 is out of range. From 1 to
          "step": 17         | "step": 1e99   | bookmark.step: expected a whole number
          "presses": 0       | "presses": -1  | bookmark.presses:
          "panel": "loss"    | "panel": "x"   | bookmark.panel: expected one of curve, loss, matrix, symbols, weights
          "detail": "weight" | "detail": ""   | bookmark.detail: expected one of layer, unit, weight
          "detail": "weight" | "x": 1         | “x” is not expected here
          """)
  void aBookmarkThatCannotBeIsRefused(String intact, String damaged, String sentence)
      throws Exception {
    var file = folder.resolve("m.nnw");
    var bookmark =
        new Bookmark(
            Bookmark.Rows.BATCH, 3, Bookmark.Detail.WEIGHT, 17, null, 0, Bookmark.Panel.LOSS);
    ModelFile.write(file, TrainedDocuments.circles().withBookmark(bookmark), "test");
    var text = Files.readString(file);
    assertTrue(text.contains(intact), text);
    Files.writeString(file, text.replace(intact, damaged));
    var found = sentence(file);
    assertTrue(found.contains(sentence), found);
  }

  private Document reopened(Document document) throws IOException, ModelFormatException {
    var file = folder.resolve("model.nnw");
    ModelFile.write(file, document, "test");
    return ModelFile.read(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "version": 2            | "version": 6          | m.nnw was saved by a later version
          "format": "neural-workbench" | "format": "other" | m.nnw is not a model of Neural
          "units": 16             | "units": 0            | experiment.network.hidden[0].units: 0 is out of range. From 1 to 65,536
          "activation": "relu"    | "activation": "sin"   | activation: expected one of identity
          "epochs": 20            | "epochs": 20.5        | expected a whole number
          "epochs": 20            | "epochs": NaN         | invalid JSON
          "epochs": 20            | "epochs": 1e999       | expected a whole number
          "waited": 0             | "waited": 0, "x": 1   | “x” is not expected here
          "shuffle": true,        |                       | “shuffle” is missing
          "shuffle": true,        | "shuffle": 1,         | expected true or false, found a number
          "shuffle": true,        | "shuffle": true, "shuffle": true, | occurs twice in the file
          "seed": 0               | "seed": null          | a value is missing
          "batch": 0              | "batch": -1           | checkpoint.batch: -1 is out of range. From 0 to 9
          "waited": \\d+         | "waited": -1          | checkpoint.earlyStopping.waited: -1 is out of range. From 0 to 20
          "steps": \\d+          | "steps": -1           | checkpoint.optimizer.steps: -1 is out of range. From 0 to 1e15
          "steps": \\d+          | "steps": 9000000000000000000 | checkpoint.optimizer.steps: 9e18 is out of range. From 0 to 1e15
          "plateauFactor": 1.0    | "plateauFactor": -1e6 | checkpoint.plateauFactor: expected 1, according to
          "plateauFactor": 1.0    | "plateauFactor": 1.5  | checkpoint.plateauFactor: expected 1, according to
          "elapsedNanos": \\d+   | "elapsedNanos": -1    | checkpoint.elapsedNanos: expected at least 0, found -1
          """)
  void damagedFileIsRefusedWithItsPlace(String intact, String damaged, String sentence)
      throws IOException {
    assertRefused(text -> text.replaceFirst(intact, damaged == null ? "" : damaged), sentence);
  }

  @Test
  void missingRowOfWeightsIsRefusedWithNumbers() throws IOException {
    assertRefused(
        text -> {
          var at = text.indexOf("\"weights\": [\n", text.indexOf("\"network\": {\n  "));
          var network = text.indexOf("\"outputFunction\"");
          var weights = text.lastIndexOf("\"weights\": [", network);
          var row = text.indexOf("[", weights + 12);
          assertTrue(at < network);
          return text.substring(0, row) + text.substring(text.indexOf("]", row) + 2);
        },
        "network.layers[1].weights: expected 16 rows, found 15.");
  }

  @Test
  void truncatedAtAnyPlaceIsRefused() throws IOException {
    var whole = text();
    for (var length = 0; length < whole.length() - 1; length += 997) {
      var cut = length;
      assertRefused(text -> text.substring(0, cut), "");
    }
    // After a comma: half a number, such as “0.”, is told as what it is, and times vary.
    assertRefused(
        text -> text.substring(0, text.lastIndexOf(',', text.length() / 2) + 1),
        "the file ends too early");
  }

  @Test
  void otherEncodingAndForeignJsonAreRefused() throws IOException {
    var file = folder.resolve("m.nnw");
    Files.write(file, new byte[] {'{', '"', (byte) 0xE9, '"', ':', '1', '}'});
    assertTrue(sentence(file).contains("UTF-8"), sentence(file));
    for (var foreign :
        List.of("{\"weights\": [1, 2, 3]}", "{}", "{\"format\": \"a\"}", "{\"format\": 5}")) {
      Files.writeString(file, foreign);
      assertTrue(sentence(file).startsWith("m.nnw is not a model"), sentence(file));
    }
    Files.writeString(file, "[".repeat(100_000));
    assertTrue(sentence(file).contains("expected an object, found an array"), sentence(file));
    Files.writeString(file, "");
    assertTrue(sentence(file).contains("ends too early"), sentence(file));
  }

  @Test
  void modelsAndTablesAreToldApartByTheirFirstCharacters() throws Exception {
    var model = folder.resolve("model.csv");
    ModelFile.write(model, TrainedDocuments.iris(), "test");
    assertTrue(ModelFile.looksLikeModel(model));
    var refusal = assertThrows(TableFormatException.class, () -> ModelFile.refuseAsTable(model));
    var sentence = Sentences.of(Locale.ENGLISH).sentence(refusal.problem());
    assertTrue(sentence.startsWith("model.csv is a model file, not a table."), sentence);
    Files.writeString(model, Files.readString(model).replaceAll("\\s+", " "));
    assertTrue(ModelFile.looksLikeModel(model));

    var table = folder.resolve("m.nnw");
    for (var text :
        List.of("a,b\n1,2\n", "\uFEFFa;b\n", "\"format\",\"neural-workbench\"\n1,2\n")) {
      Files.writeString(table, text);
      assertFalse(ModelFile.looksLikeModel(table));
      ModelFile.refuseAsTable(table);
      assertTrue(
          sentence(table).startsWith("m.nnw is not a model file. Open a file that was saved"));
    }
    assertFalse(ModelFile.looksLikeModel(folder));
    assertFalse(ModelFile.looksLikeModel(folder.resolve("absent")));
  }

  @Test
  void membersMayStandInAnyOrder() throws Exception {
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, TrainedDocuments.iris(), "test");
    var before = Files.readString(file);
    var sorted = new JsonObject();
    new TreeMap<>(JsonParser.parseString(before).getAsJsonObject().asMap()).forEach(sorted::add);
    Files.writeString(file, sorted.toString());
    ModelFile.write(file, ModelFile.read(file), "test");
    assertEquals(before, Files.readString(file));
    sorted.addProperty("title", "x");
    Files.writeString(file, sorted.toString());
    assertTrue(sentence(file).startsWith("m.nnw is not a model"), sentence(file));
  }

  /** Names and little else take the most memory for their bytes. */
  @Test
  void manyColumnsOfShortNamesWithoutSpacesAreNotTooMuchForTheirFile() throws Exception {
    var document = TrainedDocuments.diabetes();
    var linear = document.draft().network().withHidden(List.of());
    var file = folder.resolve("m.nnw");
    ModelFile.write(
        file,
        TrainedDocuments.trained(document.withDraft(document.draft().withNetwork(linear)), 1),
        "test");
    var tree = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    tree.remove("checkpoint");
    tree.getAsJsonObject("data").add("source", JsonParser.parseString("{\"type\":\"file\"}"));
    var choices = tree.getAsJsonObject("experiment").getAsJsonObject("preparation");
    var layer = tree.getAsJsonObject("network").getAsJsonArray("layers").get(0).getAsJsonObject();
    many(tree.getAsJsonObject("data").getAsJsonArray("columns"));
    many(choices.getAsJsonArray("columns"));
    many(tree.getAsJsonObject("preprocessor").getAsJsonArray("inputs"));
    many(layer.getAsJsonArray("weights"));
    tree.add("draft", tree.get("experiment"));
    Files.writeString(file, tree.toString());
    assertEquals(20_000, assertNotNullModel(ModelFile.read(file)).inputs());
  }

  /** Makes the ten inputs, or their weights, 20,000; the target stays. */
  private static void many(JsonArray array) {
    var items = array.asList();
    var first = items.getFirst();
    items.subList(0, 10).clear();
    for (var i = 0; i < 20_000; i++) {
      var copy = first.deepCopy();
      if (copy.isJsonObject()) {
        copy.getAsJsonObject().addProperty("name", Integer.toString(i, 36));
      }
      items.add(i, copy);
    }
  }

  /** Programs from before there were folds read what they can. */
  @Test
  void fileCarriesTheLowestVersionThatCanSayIt() throws Exception {
    var folds = TrainedDocuments.circles();
    var training = folds.draft().training();
    var plain =
        TrainedDocuments.trained(
            folds
                .withTrained(null)
                .withDraft(folds.draft().withTraining(training.withFolds(0).withAverage(0))),
            2);
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, folds, "test");
    assertTrue(Files.readString(file).contains("\"version\": 2"));
    ModelFile.write(file, plain, "test");
    assertTrue(Files.readString(file).contains("\"version\": 1"));
    assertFalse(Files.readString(file).contains("judgingFolds"));
    var dates = TableReader.parse("t.csv", "day,x,y\n2024-01-01,1,a\n2024-01-02,2,b\n");
    var ofDates = TrainedDocuments.trained(Document.of(DataReference.ofTyped(dates)), 2);
    ModelFile.write(file, ofDates, "test");
    assertTrue(Files.readString(file).contains("\"kind\": \"date\""), "though it is ignored");
    assertTrue(Files.readString(file).contains("\"version\": 2"));
    var preparation = plain.draft().preparation();
    var rule = new SplitRule(SplitRule.Kind.TIME, "x1");
    for (var later :
        List.of(
            preparation.withSplit(preparation.split().withBy(rule)),
            Chosen.withRare(preparation, 5),
            preparation.withScaling(Scaling.MAX_ABS),
            preparation.withMissing(MissingValues.ZERO),
            preparation.withMissing(MissingValues.APART))) {
      var draft = plain.draft().withPreparation(later);
      ModelFile.write(file, plain.withDraft(draft), "test");
      assertTrue(Files.readString(file).contains("\"version\": 2"), later.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyScalingIsReadBack(Scaling scaling) throws Exception {
    var document = TrainedDocuments.iris().withTrained(null);
    var preparation = document.draft().preparation().withScaling(scaling);
    var draft = document.draft().withPreparation(preparation);
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, TrainedDocuments.trained(document.withDraft(draft), 2), "test");
    assertEquals(scaling, ModelFile.read(file).draft().preparation().scaling());
  }

  @Test
  void aLaterVersionIsToldBeforeWhatItHolds() throws Exception {
    var file = folder.resolve("m.nnw");
    Files.writeString(file, "{\"format\": \"neural-workbench\", \"version\": 9, \"new\": []}");
    assertEquals(
        "m.nnw was saved by a later version of Neural Workbench (format 9; this one reads 5)."
            + " Update the program to open it.",
        sentence(file));
  }

  @Test
  void whatIsRepeatedFromAFileIsShortAndHarmless() throws Exception {
    assertRefused(
        text -> text.replace("\"relu\"", "\"\\u001b[31m" + "x".repeat(5000) + "\""),
        "found “\uFFFD[31m" + "x".repeat(55) + "…”");
  }

  @Test
  void declaredSizesAskForNoMemory() throws IOException {
    assertRefused(
        text ->
            text.replaceAll(
                "\"history\": \\{\\s*\"epochs\": 20", "\"history\": {\"epochs\": 2000000000"),
        "expected");
  }

  @ParameterizedTest
  @CsvSource({"20_000", "40_000", "50_000"})
  void weightsOfACheckpointHaveTheShapeOfTheNetwork(String many) throws IOException {
    var count = Integer.parseInt(many.replace("_", ""));
    var layer =
        "{\"weights\": [%s[]], \"bias\": [%s0]}"
            .formatted("[],".repeat(count - 1), "0,".repeat(count - 1));
    assertRefused(
        text -> checkpointWeights(text, "[" + layer + "]"),
        "checkpoint.weights: expected 2 layers, found 1.");
    assertRefused(
        text -> checkpointWeights(text, "[" + layer + ", " + layer + "]"),
        "checkpoint.weights[0].weights: expected 4 rows, found %,d.".formatted(count));
  }

  private static String checkpointWeights(String text, String weights) {
    var checkpoint = text.indexOf("\"checkpoint\"");
    var from = text.indexOf("\"weights\": ", checkpoint) + "\"weights\": ".length();
    return text.substring(0, from)
        + weights
        + text.substring(text.indexOf(",\n    \"epochStart\"", from));
  }

  @Test
  void fileTooLargeToBeOpenedAgainIsNotSaved() throws Exception {
    var file = folder.resolve("m.nnw");
    var document = TrainedDocuments.iris();
    ModelFile.write(file, document, "测试 😀");
    var size = Files.size(file);
    var old = Files.readString(file);
    var refusal =
        assertThrows(
            NotSavedException.class,
            () -> ModelFile.write(file, document, "测试 😀", Progress.NONE, size - 1));
    var sentence = Sentences.of(Locale.ENGLISH).sentence(refusal.problem());
    assertTrue(sentence.startsWith("m.nnw was not saved: it would exceed"), sentence);
    assertEquals(old, Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "nothing is left beside it");
    }
    ModelFile.write(file, document, "测试 😀", Progress.NONE, size);
    assertEquals(old, Files.readString(file));
  }

  /** Weights, those of the epoch's start and of the best epoch, and Adam's two numbers of each. */
  @Test
  void largestNetworkWithAllOfItsCheckpointIsNotTooLarge() throws IOException {
    var random = new Random(1);
    var numbers = new float[100_000];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (random.nextGaussian() * StrictMath.pow(10, -random.nextInt(4, 20)));
    }
    var text = new StringWriter();
    RecordWriter.write(FileMapping.MAPPING, numbers, text, _ -> {});
    var each = text.toString().length() / (double) numbers.length;
    var bytes = 5 * NetworkDesign.PARAMETERS.most() * each;
    assertTrue(bytes < ModelFile.MOST_BYTES, each + " bytes a number");
    assertTrue(bytes > 1L << 30, "1 GB would not do: " + each + " bytes a number");
  }

  @Test
  void failedSaveLeavesTheOldFile() throws Exception {
    var file = folder.resolve("m.nnw");
    Files.writeString(file, "old");
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                text -> {
                  text.write("half");
                  throw new IOException("disk full");
                }));
    assertEquals("old", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  private String text() throws IOException {
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, TrainedDocuments.iris(), "test");
    return Files.readString(file);
  }

  private void assertRefused(UnaryOperator<String> damage, String sentence) throws IOException {
    var whole = text();
    var damaged = damage.apply(whole);
    assertFalse(whole.equals(damaged), "the damage changes nothing");
    var file = folder.resolve("m.nnw");
    Files.writeString(file, damaged);
    var found = sentence(file);
    assertTrue(found.contains(sentence), found);
  }

  private static String sentence(Path file) {
    var refusal = assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
    return Sentences.of(Locale.ENGLISH).sentence(refusal.problem());
  }

  private static Model assertNotNullModel(Document document) {
    var model = document.trained();
    assertNotNull(model);
    return model;
  }
}
