package dev.neuralworkbench.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.study.CrossValidationResult;
import dev.neuralworkbench.study.CrossValidationResult.FoldResult;
import dev.neuralworkbench.study.vary.Study;
import dev.neuralworkbench.study.vary.StudyException;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import dev.neuralworkbench.study.vary.StudySummary;
import dev.neuralworkbench.study.vary.Variation;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many runs, printed: mean and deviation as NumPy has them, with n − 1. */
class StudyTextTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  /** The parts of the reference case as if they were folds: 32, 16 and 19 rows. */
  private static CrossValidationResult folds() {
    var folds = new ArrayList<FoldResult>();
    for (var part : RowPart.values()) {
      var judged = ReferenceCase.KIND.judged(part);
      folds.add(new FoldResult(0, folds.size(), 48, 0, judged, 40, StopReason.COMPLETED));
    }
    return new CrossValidationResult(Metric.of(ProblemType.CLASSIFICATION), folds);
  }

  @Test
  void crossValidationHasTheScoreOfEachFoldTheirMeanAndTheirDeviation() {
    var json = JsonParser.parseString(StudyText.json(folds()).toString()).getAsJsonObject();
    assertEquals(3, json.get("runs").getAsInt());
    for (var metric : List.of("accuracy", "log_loss", "auc")) {
      var expected =
          Stream.of(RowPart.values())
              .mapToDouble(it -> ReferenceCase.KIND.expected(it).get(metric).getAsDouble())
              .toArray();
      var found = json.getAsJsonObject(metric);
      for (var i = 0; i < 3; i++) {
        assertEquals(expected[i], found.getAsJsonArray("folds").get(i).getAsDouble(), 1e-5, metric);
      }
      var mean = DoubleStream.of(expected).average().orElseThrow();
      var squares = DoubleStream.of(expected).map(it -> (it - mean) * (it - mean)).sum();
      assertEquals(mean, found.get("mean").getAsDouble(), 1e-5);
      assertEquals(Math.sqrt(squares / 2), found.get("deviation").getAsDouble(), 1e-5);
    }
    // 23 of 32, 13 of 16, 13 of 19.
    assertEquals(
        WORDS.text("cli.study.folds", WORDS.text("study.metric.accuracy"), "0.7385", "0.066", 3),
        StudyText.lines(folds(), WORDS).lines().findFirst().orElseThrow());
  }

  /** Three runs of a setting, five of another, so that nothing of one fits the other. */
  private static StudyRunsText study() throws StudyException {
    var base = Defaults.experiment(BundledSample.IRIS.table());
    var settings = Study.grid(List.of(Variation.read("learning-rate=0.1,0.2")));
    var runs = new Study(base, settings, 5, false).runs();
    var scores = new double[][] {{0.61, 0.7, 0.65}, {0.8, 0.9, 0.85, 0.75, 0.95}};
    var rows = new ArrayList<StudyRow>();
    for (var setting = 0; setting < 2; setting++) {
      for (var seed = 0; seed < scores[setting].length; seed++) {
        var result =
            new RunResult(40, 30, 0.5, 0.6, 0.99, scores[setting][seed], 1, StopReason.COMPLETED);
        rows.add(new StudyRow(runs.get(5 * setting + seed), result));
      }
    }
    return new StudyRunsText(StudySummary.of(rows, 1), base);
  }

  @Test
  void settingsOfUnequalCountsOfSeedsHaveTheirOwnMeanAndDeviation() throws StudyException {
    var json = JsonParser.parseString(study().json().toString()).getAsJsonObject();
    var means = List.of(1.96 / 3, 0.85);
    var deviations = List.of(0.04509249752822894, 0.07905694150420947);
    for (var i = 0; i < 2; i++) {
      var found = json.getAsJsonArray("settings").get(i).getAsJsonObject();
      assertEquals(i == 0 ? "0.1" : "0.2", found.get("learning-rate").getAsString());
      assertEquals(i == 0 ? 3 : 5, found.get("runs").getAsInt());
      assertEquals(means.get(i), found.get("mean").getAsDouble(), 1e-12);
      assertEquals(deviations.get(i), found.get("deviation").getAsDouble(), 1e-12);
    }
    assertEquals("0.2", json.getAsJsonObject("best").get("learning-rate").getAsString());
    assertEquals(0.85 - 1.96 / 3, json.get("lead").getAsDouble(), 1e-12);
    var lines = study().lines(WORDS).lines().toList();
    assertEquals(
        List.of(
            WORDS.text("cli.study.line", "learning-rate=0.1", "0.6533", "0.045", 3),
            WORDS.text("cli.study.line", "learning-rate=0.2", "0.85", "0.079", 5)),
        lines.subList(1, 3));
  }
}
