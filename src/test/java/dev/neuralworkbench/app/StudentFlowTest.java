package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a judgement, as a student goes: every step with mouse or keyboard. */
class StudentFlowTest {

  private static final Path IRIS = Path.of("src", "test", "resources", "data", "iris.csv");

  @TempDir private Path folder;

  @Test
  void dataAreOpenedTargetAndNetworkChosenTrainedAndJudged() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      window.dialogs.data = Optional.of(IRIS);
      robot.click("#open-data");
      robot.waitForText("#data-facts", "150 rows · 5 columns");

      robot.click("#column-0-role");
      robot.clickText("Target");
      robot.waitForText("#preparation-target", "sepal_length_cm");
      robot.waitForText("#preparation-targetKind", "Regression");
      robot.choose("#preparation-target", "species");
      robot.waitForText("#column-0-role", "Input");
      robot.waitForText("#preparation-targetKind", "Classification");

      robot.choose("#preset", "Softmax regression");
      robot.waitForText("#network-parameters", "15 weights and biases"); // 4 × 3 and 3.
      assertFalse(robot.shows("#network-hidden-0-units"));
      robot.click("#add-layer");
      robot.enter("#network-hidden-0-units", "6");
      robot.choose("#network-hidden-0-activation", "ReLU");
      robot.waitForText("#network-parameters", "51 weights and biases"); // 30 and 21.
      robot.waitForText("#preset", "Custom");
      robot.choose("#training-optimizer", "Adam");
      robot.enter("#training-optimizer-learningRate", "0.02");
      robot.enter("#training-batchSize", "16");
      robot.enter("#training-stopping-epochs", "60");
      robot.click("#train");
      robot.waitForText("#run-state", "Finished");
      robot.waitForText("#live-state", "Finished: all 60 epochs done");

      robot.shortcut(KeyCode.DIGIT3);
      robot.click("#evaluate-test");
      robot.waitForText("#evaluate-count", "test rows");
      var rows = Integer.parseInt(robot.text("#evaluate-count").split(" ", 2)[0]);
      var right = 0;
      var all = 0;
      for (var actual = 0; actual < 3; actual++) {
        for (var predicted = 0; predicted < 3; predicted++) {
          var count = Integer.parseInt(robot.text("#confusion-" + actual + "-" + predicted));
          all += count;
          right += actual == predicted ? count : 0;
        }
      }
      assertEquals(rows, all);
      assertTrue(rows >= 21 && rows <= 24, "15 % of 150, a share of each class");
      var accuracy = Double.parseDouble(robot.text("#evaluate-accuracy"));
      assertEquals((double) right / all, accuracy, 5e-4);
      assertTrue(accuracy > 0.7, "far above a third: " + accuracy);
    }
  }
}
