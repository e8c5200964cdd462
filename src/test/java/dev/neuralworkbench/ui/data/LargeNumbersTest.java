package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Amounts of money, beside a table that takes all the room it can get. */
@Tag("thorough")
class LargeNumbersTest {

  private static final int COLUMNS = 16;
  private static final int ROWS = 3_201;

  private final UserRobot robot = new UserRobot();

  @ParameterizedTest
  @EnumSource(Language.class)
  void factsOfAColumnShowInFullHoweverNarrowTheirPanelIs(Language language) {
    var words = Sentences.of(language);
    var document = Document.of(DataReference.of(BundledSample.IRIS));
    try (var window = new DataWindow(document, robot, _ -> words, language)) {
      FxThread.run(() -> window.sources.openText("money", money()));
      robot.waitForText("#data-name", "money");
      robot.waitUntil("facts of the column", () -> window.scene().lookup("#column-range") != null);
      for (var width : new int[] {660, 800, 980, 1500}) {
        FxThread.run(() -> window.scene().getWindow().setWidth(width));
        robot.frames(4);
        assertTrue(robot.text("#column-range").contains("2,767,891,499"));
        assertEquals(
            List.of(),
            FxThread.call(() -> ClippingCheck.clipped(window.scene())),
            "width " + width);
        assertTrue(
            FxThread.call(() -> right(window, "#column-histogram") <= right(window, "#data-about")),
            "chart at " + width);
      }
    }
  }

  private static double right(DataWindow window, String id) {
    var node = (Region) window.scene().lookup(id);
    return node.localToScene(node.getBoundsInLocal()).getMaxX();
  }

  private static String money() {
    var text = new StringBuilder();
    for (var column = 0; column < COLUMNS; column++) {
      text.append(column == 0 ? "" : ",").append("gross of the year ").append(column);
    }
    for (var row = 0; row < ROWS; row++) {
      text.append('\n');
      for (var column = 0; column < COLUMNS; column++) {
        text.append(column == 0 ? "" : ",")
            .append(Math.round(2_767_891_499.0 * Math.pow(row / (ROWS - 1.0), 3)));
      }
    }
    return text.append('\n').toString();
  }
}
