package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class NoOutputTest {

  private final NoOutput guard = new NoOutput();

  @Test
  void printedLineFailsTheTest() {
    System.out.println("printed");
    assertTrue(failure().contains("printed"));
  }

  @Test
  void loggedWarningFailsTheTest() {
    Logger.getLogger("dev.neuralworkbench.testing").warning("logged");
    assertTrue(failure().contains("logged"));
  }

  @Test
  void styleSheetThatCannotBeParsedFailsTheTest() {
    layOutWith(".label { -fx-padding: ; }");
    assertTrue(failure().contains("CSS Error"));
  }

  @Test
  void colourThatIsNotDefinedFailsTheTest() {
    layOutWith(".label { -fx-text-fill: -color-that-is-missing; }");
    assertTrue(failure().contains("-color-that-is-missing"));
  }

  @Test
  void uncaughtErrorOnTheJavaFxThreadFailsTheTest() {
    FxThread.run(() -> {});
    Platform.runLater(
        () -> {
          throw new IllegalStateException("uncaught");
        });
    FxThread.run(() -> {});
    assertTrue(failure().contains("uncaught"));
  }

  @Test
  void rightStyleSheetPasses() {
    layOutWith(".label { -fx-text-fill: red; }");
    guard.afterEach(null);
  }

  private String failure() {
    try {
      guard.afterEach(null);
    } catch (AssertionError e) {
      assertEquals("", NoOutput.takePrinted());
      return e.getMessage();
    }
    throw new AssertionError("Expected the guard to fail this test");
  }

  private static void layOutWith(String css) {
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    FxThread.run(
        () -> {
          var scene = new Scene(new Label("text"));
          scene
              .getStylesheets()
              .add("data:text/css;base64," + Base64.getEncoder().encodeToString(bytes));
          scene.getRoot().applyCss();
        });
  }
}
