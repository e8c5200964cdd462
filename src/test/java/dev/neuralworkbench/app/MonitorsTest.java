package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.chart.curve.CurveChart;
import java.util.List;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers that tell how a training fares, one choice at a time beside the loss. */
@Tag("thorough")
class MonitorsTest extends WindowCase {

  @BeforeEach
  void train() {
    window.robot.choose("#preset", "Small network");
    window.train();
  }

  @Test
  void gradientOfEachLayerIsACurveOverTheWholeRun() {
    choose("Gradient norm");
    window.robot.waitUntil("the curves", () -> lines().size() > 60);
    var lines = FxThread.call(this::lines);
    assertEquals("Epoch,Hidden 1,Output", lines.getFirst());
    assertTrue(lines.get(1).startsWith("0,"), lines.get(1));
    assertTrue(lines.getLast().startsWith("200,"), lines.getLast());
    choose("Update ratio");
    assertTrue(FxThread.call(this::lines).size() > 60);
  }

  @Test
  void learningRateIsThatOfTheHistory() {
    choose("Learning rate");
    assertEquals(
        List.of("Epoch,Learning rate", "1,0.03"), FxThread.call(this::lines).subList(0, 2));
  }

  @Test
  void networkWithoutReluSaysThatNothingWillShow() {
    choose("Dead ReLUs");
    assertEquals(List.of("Epoch"), FxThread.call(this::lines));
    choose("Saturated units");
    window.robot.waitUntil("the curve", () -> lines().size() > 60);
    assertEquals("Epoch,Hidden 1", FxThread.call(this::lines).getFirst());
  }

  @Test
  void weightsAreCountedLayerByLayer() {
    choose("Weights");
    window.robot.find("#live-weights");
    window.robot.choose("#live-weights-layer", "Output");
    window.robot.waitForText("#live-weights-layer", "Output");
    choose("Accuracy");
    window.robot.find("#live-score");
  }

  /** Also after the garbage collector has run, which takes what only listeners hold. */
  @Test
  void theScaleThatIsUsedIsTheOneThatIsPressed() {
    System.gc();
    choose("Gradient norm");
    assertTrue(((ToggleButton) window.robot.find("#live-score-log")).isSelected());
  }

  private void choose(String name) {
    window.robot.click("#live-monitor");
    window.robot.clickText(name);
    window.robot.waitForText("#live-monitor", name);
  }

  private List<String> lines() {
    return ((CurveChart) window.scene().lookup("#live-score")).numbers().csv().lines().toList();
  }
}
