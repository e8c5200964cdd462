package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("display")
class DisplayTest {

  @Test
  void windowIsWiderThanTheScreenOfTheHeadlessPlatform() {
    double width =
        FxThread.call(
            () -> {
              var stage = new Stage();
              stage.setScene(new Scene(new Pane(), 1280, 800));
              stage.show();
              double shown = stage.getScene().getWidth();
              stage.close();
              return shown;
            });
    assertTrue(width > 1000, "width " + width);
  }
}
