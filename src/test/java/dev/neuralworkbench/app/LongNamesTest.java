package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.Shortened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files, columns and classes that are longer than anybody planned. */
@Tag("thorough")
class LongNamesTest {

  private static final List<String> CLASSES =
      List.of(
          "a class with a name that is so long that no table would show it in full",
          "short",
          "第二个名字也相当长的类别，写在实验室的报告里");

  @TempDir private Path folder;

  @Test
  void nothingIsPushedOutOfTheWindow() throws IOException {
    var lines =
        new ArrayList<>(
            List.of(
                "the temperature of the water at the inlet of the second heat exchanger,pressure,"
                    + "kind of the sample as the laboratory described it in its own words"));
    for (var row = 0; row < 60; row++) {
      lines.add(row + "," + row * row % 7 + "," + CLASSES.get(row % 3));
    }
    var name = "a very long name that somebody gave to the measurements of the third quarter.csv";
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      window.dialogs.data = Optional.of(Files.write(folder.resolve(name), lines));
      robot.shortcut(KeyCode.O);
      robot.waitForText("#status-facts", "60 rows");
      window.train();
      for (var screen = 1; screen <= 5; screen++) {
        robot.shortcut(KeyCode.getKeyCode(String.valueOf(screen)));
        robot.frames(20);
        var cut = new ArrayList<>(FxThread.call(() -> ClippingCheck.clipped(window.scene())));
        // A name that is shortened with dots is told in its tooltip.
        cut.removeIf(text -> text.startsWith("shortened"));
        assertEquals(List.of(), cut, "screen " + screen);
      }
      robot.click("#predict-rows-data");
      robot.waitForText("#predict-rows-facts", "60 rows");
      robot.click("#predict-fill");
      robot.waitForText("#predict-actual", "a class with a name");
      FxThread.run(() -> window.stage.setHeight(640));
      robot.frames(20);
      var low = new ArrayList<>(FxThread.call(() -> ClippingCheck.clipped(window.scene())));
      low.removeIf(text -> text.startsWith("shortened"));
      assertEquals(List.of(), low, "a low window");
      assertTrue(
          FxThread.call(() -> window.scene().lookup("#predict-bars .bar")) instanceof Region bar
              && bar.getWidth() > 20,
          "bars keep room beside their names");
    }
  }

  @Test
  void beginningAndEndOfANameAreKept() {
    assertEquals("iris.csv", Shortened.middle("iris.csv", 8));
    assertEquals("abcdefgh\u2026wxyz", Shortened.middle("abcdefghijklmnopqrstuvwxyz", 13));
    assertEquals("第二\u2026", Shortened.end("第二个名字", 2));
  }
}
