package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Rows;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionFileTest {

  @TempDir Path folder;

  private static final Costs COSTS =
      new Costs(List.of(List.of(0.0, 1.0, 2.5), List.of(30.0, 0.0, 77.0), List.of(1.0, 0.1, 0.0)));

  private Path saved(Document document, @Nullable Decision decision) throws Exception {
    var file = folder.resolve("m.nnw");
    var model = Objects.requireNonNull(document.trained());
    ModelFile.write(file, document.withTrained(model.withDecision(decision)), "test");
    return file;
  }

  private static long version(Path file) throws IOException {
    var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    return json.get("version").getAsLong();
  }

  @Test
  void aDecisionIsKept() throws Exception {
    var circles = TrainedDocuments.circles();
    var before = version(saved(circles, null));
    for (var found : new Rows[] {null, Rows.VALIDATION, Rows.CROSS_VALIDATION}) {
      var threshold = new Threshold(0, 0.1 + 0.2, found, null);
      var file = saved(circles, threshold);
      assertEquals(4, version(file));
      assertEquals(threshold, decision(file));
    }
    for (var aim : List.of(new Aim(Score.F1, 1, 1), new Aim(Score.COSTS, 0.1 + 0.2, 7))) {
      var threshold = new Threshold(1, 0.25, Rows.VALIDATION, aim);
      var file = saved(circles, threshold);
      assertEquals(4, version(file));
      assertEquals(threshold, decision(file));
    }
    var file = saved(TrainedDocuments.iris(), COSTS);
    assertEquals(4, version(file));
    assertEquals(COSTS, decision(file));
    assertTrue(before < 4);
    assertNull(decision(saved(circles, null)), "as before");
    assertEquals(before, version(saved(circles, null)));
  }

  private static @Nullable Decision decision(Path file) throws ModelFormatException {
    return Objects.requireNonNull(ModelFile.read(file).trained()).decision();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "threshold": 0.25 | "threshold": 1     | decision.threshold: 1 is out of range. Above 0, below 1.
          "threshold": 0.25 | "threshold": -0.25 | decision.threshold: -0.25 is out of range. Above 0, below 1.
          "threshold": 0.25 | "threshold": "x"   | decision.threshold: expected a number
          "threshold": 0.25 | "threshold": 1e999 | decision.threshold
          "positive": 1     | "positive": 2      | decision.positive
          "positive": 1     | "positive": 0.5    | decision.positive
          "found": "validation" | "found": "test" | decision.found: expected one of validation, cross_validation
          "type": "threshold" | "type": "costs"  | decision
          "type": "threshold" | "type": "dense"  | decision
          """)
  void aWrongThresholdIsRefusedInWords(String said, String wrong, String sentence)
      throws Exception {
    var file = saved(TrainedDocuments.circles(), new Threshold(1, 0.25, Rows.VALIDATION, null));
    assertRefused(file, said, wrong, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "falsePositive": 5.0 | "falsePositive": -5 | decision.aim.falsePositive: -5 is out of range.
          "falseNegative": 1.0 | "falseNegative": 1e10 | decision.aim.falseNegative: 10,000,000,000 is
          "score": "costs"   | "score": "mcc"   | decision.aim.score: expected one of f1, accuracy
          """)
  void aWrongAimIsRefusedInWords(String said, String wrong, String sentence) throws Exception {
    var aim = new Aim(Score.COSTS, 5, 1);
    var file = saved(TrainedDocuments.circles(), new Threshold(1, 0.25, Rows.VALIDATION, aim));
    assertRefused(file, said, wrong, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.5 | -2.5        | decision.costs[0][2]: -2.5 is out of range. From 0 to
          77 | 1e10        | decision.costs[1][2]: 10,000,000,000 is out of range. From 0 to
          0.1 | null        | decision.costs
          0.1 | 0.1, 3      | decision.costs[2]: Expected 3 costs, one for each class; found 4.
          """)
  void wrongCostsAreRefusedInWords(String said, String wrong, String sentence) throws Exception {
    var file = saved(TrainedDocuments.iris(), COSTS);
    var text = Files.readString(file);
    var at = text.indexOf("\"costs\"");
    var tail =
        text.substring(at).replaceFirst("\\b" + said.replace(".", "\\.") + "(\\.0)?\\b", wrong);
    Files.writeString(file, text.substring(0, at) + tail);
    assertSentence(file, sentence);
  }

  @Test
  void aThresholdNeedsTwoClasses() throws Exception {
    var file = saved(TrainedDocuments.iris(), new Threshold(1, 0.25));
    assertSentence(file, "decision: A threshold needs 2 classes; the target has 3. Set costs");
    var numbers = saved(TrainedDocuments.diabetes(), new Threshold(1, 0.25));
    assertSentence(numbers, "decision");
  }

  private static void assertRefused(Path file, String said, String wrong, String sentence)
      throws Exception {
    var text = Files.readString(file);
    var at = text.lastIndexOf("\"decision\"");
    assertTrue(text.indexOf(said, at) > 0, said);
    Files.writeString(file, text.substring(0, at) + text.substring(at).replace(said, wrong));
    assertSentence(file, sentence);
  }

  private static void assertSentence(Path file, String sentence) {
    var thrown = assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
    var found = Sentences.of(Locale.ENGLISH).sentence(thrown.problem());
    assertTrue(found.contains(sentence), found);
  }
}
