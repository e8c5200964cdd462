package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class HeadlessScreenTest {

  @Test
  void popupThatReachesBelowTheScreenIsNoFaultOfATest() {
    assumeTrue(System.getProperty("glass.platform", "").equalsIgnoreCase("Headless"));
    var stage = FxThread.call(Stage::new);
    FxThread.run(
        () -> {
          stage.setScene(new Scene(new StackPane(), 400, 300));
          stage.show();
          var popup = new Popup();
          popup.setAutoFix(false);
          var content = new StackPane();
          content.setStyle("-fx-background-color: red");
          content.setMinSize(200, 200);
          popup.getContent().add(content);
          popup.show(stage, 100, 950);
        });
    Frames.pass(5);
    assertTrue(FxThread.call(stage::isShowing));
    FxThread.run(stage::close);
  }

  @Test
  void whatElseIsThrownOnTheThreadIsTold() {
    FxThread.run(
        () ->
            javafx.application.Platform.runLater(
                () -> {
                  throw new IndexOutOfBoundsException("told");
                }));
    Frames.pass(2);
    assertTrue(NoOutput.takePrinted().contains("told"));
  }
}
