package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BestThresholdTest {

  private static final Map<String, Aim> AIMS =
      Map.of(
          "f1",
          new Aim(Score.F1, 1, 1),
          "accuracy",
          new Aim(Score.ACCURACY, 1, 1),
          "youden",
          new Aim(Score.YOUDEN, 1, 1),
          "costs",
          new Aim(Score.COSTS, 1.5, 6));

  /** Of thresholds that are as good and as near to ½ any will do. */
  @Test
  void itIsTheBestOfAllThatScikitLearnScores() throws IOException {
    var cases = Files.readString(Path.of("src/test/resources/reference/thresholds.json"));
    for (var one : JsonParser.parseString(cases).getAsJsonArray()) {
      var of = one.getAsJsonObject();
      var said =
          of.getAsJsonArray("probabilities").asList().stream()
              .mapToDouble(JsonElement::getAsDouble)
              .toArray();
      var positive = new boolean[said.length];
      for (var row = 0; row < positive.length; row++) {
        positive[row] = of.getAsJsonArray("positive").get(row).getAsBoolean();
      }
      for (var aim : AIMS.entrySet()) {
        var expected = of.getAsJsonObject(aim.getKey());
        var best = BestThreshold.of(said, positive, aim.getValue());
        assertEquals(expected.get("value").getAsDouble(), best.value(), 1e-12, aim.getKey());
        assertTrue(
            expected.getAsJsonArray("thresholds").asList().stream()
                .anyMatch(it -> Math.abs(it.getAsDouble() - best.threshold()) < 1e-12),
            () -> best + " of " + expected);
        var again = BestThreshold.value(said, positive, best.threshold(), aim.getValue());
        assertEquals(best.value(), again);
      }
    }
  }

  @Test
  void itIsBelowOneWhereNoNumberIsBetween() {
    var said = new double[] {Math.nextDown(1.0), 1, Double.MIN_VALUE, 0};
    var positive = new boolean[] {false, true, false, false};
    for (var aim : AIMS.values()) {
      var best = BestThreshold.of(said, positive, aim);
      assertTrue(best.threshold() > 0 && best.threshold() < 1, best.toString());
      assertEquals(best.value(), BestThreshold.value(said, positive, best.threshold(), aim));
    }
  }

  @Test
  void aThresholdThatTakesNoRowForPositiveHasAnF1OfZero() {
    assertEquals(0, new Aim(Score.F1, 1, 1).of(0, 0, 0, 3));
    assertEquals(0, new Aim(Score.F1, 1, 1).of(0, 0, 2, 3));
  }
}
