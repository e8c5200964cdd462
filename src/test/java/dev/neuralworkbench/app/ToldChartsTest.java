package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.testing.Spoken;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.curve.CurveChart;
import java.util.Comparator;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the charts of the window say is what they show. */
class ToldChartsTest extends WindowCase {

  private static final Pattern SHARE = Pattern.compile("(\\d+)%");

  @BeforeEach
  void train() {
    window.train();
  }

  @Test
  void curvesPictureAndRowsAreToldWithTheirNumbers() {
    window.robot.waitUntil("the curves", () -> told("#live-loss").contains("Validation"));
    assertEquals(lossOfTheSavedNumbers(), FxThread.call(() -> told("#live-loss")));
    window.robot.waitUntil("the picture", () -> told("#picture").contains("Predictions by"));
    var picture = FxThread.call(() -> told("#picture"));
    assertTrue(picture.contains(": x2 from "), picture);
    assertTrue(picture.contains(" on the vertical axis, x1 from "), picture);
    var sum = SHARE.matcher(picture).results().mapToInt(it -> Integer.parseInt(it.group(1))).sum();
    assertEquals(100, sum, 1, picture);
    window.robot.shortcut(KeyCode.DIGIT1);
    window.robot.find("#data-table");
    assertEquals("Table rows: 300 rows, 3 columns", FxThread.call(() -> told("#data-table")));
    window.robot.waitUntil("points", () -> told("#scatter").contains(" 300 points"));
  }

  @Test
  void theConfusionMatrixIsToldByItsCells() {
    window.robot.shortcut(KeyCode.DIGIT3);
    window.robot.find("#confusion-1-1");
    var cells = new int[4];
    for (var i = 0; i < 4; i++) {
      cells[i] = Integer.parseInt(window.robot.text("#confusion-" + i / 2 + "-" + i % 2));
    }
    var rows = cells[0] + cells[1] + cells[2] + cells[3];
    assertTrue(window.robot.text("#evaluate-count").contains(rows + " validation rows"));
    var told =
        FxThread.call(
            () ->
                Showing.nodes().stream()
                    .filter(it -> it instanceof Label label && isHeading(label))
                    .map(it -> Spoken.of(it).name())
                    .findFirst()
                    .orElseThrow());
    var right = cells[0] + cells[3];
    var start = "Confusion matrix, 2 classes, %d rows: %d correct.".formatted(rows, right);
    assertTrue(told.startsWith(start), told);
    var worst = Math.max(cells[1], cells[2]);
    assertTrue(worst == 0 ? told.equals(start) : told.contains(", " + worst + " time"), told);
  }

  private static boolean isHeading(Label label) {
    return label.getText().equals("Confusion matrix");
  }

  private String told(String id) {
    return Spoken.of(window.scene().lookup(id)).name();
  }

  /** The same sentence from the numbers that the chart saves as a table. */
  private String lossOfTheSavedNumbers() {
    var chart = (CurveChart) window.scene().lookup("#live-loss");
    var lines =
        FxThread.call(() -> chart.numbers().csv()).lines().map(line -> line.split(",")).toList();
    var names = lines.getFirst();
    var rows = lines.subList(1, lines.size());
    var sentence = new StringBuilder("Loss over " + rows.size() + " epochs.");
    for (var column = 1; column < names.length; column++) {
      var at = column;
      var byLoss = Comparator.comparingDouble((String[] row) -> Double.parseDouble(row[at]));
      var least = rows.stream().min(byLoss).orElseThrow();
      var greatest = rows.stream().max(byLoss).orElseThrow();
      sentence.append(
          " %s: last %s, lowest %s at epoch %s, highest %s at epoch %s."
              .formatted(
                  names[at],
                  rounded(rows.getLast()[at]),
                  rounded(least[at]),
                  least[0],
                  rounded(greatest[at]),
                  greatest[0]));
    }
    return sentence.toString();
  }

  private static String rounded(String number) {
    return Numbers.rounded(Double.parseDouble(number), 3);
  }
}
