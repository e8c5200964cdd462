package dev.neuralworkbench.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.baseline.Baseline.LeastSquares;
import dev.neuralworkbench.baseline.Baseline.LogisticRegression;
import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.cli.print.StudyText;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.report.Report;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.CrossValidationResult;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.DealtFolds;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.ui.evaluation.ShownScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A score has one definition: each number of a score that Evaluate, {@code evaluate}, a report, a
 * run or a cross-validation has is what comes of the model file and the rows when they are worked
 * out again, in double and by other code, within 1e-5 of it; of R², within 1e-5 of the ratio that
 * it is 1 less.
 *
 * <p>A network and its prepared rows are floats. Where these cannot hold what a score is made of,
 * it is met as far as their rounding goes, worked out beside the number: probabilities that a
 * squared error saturated, which have no logits, and targets that are left far from 0 beside how
 * far they spread.
 */
@Tag("thorough")
class ScoresEverywhereTest {

  private static final int DOCUMENTS = 205;
  private static final double NEAR = 1e-5;

  /** Trained losses are logarithms of products of 1 + e, which are rounded as doubles at 1 are. */
  private static final double TRAINED = 0x1p-52;

  private final List<String> wrong = new ArrayList<>();
  private final Sentences words = Sentences.of(Locale.ENGLISH);
  private final Calls calls = new Calls(Locale.ENGLISH);
  private int compared;
  private int rounded; // of these, met only as far as floats go
  private String of = "";
  private boolean isLogits; // of the document

  @TempDir private Path folder;

  @Test
  void everyNumberOfAScoreIsWhatFileAndRowsSay() throws Exception {
    for (var seed = 0; seed < DOCUMENTS; seed++) {
      var drawn = DrawnDocument.of(seed, folder);
      of = "document " + seed + (drawn.edited() ? ", edited" : "");
      var file = read(drawn.model());
      isLogits = OwnScores.loss(file).ownsOutputFunction();
      screen(drawn, file);
      command(drawn, file, seed);
      report(drawn, file);
      if (!drawn.edited()) {
        run(drawn, file);
      }
      if (seed % 20 == 0) {
        crossValidation(drawn);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(compared > 10_000, "compared " + compared);
    assertTrue(rounded < compared / 50, rounded + " of " + compared + " as floats round");
  }

  private static JsonObject read(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static OwnScores own(DrawnDocument drawn, JsonObject file, int[] rows) {
    return OwnScores.of(file, drawn.rows(), rows);
  }

  private static RowSplit split(DrawnDocument drawn) {
    return RowSplit.of(drawn.trained().experiment().preparation(), drawn.rows());
  }

  /** Evaluate: the numbers, and their digits as they are written. */
  private void screen(DrawnDocument drawn, JsonObject file) {
    var shown = new ShownScores(drawn.document());
    for (var part : RowPart.values()) {
      var rows = split(drawn).rows(part);
      if (rows.length == 0) {
        continue;
      }
      var there = shown.of(part).orElseThrow();
      var own = own(drawn, file, rows);
      var where = "screen, " + part;
      scores(where, there.network(), own);
      texts(where, there.network(), own);
      scores(where + ", constant", there.constant(), constant(drawn, file, rows));
      var linear = linear(drawn, part);
      if (linear != null) {
        scores(where + ", linear", Objects.requireNonNull(there.linear()), linear);
      }
      for (var i = 0; i < there.roc().size(); i++) {
        var c = there.roc().get(i);
        compare(where + ", ROC of " + c, there.areas().get(i), own.areas().get(c), 0);
      }
    }
  }

  private void scores(String where, Scores shown, OwnScores own) {
    assertEquals(own.rows(), shown.rows());
    for (var metric : metrics(own)) {
      var slack = slack(metric.id());
      compare(where + ", " + metric.id(), metric.of(shown), own.get(metric.id()), slack);
    }
    if (shown instanceof Scores.OfClasses classes && own.isClear()) {
      var matrix = classes.confusion();
      compare(
          where + ", precision",
          ClassScore.PRECISION.of(matrix, Average.MACRO),
          own.get("precision"),
          0);
      compare(
          where + ", recall", ClassScore.RECALL.of(matrix, Average.MACRO), own.get("recall"), 0);
      compare(where + ", f1", ClassScore.F1.of(matrix, Average.MACRO), own.get("f1"), 0);
    }
  }

  private void texts(String where, Scores shown, OwnScores own) {
    for (var metric : metrics(own)) {
      var number = own.get(metric.id());
      var digit = metric.isInUnits() ? lastDigit(number.value()) : 0.001;
      var text = ShownScores.text(metric, shown);
      compare(where + ", written " + metric.id(), number(text), number, 0.501 * digit);
    }
  }

  /** The command line: a part of the rows, or the whole file as if it were another. */
  private void command(DrawnDocument drawn, JsonObject file, int seed) {
    var split = split(drawn);
    command(drawn, file, split.test().length > 0 ? "test" : "training", seed % 2 == 0);
    var asked = IntStream.range(0, drawn.rows().rows()).filter(row -> isAsked(drawn, file, row));
    var all = asked.toArray();
    var used = split.training().length + split.validation().length + split.test().length;
    if (seed % 4 == 0 && used == all.length) {
      command(drawn, file, "all", false);
    }
  }

  private static boolean isAsked(DrawnDocument drawn, JsonObject file, int row) {
    var target = file.getAsJsonObject("preprocessor").getAsJsonObject("target");
    return !Objects.requireNonNull(drawn.rows().column(target.get("name").getAsString()))
        .isMissing(row);
  }

  private void command(DrawnDocument drawn, JsonObject file, String part, boolean written) {
    var rows =
        part.equals("all")
            ? IntStream.range(0, drawn.rows().rows())
                .filter(row -> isAsked(drawn, file, row))
                .toArray()
            : split(drawn).rows(RowPart.valueOf(part.toUpperCase(Locale.ROOT)));
    var own = own(drawn, file, rows);
    var model = drawn.model().toString();
    var table = drawn.table().toString();
    var call = List.of("evaluate", model, table, "--portable", "--rows", part, "--json");
    assertEquals(0, calls.call(call.toArray(String[]::new)), () -> of + calls.err());
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    var where = "evaluate --json, " + part;
    assertEquals(own.rows(), json.get("rows").getAsInt());
    for (var name : own.numbers().keySet()) {
      var isMean = List.of("precision", "recall", "f1").contains(name);
      if ((own.isClear() || !isMean) && (!part.equals("all") || !name.equals("loss"))) {
        compare(where + ", " + name, number(json, name), own.get(name), slack(name));
      }
    }
    if (own.isClear() && json.has("confusion")) {
      assertEquals(own.confusion().toString(), matrix(json), of + where);
    }
    if (written) {
      assertEquals(0, calls.call(call.subList(0, 6).toArray(String[]::new)));
      lines(own, "evaluate, " + part);
    }
  }

  /** The first table of the text: a line for each score, the network's first. */
  private void lines(OwnScores own, String where) {
    for (var metric : metrics(own)) {
      var start = words.text(metric.nameKey()) + "  ";
      var line = calls.out().lines().filter(it -> it.startsWith(start)).findFirst().orElseThrow();
      var number = own.get(metric.id());
      var digit = metric.isInUnits() ? lastDigit(number.value()) : 1e-4;
      var text = line.substring(start.length()).strip().replaceFirst("  +.*", "");
      compare(where + ", written " + metric.id(), number(text), number, 0.501 * digit);
    }
  }

  /** The report's table of scores. */
  private void report(DrawnDocument drawn, JsonObject file) {
    var split = split(drawn);
    var rows =
        Stream.of(split.test(), split.validation(), split.training())
            .filter(it -> it.length > 0)
            .findFirst()
            .orElseThrow();
    var own = own(drawn, file, rows);
    var page = Report.page(drawn.document(), new PortableProducts(), null, words, "test");
    for (var metric : metrics(own)) {
      var name = Pattern.quote(words.text(metric.nameKey()));
      var cell = Pattern.compile("<th>" + name + "</th>\\s*<td>([^<]*)</td>").matcher(page);
      assertTrue(cell.find(), of + ": no " + name);
      var number = own.get(metric.id());
      var digit = 0.501 * lastDigit(number.value());
      compare("report, " + metric.id(), number(cell.group(1)), number, digit);
    }
  }

  /** What the list of runs keeps: loss and score of validation rows or folds. */
  private void run(DrawnDocument drawn, JsonObject file) {
    var model = drawn.trained();
    var result = RunResult.of(model);
    var data = PreparedData.of(model.experiment().preparation(), drawn.rows());
    if (model.experiment().training().foldCount() > 0) {
      var own = OwnScores.of(model, drawn.rows(), data.training(), folds(model, data.training()));
      run("folds", result, own);
    } else if (data.validation().rows() > 0) {
      run("run", result, own(drawn, file, split(drawn).validation()));
    }
  }

  private void run(String where, RunResult result, OwnScores own) {
    var score = own.confusion().isEmpty() ? "r2" : "accuracy";
    compare(where + ", loss", number(result.validationLoss()), own.get("loss"), TRAINED);
    compare(where + ", " + score, number(result.validationScore()), own.get(score), slack(score));
  }

  /** Outputs for training rows, each of the network that has not learned it. */
  private static IntFunction<Bounds[]> folds(Model model, Dataset training) {
    var dealt = DealtFolds.of(training, model.experiment().training());
    var networks =
        Objects.requireNonNull(Objects.requireNonNull(model.checkpoint()).folds()).stream()
            .map(it -> OwnNetwork.of(model.experiment().network(), it.predicting()))
            .toList();
    return row -> networks.get(dealt[row]).outputs(OwnScores.inputs(training, row));
  }

  /** Each fold's scores, those of a network that is trained once more. */
  private void crossValidation(DrawnDocument drawn) {
    var folds = 3;
    var drawnExperiment = drawn.trained().experiment();
    var training = drawnExperiment.training().withFolds(0).withBatchSize(0);
    var experiment = drawnExperiment.withTraining(training.withStopping(Stopping.after(5)));
    var study = new CrossValidation(folds, 1);
    if (!study.problems(experiment, drawn.rows()).isEmpty()) {
      return;
    }
    var results = study.run(experiment, drawn.rows(), new PortableProducts(), 1, Progress.NONE);
    var rows = Folds.rows(experiment.preparation(), drawn.rows());
    var divisions = Folds.of(experiment.preparation(), drawn.rows(), rows, folds, 0, false);
    var owns = new ArrayList<OwnScores>();
    for (var fold = 0; fold < folds; fold++) {
      var data = PreparedData.of(experiment.preparation(), drawn.rows(), divisions.get(fold));
      var session =
          TrainingSession.start(
              experiment.network(),
              experiment.training(),
              data.training(),
              data.validation(),
              new PortableProducts());
      session.run(new RunControl());
      var model =
          new Model(experiment, data.preprocessor(), session.weights(), session.history(), null);
      var network = OwnNetwork.of(experiment.network(), model.weights());
      var own =
          OwnScores.of(
              model,
              drawn.rows(),
              data.test(),
              row -> network.outputs(OwnScores.inputs(data.test(), row)));
      scores("fold " + fold, results.folds().get(fold).judgement().network(), own);
      owns.add(own);
    }
    spreads(results, owns);
  }

  /** Mean and standard deviation over the folds, as numbers and in the line that people read. */
  private void spreads(CrossValidationResult results, List<OwnScores> owns) {
    var json = JsonParser.parseString(StudyText.json(results).toString()).getAsJsonObject();
    for (var metric : metrics(owns.getFirst())) {
      var each = owns.stream().map(own -> own.get(metric.id())).toList();
      var there = each.stream().filter(it -> !Double.isNaN(it.value())).toList();
      if (there.size() < 2) {
        continue;
      }
      var mean = there.stream().mapToDouble(Bounds::value).average().orElseThrow();
      var squares = there.stream().mapToDouble(it -> Math.pow(it.value() - mean, 2)).sum();
      var largest = there.stream().mapToDouble(it -> Math.abs(it.value())).max().orElseThrow();
      var rounding = there.stream().mapToDouble(it -> it.most() - it.least()).max().orElseThrow();
      var deviation = Bounds.about(Math.sqrt(squares / (there.size() - 1)), rounding);
      var near = 2 * NEAR * largest + slack(metric.id());
      var shown = json.getAsJsonObject(metric.id());
      var where = "cross-validation, " + metric.id();
      compare(where, number(shown, "mean"), Bounds.about(mean, rounding), near);
      compare(where + " ±", number(shown, "deviation"), deviation, near);
      var start = words.text(metric.nameKey()) + ": ";
      var line =
          StudyText.lines(results, words)
              .lines()
              .filter(it -> it.startsWith(start))
              .findFirst()
              .orElseThrow();
      var written = line.substring(start.length()).split(" ± | over ", -1);
      compare(
          where + ", written",
          number(written[0]),
          Bounds.about(mean, rounding),
          near + 0.501 * lastDigit(mean));
      compare(
          where + " ±, written",
          number(written[1]),
          deviation,
          near + 50.1 * lastDigit(deviation.value()));
    }
  }

  /** The shares of the training rows, or their mean. */
  private static OwnScores constant(DrawnDocument drawn, JsonObject file, int[] wanted) {
    var preprocessor = file.getAsJsonObject("preprocessor");
    var target = preprocessor.getAsJsonObject("target");
    var training = OwnRows.of(preprocessor, drawn.rows(), split(drawn).training());
    var rows = OwnRows.of(preprocessor, drawn.rows(), wanted);
    Bounds[] answer;
    if (rows.numbers().length > 0) {
      var offset = target.get("offset").getAsDouble();
      var scale = target.get("scale").getAsDouble();
      var scaled = Arrays.stream(training.numbers()).map(it -> (it - offset) / scale).toArray();
      var mean = Arrays.stream(scaled).average().orElseThrow();
      var largest = Arrays.stream(scaled).map(Math::abs).max().orElseThrow();
      answer = new Bounds[] {Bounds.about(mean, 2 * OwnNetwork.U * largest)};
    } else {
      answer = new Bounds[target.getAsJsonArray("classes").size()];
      for (var c = 0; c < answer.length; c++) {
        var own = c;
        var count = IntStream.of(training.classes()).filter(it -> it == own).count();
        var share = (double) count / training.classes().length;
        answer[c] = Bounds.about(share, OwnNetwork.U * share);
      }
    }
    var outputs = new Bounds[wanted.length][];
    Arrays.fill(outputs, answer);
    // Shares of the classes were made by no weights that could be taken back.
    var plain = target.deepCopy();
    plain.remove("corrected");
    return OwnScores.of(outputs, rows, plain, Loss.MEAN_SQUARED_ERROR);
  }

  /** The linear model's own weights, in double; null where there is none. */
  private static @Nullable OwnScores linear(DrawnDocument drawn, RowPart part) {
    var model = drawn.trained();
    var data = PreparedData.of(model.experiment().preparation(), drawn.rows());
    var rows = data.rows(part);
    var inputs = rows.inputs().numCols;
    var loss = new Loss[] {Loss.MEAN_SQUARED_ERROR};
    var baseline = Baseline.linear(data.training()).orElse(null);
    var outputs = new Bounds[rows.rows()][];
    for (var row = 0; row < outputs.length; row++) {
      switch (baseline) {
        case LogisticRegression fit -> {
          loss[0] = Loss.CATEGORICAL_CROSS_ENTROPY;
          var classes = ((ClassTargets) rows.targets()).classCount();
          outputs[row] = new Bounds[classes];
          for (var c = 0; c < classes; c++) {
            var z = fit.bias(c);
            for (var i = 0; i < inputs; i++) {
              z += fit.weight(i, c) * rows.inputs().get(row, i);
            }
            outputs[row][c] = Bounds.about(z, OwnNetwork.U * Math.abs(z));
          }
        }
        case LeastSquares fit -> {
          var z = fit.predict(rows.inputs(), row);
          outputs[row] = new Bounds[] {Bounds.about(z, OwnNetwork.U * Math.abs(z))};
        }
        case null, default -> {
          return null;
        }
      }
    }
    var read = model.preprocessor().cleaned(drawn.rows());
    return OwnScores.of(model.preprocessor().target(), read, rows, outputs, loss[0]);
  }

  private static List<Metric> metrics(OwnScores own) {
    return Metric.of(
        own.confusion().isEmpty() ? ProblemType.REGRESSION : ProblemType.CLASSIFICATION);
  }

  private static double slack(String name) {
    return switch (name) {
      case "r2" -> NEAR;
      case "loss" -> TRAINED;
      default -> 0;
    };
  }

  private void compare(String what, double shown, Bounds own, double digit) {
    compared++;
    if (!own.isMet(shown, NEAR, digit)) {
      if (!isLogits && own.mayBe(shown, NEAR, digit)) {
        rounded++;
      } else {
        wrong.add(of + ": " + what + " is " + shown + ", worked out again " + own);
      }
    }
  }

  /** The value of the fourth significant digit, of numbers whose digits before the point show. */
  private static double lastDigit(double number) {
    var size = Math.floor(Math.log10(Math.abs(number)) + 1e-9);
    return number == 0 ? 0 : Math.min(1, Math.pow(10, size - 3));
  }

  private static double number(@Nullable Double number) {
    return number == null ? Double.NaN : number;
  }

  private static double number(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsDouble() : Double.NaN;
  }

  private static double number(String text) {
    return text.equals("–")
        ? Double.NaN
        : Double.parseDouble(text.replace(",", "").replace('\u2212', '-'));
  }

  private static String matrix(JsonObject json) {
    return json.getAsJsonArray("confusion").asList().stream()
        .map(JsonArray.class::cast)
        .map(row -> row.asList().toString())
        .toList()
        .toString();
  }
}
