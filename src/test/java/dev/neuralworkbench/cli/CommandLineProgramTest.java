package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineProgramTest {

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void trainsEvaluatesAndPredictsInEitherOrder() {
    assertEquals(0, calls.call("samples", "iris", "-o", file("iris.csv")), calls.err());
    assertEquals(0, calls.call("train", file("iris.csv"), "-o", file("m.nnw")), calls.err());
    assertEquals(0, calls.call("evaluate", file("m.nnw"), file("iris.csv"), "--json"), calls.err());
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(150, json.get("rows").getAsInt());
    assertTrue(json.get("accuracy").getAsDouble() >= 0.95, calls.out());
    assertTrue(json.get("auc").getAsDouble() >= 0.98, calls.out());
    assertEquals(3, json.getAsJsonArray("confusion").size());
    assertEquals(0, calls.call("predict", file("m.nnw"), file("iris.csv")), calls.err());
    var answers = calls.out();
    assertEquals(0, calls.call("predict", file("iris.csv"), file("m.nnw")), calls.err());
    assertEquals(answers, calls.out());
    var lines = answers.lines().toList();
    assertEquals(151, lines.size());
    assertEquals(
        "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species,predicted species,"
            + "probability setosa,probability versicolor,probability virginica",
        lines.getFirst());
    assertTrue(lines.get(1).startsWith("5.1,3.5,1.4,0.2,setosa,setosa,0.9"), lines.get(1));
    assertTrue(calls.err().contains("Accuracy"), calls.err());
  }

  @Test
  void aModelInThePlaceOfATableAndATableInThatOfAModelAreToldAsWhatTheyAre() {
    calls.call("samples", "iris", "-o", file("iris.csv"));
    calls.call("train", "iris", "-o", file("m.nnw"), "--epochs", "2");
    assertEquals(1, calls.call("predict", file("m.nnw"), file("m.nnw")));
    assertTrue(calls.err().startsWith("m.nnw is a model file, not a table."), calls.err());
    assertEquals(1, calls.call("train", file("m.nnw"), "-o", file("n.nnw")));
    assertTrue(calls.err().startsWith("m.nnw is a model file, not a table."), calls.err());
    assertEquals(1, calls.call("predict", file("iris.csv"), file("iris.csv")));
    assertTrue(calls.err().startsWith("iris.csv is not a model file."), calls.err());
  }

  @Test
  void evaluatesTheRowsOfTheModelsSplit() {
    calls.call("train", "diabetes", "-o", file("m.nnw"), "--epochs", "20");
    for (var rows : List.of("training,376", "test,66", "all,442")) {
      var part = rows.split(",", -1);
      var status = calls.call("evaluate", file("m.nnw"), "diabetes", "--rows", part[0], "--json");
      assertEquals(0, status, calls.err());
      var json = JsonParser.parseString(calls.out()).getAsJsonObject();
      assertEquals(Integer.parseInt(part[1]), json.get("rows").getAsInt());
      assertTrue(json.has("r2") && json.has("rmse") && json.has("mae"), calls.out());
    }
    calls.call("samples", "iris", "-o", file("other.csv"));
    var other = calls.call("evaluate", file("m.nnw"), file("other.csv"), "--rows", "test");
    assertEquals(1, other);
    assertTrue(calls.err().startsWith("other.csv does not have the rows"), calls.err());
  }

  /** What pandas has after replace(-99, nan), ffill, str.title and iloc[:-1]. */
  @Test
  void whatIsNoDataIsLeftOutAndTheModelReadsLaterRowsTheSameWay() throws IOException {
    var csv = new StringBuilder("site,age,y\n");
    for (var row = 0; row < 40; row++) {
      var site = row % 10 == 0 ? List.of("North", "south", "South", "North").get(row / 10) : "";
      csv.append(site + "," + (row % 8 == 0 ? -99 : 20 + row) + "," + (100 + row) + "\n");
    }
    Files.writeString(folder.resolve("s.csv"), csv + "Total,1400,4780\n");
    var status =
        calls.call(
            "train",
            file("s.csv"),
            "-o",
            file("m.nnw"),
            "--epochs",
            "3",
            "--leave-out",
            "site=Total",
            "--replace",
            "age=-99=",
            "--replace",
            "site=south=South",
            "--fill-down",
            "site",
            "--input",
            "site",
            "--impute",
            "age=median",
            "--validation",
            "0",
            "--test",
            "0");
    assertEquals(0, status, calls.err());
    var inputs =
        JsonParser.parseString(Files.readString(folder.resolve("m.nnw")))
            .getAsJsonObject()
            .getAsJsonObject("preprocessor")
            .getAsJsonArray("inputs");
    var site = inputs.get(0).getAsJsonObject();
    assertEquals("[\"North\",\"South\"]", site.get("categories").toString());
    var age = inputs.get(1).getAsJsonObject();
    assertEquals(21, age.get("minimum").getAsInt());
    assertEquals(59, age.get("maximum").getAsInt());
    assertEquals(40, age.get("fill").getAsDouble(), "the median of 35 ages");
    assertEquals(0, calls.call("evaluate", file("m.nnw"), file("s.csv"), "--json"), calls.err());
    var own = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(40, own.get("rows").getAsInt(), "without the total");
    Files.writeString(folder.resolve("a.csv"), "site,age\nsouth,-99\n,30\n");
    Files.writeString(folder.resolve("b.csv"), "site,age\nSouth,\nSouth,30\n");
    assertEquals(0, calls.call("predict", file("m.nnw"), file("a.csv")), calls.err());
    var first = calls.out().lines().map(it -> it.substring(it.lastIndexOf(','))).toList();
    assertEquals(0, calls.call("predict", file("m.nnw"), file("b.csv")), calls.err());
    assertEquals(first, calls.out().lines().map(it -> it.substring(it.lastIndexOf(','))).toList());
    for (var wrong :
        List.of(
            "--leave-out,height>3",
            "--replace,age=3",
            "--impute,age=drop_row",
            "--fill-down,nobody")) {
      var option = wrong.split(",", -1);
      assertEquals(
          2, calls.call("train", file("s.csv"), "-o", file("n.nnw"), option[0], option[1]), wrong);
    }
  }

  @Test
  void aClassOfAnotherSpellingIsScoredAsTheOneThatItIsReadAs() throws IOException {
    var csv = new StringBuilder("x,answer\n");
    for (var row = 0; row < 60; row++) {
      csv.append(row % 2 == 0 ? row % 4 == 0 ? "5,yes\n" : "5,Yes\n" : "-5,No\n");
    }
    Files.writeString(folder.resolve("y.csv"), csv);
    var replace = "answer=yes=Yes";
    var status =
        calls.call(
            "train", file("y.csv"), "-o", file("m.nnw"), "--epochs", "60", "--replace", replace);
    assertEquals(0, status, calls.err());
    Files.writeString(folder.resolve("z.csv"), "x,answer\n5,yes\n5,Yes\n-5,No\n-5,yes\n");
    assertEquals(0, calls.call("evaluate", file("m.nnw"), file("z.csv"), "--json"), calls.err());
    var told = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(4, told.get("rows").getAsInt());
    assertEquals(0.75, told.get("accuracy").getAsDouble(), 1e-12, "the last one is none");
    assertEquals(0, calls.call("predict", file("m.nnw"), file("z.csv")), calls.err());
    assertFalse(calls.err().contains("yes"), calls.err());
  }

  /** A network of two epochs at a tiny rate does not predict the rare class once. */
  @Test
  void aClassThatIsNeverPredictedHasNoPrecisionAndItIsSaid() throws IOException {
    var csv = new StringBuilder("x,class\n");
    for (var row = 0; row < 60; row++) {
      csv.append(row % 7).append(row % 20 == 0 ? ",rare\n" : ",often\n");
    }
    Files.writeString(folder.resolve("r.csv"), csv);
    calls.call("train", file("r.csv"), "-o", file("m.nnw"), "--epochs", "20");
    assertEquals(0, calls.call("evaluate", file("m.nnw"), file("r.csv")), calls.err());
    assertTrue(
        calls.out().matches("(?s).*rare +– +0\\.0000 \\(0\\.000–0\\.\\d+\\) +1\\.0000 .*"),
        calls.out());
    assertTrue(calls.out().contains("– means 0 / 0"), calls.out());
    calls.call("evaluate", file("m.nnw"), file("r.csv"), "--json");
    var classes = JsonParser.parseString(calls.out()).getAsJsonObject().getAsJsonArray("classes");
    var rare = classes.get(1).getAsJsonObject();
    assertTrue(rare.get("precision").isJsonNull(), calls.out());
    assertEquals(0, rare.get("recall").getAsDouble(), "0 of 3");
  }

  @Test
  void evaluatingTellsBaselinesScoresOfClassesAndWhichRowsWereLearnedFrom() {
    calls.call("samples", "iris", "-o", file("iris.csv"));
    calls.call("train", file("iris.csv"), "-o", file("m.nnw"));
    assertEquals(0, calls.call("evaluate", file("m.nnw"), file("iris.csv")), calls.err());
    for (var part :
        List.of(
            "The model was trained on 127 of these 150 rows",
            "Most frequent class",
            "Logistic regression (L2, C = 1)",
            "Specificity",
            "Macro average",
            "Micro average",
            "Weighted average",
            "Calibration of predicted class",
            "Confusion matrix")) {
      assertTrue(calls.out().contains(part), part + " is not in\n" + calls.out());
    }
    calls.call("evaluate", file("m.nnw"), file("iris.csv"), "--json");
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(127, json.get("trained_rows").getAsInt());
    assertEquals(1 / 3.0, json.getAsJsonObject("constant").get("accuracy").getAsDouble(), 1e-9);
    assertTrue(json.getAsJsonObject("linear").get("log_loss").getAsDouble() > 0.1, calls.out());
    assertEquals(3, json.getAsJsonArray("classes").size());
    assertTrue(json.get("f1").getAsDouble() > 0.9, calls.out());
    calls.call("evaluate", file("m.nnw"), file("iris.csv"), "--rows", "training");
    assertTrue(calls.out().startsWith("The model was trained on these rows"), calls.out());
    calls.call("evaluate", file("m.nnw"), file("iris.csv"), "--rows", "test");
    assertFalse(calls.out().contains("learned"), calls.out());
  }

  @Test
  void trainingTellsWhatIsLearnedFromWhatAndTheScoreOnRowsHeldOut() throws IOException {
    var text = new StringBuilder("id,name,x,nothing,y\n");
    for (var i = 0; i < 40; i++) {
      text.append("%d,n%d,%d,,%s\n".formatted(i + 1, i, i % 7, i < 39 ? i % 7 > 3 : ""));
    }
    Files.writeString(folder.resolve("rows.csv"), text);
    assertEquals(0, calls.call("train", file("rows.csv"), "-o", file("m.nnw")), calls.err());
    var said = calls.err().lines().toList();
    assertEquals(
        List.of(
            "Format: commas, UTF-8, decimal point",
            "Target: y, 2 classes (false, true).",
            "1 input: x.",
            "Ignored: id (numbers the rows), name (almost every text is different), "
                + "nothing (no value in any row).",
            "Rows: 33 training, no validation, 6 test.",
            "1 row without a target is dropped."),
        said.subList(0, 6));
    assertTrue(said.stream().anyMatch(it -> it.startsWith("Accuracy by 5-fold CV: ")), calls.err());
    calls.call("train", "diabetes", "-o", file("m.nnw"), "--epochs", "2", "--validation", "0.15");
    assertTrue(calls.err().contains("Target: progression, a number from 25 to 346"), calls.err());
    assertTrue(calls.err().contains("RMSE on the validation rows: "), calls.err());
    assertTrue(calls.err().contains("(Mean: "), calls.err());
  }

  /** The loss is that of the weights that are kept, not of the last epoch. */
  @Test
  void epochWhoseWeightsAreKeptIsTold() throws Exception {
    calls.call(
        "train",
        "diabetes",
        "-o",
        file("m.nnw"),
        "--epochs",
        "60",
        "--learning-rate",
        "0.05",
        "--l2",
        "0",
        "--early-stopping",
        "5");
    var model = ModelFile.read(Path.of(file("m.nnw"))).trained();
    var best = model.experiment().training().stopping().earlyStopping().best(model.history());
    assertTrue(best < model.history().epochs() - 1);
    assertTrue(
        calls.err().contains("Restored the best weights, those of epoch %d.".formatted(best + 1)),
        calls.err());
    var loss = Numbers.rounded(model.history().trainingLoss(best), 4);
    assertTrue(
        calls.err().contains("Training loss (running) of the saved epoch: %s;".formatted(loss)),
        calls.err());
  }

  @Test
  void trainingThatDivergedReplacesNoModel() throws IOException {
    calls.call("train", "diabetes", "-o", file("m.nnw"), "--epochs", "2");
    var before = Files.readString(Path.of(file("m.nnw")));
    var far = "--optimizer sgd --learning-rate 100 --activation relu --epochs 2";
    var call = ("train diabetes -o " + file("m.nnw") + " " + far).split(" ");
    assertEquals(1, calls.call(call), calls.err());
    assertTrue(calls.err().contains("m.nnw was not replaced"), calls.err());
    assertEquals(before, Files.readString(Path.of(file("m.nnw"))));
  }

  /** Class weights as scikit-learn's: 90 / (2 · 75) and 90 / (2 · 15), p′ = (p / ω) / Σ (p / ω). */
  @Test
  void probabilitiesAreDividedByTheClassWeightsOnRequest() throws IOException {
    var rows = new StringBuilder("x,y\n");
    for (var row = 0; row < 90; row++) {
      rows.append(row * 37 % 90)
          .append(row * 37 % 90 > 50 && row % 3 == 0 ? ",rare\n" : ",usual\n");
    }
    Files.writeString(folder.resolve("r.csv"), rows);
    var balanced = probabilities("b.nnw", "--balance");
    var corrected = probabilities("c.nnw", "--balance", "--correct-prior");
    var target = json("c.nnw").getAsJsonObject("preprocessor").getAsJsonObject("target");
    assertTrue(target.get("corrected").getAsBoolean());
    var weights = target.getAsJsonArray("weights");
    var differs = 0;
    for (var row = 0; row < 90; row++) {
      var rare = balanced.get(row)[0] / weights.get(0).getAsDouble();
      var usual = balanced.get(row)[1] / weights.get(1).getAsDouble();
      assertEquals(rare / (rare + usual), corrected.get(row)[0], 2e-6);
      assertEquals(usual / (rare + usual), corrected.get(row)[1], 2e-6);
      differs += balanced.get(row)[0] > 0.5 != corrected.get(row)[0] > 0.5 ? 1 : 0;
    }
    assertTrue(differs > 0, "the decisions differ");
    // The training is the same, but for what is said of its accuracy.
    var losses = json("b.nnw").getAsJsonObject("history").get("trainingLoss");
    assertEquals(losses, json("c.nnw").getAsJsonObject("history").get("trainingLoss"));
    assertEquals(json("b.nnw").get("network"), json("c.nnw").get("network"));
    assertEquals(
        2, calls.call("train", file("r.csv"), "-o", file("n.nnw"), "--correct-prior"), calls.err());
    assertTrue(
        calls.err().contains("--correct-prior: Needs --balance: without class weights"),
        calls.err());
  }

  private List<double[]> probabilities(String model, String... options) {
    var call = new ArrayList<>(List.of("train", file("r.csv"), "-o", file(model)));
    call.addAll(List.of("--epochs", "40", "--test", "0.2"));
    call.addAll(List.of(options));
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
    var said = calls.err();
    assertEquals(0, calls.call("predict", file(model), file("r.csv")), calls.err());
    var found =
        calls
            .out()
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(it -> new double[] {Double.parseDouble(it[3]), Double.parseDouble(it[4])})
            .toList();
    assertEquals(
        List.of(options).contains("--correct-prior"), said.contains("corrected for"), said);
    return found;
  }

  private JsonObject json(String model) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(model))).getAsJsonObject();
  }

  @Test
  void networkWorseThanTheMeanIsSaidToBe() {
    calls.call(
        "train",
        "diabetes",
        "-o",
        file("m.nnw"),
        "--epochs",
        "1",
        "--learning-rate",
        "1e-9",
        "--weight-initializer",
        "normal",
        "--hidden",
        "64,64",
        "--seed",
        "2");
    calls.call("evaluate", file("m.nnw"), "diabetes", "--rows", "test");
    assertTrue(calls.out().contains("Worse than always predicting the mean"), calls.out());
    calls.call("evaluate", file("m.nnw"), "diabetes", "--rows", "test", "--json");
    assertTrue(JsonParser.parseString(calls.out()).getAsJsonObject().has("verdict"), calls.out());
  }

  @Test
  void rowsOfAnUnknownCategoryAreEvaluatedAndThoseOfAnUnknownClassAreNot() throws IOException {
    var text = new StringBuilder("colour,x,y\n");
    for (var i = 0; i < 40; i++) {
      text.append(i % 2 == 0 ? "red" : "blue").append(",%d,%s\n".formatted(i, i % 2 == 0));
    }
    Files.writeString(folder.resolve("rows.csv"), text);
    train(file("rows.csv"), "y", file("m.nnw"));
    Files.writeString(
        folder.resolve("new.csv"), "colour,x,y\nred,1,true\ngreen,2,false\nblue,3,maybe\n");
    assertEquals(0, calls.call("evaluate", file("m.nnw"), file("new.csv")), calls.err());
    assertTrue(calls.out().startsWith("new.csv: 3 rows predicted."), calls.out());
    assertTrue(calls.out().contains("row 3, column “y”: “maybe” is not a class of"), calls.out());
    assertTrue(calls.out().contains("row 2, column “colour”: “green” does not"), calls.out());
    assertTrue(calls.out().lines().anyMatch("2 rows"::equals), calls.out());
    Files.writeString(folder.resolve("none.csv"), "colour,x,y\nred,1,\n");
    assertFails("none.csv: no row has a value of “y”", "evaluate", file("m.nnw"), file("none.csv"));
    Files.writeString(folder.resolve("lacks.csv"), "colour,x\nred,1\n");
    assertFails(
        "Column “y” is missing. Found: colour, x", "evaluate", file("m.nnw"), file("lacks.csv"));
  }

  @Test
  void whatMustBeGivenIsNamedWhereItIsMissing() {
    assertEquals(2, calls.call("export", file("m.nnw"), "--to", "onnx"));
    assertTrue(calls.err().startsWith("-o FILE is missing."), calls.err());
    assertEquals(2, calls.call("train", "iris", "-o", file("m.nnw"), "--epochs"));
    assertTrue(calls.err().startsWith("N is missing."), calls.err());
  }

  @Test
  void resumedRunGivesTheFileOfOneNeverInterrupted() throws IOException {
    assertResumes(List.of("--dropout", "0.2", "--schedule", "plateau", "--seed", "3"));
  }

  @Test
  void resumedRunWithALookAheadAndSmoothedLabelsGivesTheSameFileToo() throws IOException {
    assertResumes(
        List.of("--optimizer", "nadam", "--activation", "mish", "--label-smoothing", "0.1"));
    assertTrue(Files.readString(folder.resolve("on.nnw")).contains("\"labelSmoothing\": 0.1"));
  }

  private void assertResumes(List<String> options) throws IOException {
    train("whole.nnw", options, "--epochs", "30");
    train("half.nnw", options, "--epochs", "13");
    var resumed =
        calls.call(
            "train", "iris", "--resume", file("half.nnw"), "--epochs", "30", "-o", file("on.nnw"));
    assertEquals(0, resumed, calls.err());
    assertEquals(withoutTimes("whole.nnw"), withoutTimes("on.nnw"));
  }

  private void train(String model, List<String> options, String... more) {
    var call = new ArrayList<>(List.of("train", "iris", "-o", file(model)));
    call.addAll(options);
    call.addAll(List.of(more));
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
  }

  /** The text of a model file without the seconds that the machine took. */
  private String withoutTimes(String model) throws IOException {
    return Files.readString(folder.resolve(model))
        .replaceAll("\"seconds\": \\[[^]]*]", "")
        .replaceAll("\"elapsedNanos\": \\d+", "");
  }

  @Test
  void resumingRefusesOtherDataAndOtherChoices() {
    calls.call("train", "iris", "-o", file("m.nnw"), "--epochs", "2");
    assertEquals(1, calls.call("train", "wine", "--resume", file("m.nnw"), "-o", file("n.nnw")));
    assertTrue(calls.err().startsWith("wine does not have the rows"), calls.err());
    assertEquals(
        2,
        calls.call(
            "train", "iris", "--resume", file("m.nnw"), "--hidden", "3", "-o", file("n.nnw")));
    assertTrue(calls.err().startsWith("--resume: "), calls.err());
    assertFalse(Files.exists(folder.resolve("n.nnw")));
  }

  @Test
  void resumingAtABatchThatNoEpochHasIsRefused() throws IOException {
    calls.call("train", "iris", "-o", file("m.nnw"), "--epochs", "2");
    var text = Files.readString(folder.resolve("m.nnw"));
    Files.writeString(folder.resolve("m.nnw"), text.replaceFirst("\"batch\": 0", "\"batch\": 8"));
    assertFails(
        "at mini-batch 9, but an epoch has only 7",
        "train",
        "iris",
        "--resume",
        file("m.nnw"),
        "--epochs",
        "4",
        "-o",
        file("n.nnw"));
    assertFalse(Files.exists(folder.resolve("n.nnw")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --learning-rate 1e6   | 2 | --learning-rate: 1,000,000 is out of range. Above 0, up to 100.
          --hidden 0            | 2 | --hidden: 0 is out of range. From 1 to 65,536.
          --hidden 8,x          | 2 | --hidden: “8,x” is not a list of units.
          --hidden 65536,65536  | 2 | --hidden:
          --batch-size 1000     | 2 | --batch-size:
          --activation sine     | 2 | --activation: “sine” is not valid. Possible values: identity, sigmoid
          --target kind         | 2 | --target: “kind” is not a column. Columns: sepal_length_cm
          --epochs many         | 2 | --epochs: “many” is not a valid value
          --epochs 3 --epochs 4 | 2 | --epochs: Given more than once. Give a single value.
          --threads 0           | 2 | --threads: 0 is out of range. From 1 to 1,024.
          --colour red          | 2 | “--colour” is not a known command, option or file.
          --loss huber          | 2 | --loss:
          --momentum 0.9        | 2 | --momentum: Momentum applies to sgd
          --validation 0.6 --test 0.5 | 2 | --validation:
          """)
  void wrongOptionIsNamedAndNothingIsWritten(String options, int status, String sentence) {
    var call = "train iris -o " + file("m.nnw") + " " + options;
    assertEquals(status, calls.call(call.split(" ", -1)), calls.err());
    assertTrue(calls.err().startsWith(sentence), calls.err());
    assertEquals(1, calls.err().lines().count(), calls.err());
    assertFalse(Files.exists(folder.resolve("m.nnw")));
  }

  @Test
  void categoriesWrittenLikeNumbersAreFoundAgainWhereNoOtherTextIsAmongThem() throws IOException {
    var zips = List.of("00501", "02134", "10001", "K1A");
    var text = new StringBuilder("zip,x,y\n");
    for (var i = 0; i < 40; i++) {
      text.append("%s,%d,%d\n".formatted(zips.get(i % 4), i, i % 4 * 10 + i % 3));
    }
    Files.writeString(folder.resolve("zips.csv"), text);
    train(file("zips.csv"), "y", file("zips.nnw"));
    train(file("zips.csv"), "zip", file("classes.nnw"));
    Files.writeString(folder.resolve("new.csv"), "zip,x,y\n02134,1,10\n00501,2,0\n");
    for (var model : List.of("zips.nnw", "classes.nnw")) {
      assertEquals(0, calls.call("predict", file(model), file("new.csv")), calls.err());
      assertEquals(3, calls.out().lines().count(), calls.out());
      assertEquals(0, calls.call("evaluate", file(model), file("new.csv")), calls.err());
    }
    Files.writeString(folder.resolve("one.csv"), "x,zip\n1,2134\n");
    assertEquals(0, calls.call("predict", file("zips.nnw"), file("one.csv")), calls.err());
    assertTrue(
        calls
            .err()
            .contains("one.csv, row 1, column “zip”: “2134” does not occur in the training rows"),
        calls.err());
  }

  private void train(String data, String target, String model) {
    var status = calls.call("train", data, "--target", target, "-o", model, "--epochs", "2");
    assertEquals(0, status, calls.err());
  }

  @Test
  void howAFileWasReadAndWhatIsDoubtfulStandsBesideTheResult() throws IOException {
    var text = new StringBuilder("price,y\n");
    for (var i = 0; i < 40; i++) {
      text.append(i == 6 ? "oops,12\n" : "%d,%d\n".formatted(i, 2 * i));
    }
    Files.writeString(folder.resolve("slips.csv"), text);
    var slip =
        "Column “price”: 1 of 40 cells is not a number and is treated as missing (row numbers in"
            + " brackets): “oops” (7). To keep it, read the column as text.";
    var summary = "Format: commas, UTF-8, decimal point";
    var model = file("m.nnw");
    train(file("slips.csv"), "y", model);
    assertEquals(List.of(slip, summary), calls.err().lines().toList().subList(0, 2));
    for (var call :
        List.of(
            List.of("predict", model, file("slips.csv")),
            List.of("evaluate", model, file("slips.csv")),
            List.of("cross-validate", file("slips.csv"), "--folds", "2", "--epochs", "1"))) {
      assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
      assertEquals(summary, calls.err().lines().filter(summary::equals).findFirst().orElse(""));
      assertFalse(calls.out().contains("Format:"), calls.out());
    }
    train("iris", "species", model);
    assertFalse(calls.err().contains("Format:"), calls.err());
  }

  @Test
  void badFilesAreNamedWithTheirPlace() throws IOException {
    calls.call("train", "iris", "-o", file("m.nnw"), "--epochs", "1");
    Files.writeString(folder.resolve("long.csv"), "a,b,y\n1,2,3\n4,5,6,7\n");
    assertFails(
        "long.csv, line 3: expected 3 fields, found 4", "train", file("long.csv"), "-o", "x");
    assertFails("none.csv: file not found", "train", file("none.csv"), "-o", "x");
    assertFails(
        "wine lacks columns that the model needs: sepal_length_cm",
        "predict",
        file("m.nnw"),
        "wine");
    assertFails("long.csv is not a model file. ", "predict", file("long.csv"), file("long.csv"));
    Files.createDirectory(folder.resolve("models"));
    assertFails("models is a folder", "predict", file("models"), file("long.csv"));
    Files.writeString(folder.resolve("cut.nnw"), "{\"format\": \"neural-workbench\", ");
    assertFails("the file ends too early", "predict", file("cut.nnw"), "iris");
  }

  private void assertFails(String sentence, String... call) {
    assertEquals(1, calls.call(call), calls.err());
    assertTrue(calls.err().contains(sentence), calls.err());
    assertEquals(1, calls.err().lines().count(), calls.err());
  }

  @Test
  void crossValidatesWithTheDefaults() {
    assertEquals(0, calls.call("cross-validate", "iris", "--folds", "5", "--json"), calls.err());
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(5, json.get("runs").getAsInt());
    var accuracy = json.getAsJsonObject("accuracy");
    assertTrue(accuracy.get("mean").getAsDouble() >= 0.94, calls.out());
    assertEquals(5, accuracy.getAsJsonArray("folds").size());
    var linear = json.getAsJsonObject("linear").getAsJsonObject("accuracy");
    assertTrue(linear.get("mean").getAsDouble() >= 0.93, calls.out());
    var once = calls.out();
    calls.call("cross-validate", "iris", "--folds", "5", "--json", "--threads", "1");
    assertEquals(once, calls.out());
    assertEquals(2, calls.call("cross-validate", "iris", "--folds", "1"));
    assertTrue(calls.err().startsWith("--folds: "), calls.err());
  }

  @Test
  void studiesSettingsAndGoesOnWithAFile() throws IOException {
    var runs = file("runs.csv");
    var call =
        "search iris --vary learning-rate=0.001,0.1 --vary hidden=none;8 --epochs 5 -o " + runs;
    assertEquals(0, calls.call((call + " --seeds 2").split(" ", -1)), calls.err());
    assertTrue(calls.out().contains("learning-rate=0.1 hidden=8: "), calls.out());
    assertTrue(
        calls.out().contains("at least 3 seeds per setting are needed to tell"), calls.out());
    var first = Files.readAllLines(Path.of(runs));
    assertEquals(9, first.size());
    assertEquals(0, calls.call((call + " --seeds 3 --resume --json").split(" ", -1)), calls.err());
    assertTrue(calls.err().contains("8 runs of this search are already in the file; 4 are"));
    var lines = Files.readAllLines(Path.of(runs));
    assertEquals(13, lines.size());
    assertTrue(lines.containsAll(first));
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(4, json.getAsJsonArray("settings").size());
    assertEquals("0.1", json.getAsJsonObject("best").get("learning-rate").getAsString());
    calls.call((call + " --seeds 3 --resume --batch-size 7").split(" ", -1));
    assertTrue(
        calls.err().contains("runs.csv, line 2: this run belongs to another search"), calls.err());
    assertEquals(lines, Files.readAllLines(Path.of(runs)));
  }

  @Test
  void aReportIsOfTheModelsOwnRows() throws IOException {
    var model = file("m.nnw");
    var page = file("r.html");
    calls.call("train", "iris", "-o", model, "--epochs", "3");
    assertEquals(0, calls.call("report", model, "-o", page, "--row", "3"), calls.err());
    var text = Files.readString(Path.of(page));
    assertTrue(text.contains("For row 3") && text.contains("Confusion matrix"), text);
    assertEquals(2, calls.call("report", model, "--row", "151"), calls.err());
    assertTrue(calls.err().contains("--row: 151 is out of range. From 1 to 150"), calls.err());
    assertEquals(1, calls.call("report", model, "wine", "-o", page), calls.err());
    assertEquals(1, calls.call("report", model, "-o", model), calls.err());
    Files.writeString(folder.resolve("notes.txt"), "my notes");
    assertEquals(1, calls.call("report", model, "-o", file("notes.txt")), calls.err());
    assertTrue(calls.err().contains("is not a web page"), calls.err());
    assertEquals("my notes", Files.readString(folder.resolve("notes.txt")));
    assertEquals(0, calls.call("report", model), calls.err());
    assertTrue(calls.out().startsWith("<!doctype html>"), calls.out());
  }

  @Test
  void columnsThatAreCalledOtherwiseStandForThoseOfTheModel() throws IOException {
    calls.call("train", "iris", "-o", file("m.nnw"), "--epochs", "30");
    Files.writeString(
        folder.resolve("other.csv"), "a,b,c,d,id\n5.1,3.5,1.4,0.2,007\n7.2,3.0,6.1,2.3,008\n");
    assertEquals(1, calls.call("predict", file("m.nnw"), file("other.csv")));
    var call =
        List.of(
            "predict",
            file("m.nnw"),
            file("other.csv"),
            "--map=sepal_length_cm=a",
            "--map=sepal_width_cm=b",
            "--map=petal_length_cm=c",
            "--map=petal_width_cm=d");
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
    var lines = calls.out().lines().toList();
    assertTrue(lines.get(1).contains("007") && lines.get(1).contains("setosa"), lines.get(1));
    assertTrue(lines.get(2).contains("virginica"), lines.get(2));
    assertEquals(2, calls.call("predict", file("m.nnw"), file("other.csv"), "--map=b=b"));
    assertTrue(calls.err().contains("--map: “b=b” does not map"), calls.err());
    assertEquals(
        2,
        calls.call(
            "predict",
            file("m.nnw"),
            file("other.csv"),
            "--map=sepal_length_cm=a",
            "--map=sepal_length_cm=b"));
    assertTrue(calls.err().contains("“sepal_length_cm” is mapped twice"), calls.err());
    assertEquals(
        2, calls.call("evaluate", file("m.nnw"), "iris", "--rows=test", "--map=species=a"));
    assertTrue(calls.err().contains("--map: Applies only to another table"), calls.err());
    assertEquals(2, calls.call("predict", file("m.nnw"), "iris", "--type=nosuch=text"));
    assertTrue(calls.err().contains("--type: “nosuch” is not a column"), calls.err());
  }

  /** 0.02 of 20 rows are none, so folds may judge; its file says 0.02 all the same. */
  @Test
  void aModelOfAShareThatCameToNoRowOpens() throws IOException {
    var text = new StringBuilder("x,y\n");
    for (var row = 0; row < 20; row++) {
      text.append(row * 7 % 11).append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    Files.writeString(folder.resolve("few.csv"), text);
    var model = file("m.nnw");
    var call = "train few.csv -o m.nnw --validation 0.02 --cv-folds 2 --epochs 3".split(" ");
    call[1] = file("few.csv");
    call[3] = model;
    assertEquals(0, calls.call(call), calls.err());
    assertEquals(0, calls.call("predict", model, file("few.csv")), calls.err());
  }

  @Test
  void aDateIsUsedByItsParts() throws IOException {
    var text = new StringBuilder("day,rain,ice_cream\n");
    for (var day = 0; day < 366; day++) {
      var date = LocalDate.ofYearDay(2024, day + 1);
      var sold = 50 - 40 * Math.cos(2 * Math.PI * day / 366) + day % 5;
      text.append("%s,%d,%.1f\n".formatted(date, day * 7 % 11, sold));
    }
    Files.writeString(folder.resolve("days.csv"), text);
    var model = file("m.nnw");
    assertEquals(
        0, calls.call("train", file("days.csv"), "-o", model, "--input", "day"), calls.err());
    assertEquals(0, calls.call("evaluate", model, file("days.csv"), "--rows", "test", "--json"));
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertTrue(json.get("r2").getAsDouble() > 0.98, calls.out());
    Files.writeString(folder.resolve("asked.csv"), "day,rain\n2024-07-01,3\nsoon,4\n");
    assertEquals(0, calls.call("predict", model, file("asked.csv")), calls.err());
    assertTrue(calls.err().contains("“soon” is not a date in the model’s format"), calls.err());
    assertEquals(2, calls.call("train", file("days.csv"), "-o", model, "--input", "night"));
  }

  @Test
  void squaresLetALinearModelTellACircle() throws IOException {
    var model = file("m.nnw");
    var plain = List.of("train", "circles", "-o", model, "--hidden", "none", "--epochs", "200");
    assertEquals(0, calls.call(plain.toArray(String[]::new)), calls.err());
    assertTrue(accuracy(model) < 0.7, calls.out());
    var squared = new ArrayList<>(plain);
    squared.addAll(List.of("--feature", "square=x1", "--feature", "square=x2"));
    assertEquals(0, calls.call(squared.toArray(String[]::new)), calls.err());
    assertTrue(accuracy(model) > 0.97, calls.out());
    assertEquals(2, calls.call("train", "circles", "-o", model, "--feature", "cube=x1"));
    assertEquals(2, calls.call("train", "circles", "-o", model, "--feature", "square=x9"));
    assertTrue(calls.err().contains("--feature: “x9” is not a column"), calls.err());
    assertEquals(2, calls.call("train", "circles", "-o", model, "--feature", "x1"));
    assertEquals(
        2,
        calls.call(
            "train",
            "iris",
            "-o",
            model,
            "--ignore",
            "petal_width_cm",
            "--feature",
            "square=petal_width_cm"));
    assertTrue(calls.err().contains("petal_width_cm²"), calls.err());
  }

  private double accuracy(String model) {
    assertEquals(
        0, calls.call("evaluate", model, "circles", "--rows", "test", "--json"), calls.err());
    return JsonParser.parseString(calls.out()).getAsJsonObject().get("accuracy").getAsDouble();
  }

  @Test
  void codesThatStandForTextsAreReadAsWritten() throws IOException {
    var known = new StringBuilder("code,x,y\n");
    var other = new StringBuilder("number,x,y\n");
    for (var row = 0; row < 60; row++) {
      var code = row % 2 == 0 ? "1.0" : "2.0";
      known.append("%s,%d,%s\n".formatted(row % 2 == 0 ? "1.0" : "b", row % 7, row % 2));
      other.append("%s,%d,%s\n".formatted(code, row % 7, row % 2));
    }
    Files.writeString(folder.resolve("known.csv"), known);
    Files.writeString(folder.resolve("other.csv"), other);
    var model = file("m.nnw");
    assertEquals(
        0, calls.call("train", file("known.csv"), "-o", model, "--epochs", "60"), calls.err());
    assertEquals(0, calls.call("predict", model, file("other.csv"), "--map=code=number"));
    // 1.0 is known, and 2.0 is not; as numbers both would be unknown: “1” and “2”.
    assertTrue(calls.err().contains("“2.0”") && !calls.err().contains("“1"), calls.err());
    assertEquals(0, calls.call("evaluate", model, file("other.csv"), "--map=code=number"));
    assertTrue(calls.out().contains("“2.0”") && !calls.out().contains("“1"), calls.out());
    // One column may stand for two.
    assertEquals(
        0, calls.call("predict", model, file("other.csv"), "--map=code=number", "--map=x=number"));
  }

  @Test
  void inspectingTellsEachGuessEachColumnAndWhatDeceives() throws IOException {
    var text = new StringBuilder("id;price;kind;copy\n");
    for (var row = 1; row <= 60; row++) {
      var kind = row * 7 % 3 == 0 ? "a" : row * 7 % 3 == 1 ? "b" : "c";
      text.append("%d;%d,5;%s;%s\n".formatted(row, row * 13 % 17, kind, kind));
    }
    Files.writeString(folder.resolve("t.csv"), text);
    assertEquals(
        0,
        calls.call("inspect", file("t.csv"), "--json", "--rows", "2", "--target", "kind"),
        calls.err());
    var read = JsonParser.parseString(calls.out()).getAsJsonObject();
    var reading = read.getAsJsonObject("reading");
    assertEquals(";", reading.getAsJsonObject("delimiter").get("value").getAsString());
    assertEquals(",", reading.getAsJsonObject("decimal").get("value").getAsString());
    assertTrue(reading.getAsJsonObject("header").get("why").getAsString().contains("above"));
    var columns = read.getAsJsonArray("columns");
    assertEquals("ignored", columns.get(0).getAsJsonObject().get("role").getAsString());
    assertTrue(columns.get(0).getAsJsonObject().has("why_ignored"));
    var price = columns.get(1).getAsJsonObject();
    assertEquals("number", price.get("type").getAsString());
    assertEquals("[13.5,9.5]", price.get("values").toString());
    assertEquals("target", columns.get(2).getAsJsonObject().get("role").getAsString());
    var trap = read.getAsJsonArray("traps").get(0).getAsJsonObject();
    assertEquals("equal", trap.get("kind").getAsString());
    assertTrue(trap.get("certain").getAsBoolean());
    assertEquals("[\"copy\"]", trap.get("columns").toString());
    assertEquals(0, calls.call("inspect", file("t.csv"), "--ignore", "copy", "--target", "kind"));
    assertTrue(calls.out().contains("1.234,5"), calls.out());
    assertEquals(2, calls.call("inspect", file("t.csv"), "--type", "gone=text"));
    assertTrue(calls.err().contains("--type: “gone” is not a column"), calls.err());
    assertEquals(2, calls.call("inspect", file("t.csv"), "--decimal", "x"));
    assertTrue(calls.err().contains("--decimal: “x” is not a decimal mark"), calls.err());
  }

  @Test
  void whatMayBeHonestIsPossible() throws IOException {
    var text = new StringBuilder("net,tax,gross\n");
    for (var row = 0; row < 60; row++) {
      var net = row * 37 % 101 + 0.25;
      var tax = row * 13 % 59 / 4.0;
      text.append("%s,%s,%s\n".formatted(net, tax, net + tax));
    }
    Files.writeString(folder.resolve("t.csv"), text);
    assertEquals(0, calls.call("inspect", file("t.csv")), calls.err());
    assertTrue(
        calls.out().contains("Possible: “gross” equals “net” + “tax” in 60 of 60 rows."),
        calls.out());
    assertEquals(0, calls.call("inspect", file("t.csv"), "--json"), calls.err());
    var traps = JsonParser.parseString(calls.out()).getAsJsonObject().getAsJsonArray("traps");
    assertEquals("sum", traps.get(0).getAsJsonObject().get("kind").getAsString());
    assertFalse(traps.get(0).getAsJsonObject().get("certain").getAsBoolean());
  }

  @Test
  void rowsAreHeldOutAsAColumnSays() throws IOException {
    var text = new StringBuilder("who,year,test,val,x,y\n");
    for (var row = 0; row < 90; row++) {
      text.append("p%d,".formatted(row / 3)).append(2000 + row / 31).append(",");
      text.append(row % 6 == 0 ? "test," : "train,").append(row % 6 == 1 ? "val," : "train,");
      text.append("%d,%s\n".formatted(row * 7 % 11, row % 2 == 0 ? "a" : "b"));
    }
    Files.writeString(folder.resolve("t.csv"), text);
    var model = file("m.nnw");
    // Each is opened again and answers, whoever has validation rows, folds or neither.
    for (var rule : List.of("group=who", "time=year", "part=test", "part=val")) {
      assertEquals(
          0,
          calls.call("train", file("t.csv"), "-o", model, "--epochs", "2", "--split-by", rule),
          calls.err());
      var kind = rule.substring(0, rule.indexOf('='));
      assertTrue(Files.readString(Path.of(model)).contains("\"kind\": \"" + kind + "\""));
      assertEquals(0, calls.call("predict", model, file("t.csv")), calls.err());
      assertEquals(91, calls.out().lines().count(), rule);
    }
    assertEquals(2, calls.call("train", file("t.csv"), "-o", model, "--split-by", "group=nobody"));
    assertTrue(calls.err().contains("“nobody”"), calls.err());
    assertEquals(
        2, calls.call("train", file("t.csv"), "-o", model, "--split-by", "time=who"), calls.err());
    assertTrue(calls.err().contains("--split-by: "), calls.err());
    assertEquals(2, calls.call("train", file("t.csv"), "-o", model, "--split-by", "who"));
  }

  @Test
  void speaksChinese() {
    var chinese = new Calls(Locale.SIMPLIFIED_CHINESE);
    assertEquals(2, chinese.call("train", "iris", "-o", file("m.nnw"), "--hidden", "0"));
    assertTrue(chinese.err().contains("超出范围"), chinese.err());
    assertEquals(0, chinese.call("--help"));
    assertTrue(chinese.out().contains("训练网络"), chinese.out());
  }

  @Test
  void withoutWindowTheFirstRunIsDoneInTheTerminal() {
    var model = folder.resolve("first.nnw");
    assertEquals(0, calls.withoutWindow(model), calls.err());
    assertTrue(calls.err().contains("The window needs a display and GTK 3"), calls.err());
    assertTrue(calls.out().contains("•"), calls.out());
    assertEquals(3, calls.out().lines().filter(line -> line.contains(" → ")).count());
    assertTrue(Files.exists(model));
    assertEquals(1, calls.withoutWindow(model, file("nothing.csv")));
    assertTrue(calls.err().contains("nothing.csv” is not a known command"), calls.err());
  }
}
