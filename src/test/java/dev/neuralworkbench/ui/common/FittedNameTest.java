package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import java.util.HashSet;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class FittedNameTest {

  private static final List<String> GLASS = List.of("build wind float", "build wind non-float");

  @Test
  void namesAreAsLongAsTheirRoomAllowsAndStayApart() {
    assertEquals(GLASS, shown(400));
    for (var width = 140; width >= 100; width -= 10) {
      assertEquals(2, new HashSet<>(shown(width)).size(), shown(width) + " in " + width);
    }
  }

  /** The texts in a window of a width, in which none is cut off. */
  private static List<String> shown(double width) {
    return FxThread.call(
        () -> {
          var names = FittedName.of(GLASS, 20);
          var column = new VBox();
          column.getChildren().setAll(names);
          var stage = new Stage();
          stage.setScene(new Scene(column, width, 100));
          new Theme(Appearance.LIGHT).dress(stage.getScene());
          stage.show();
          stage.setWidth(width);
          column.resize(width, 100);
          column.layout();
          names.forEach(FittedName::layout);
          assertEquals(List.of(), ClippingCheck.clipped(stage.getScene()));
          stage.hide();
          return names.stream().map(FittedName::getText).toList();
        });
  }
}
