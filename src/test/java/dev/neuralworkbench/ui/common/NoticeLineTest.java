package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeLineTest {

  private static final String STATE =
      "Stopped after epoch 103: no improvement for 60 epochs; epoch 43 restored";

  private final SimpleStringProperty state = new SimpleStringProperty(STATE);
  private final SimpleStringProperty said = new SimpleStringProperty("");
  private Label goingOn;
  private NoticeLine line;
  private Stage stage;

  @BeforeEach
  void open() {
    FxThread.run(
        () -> {
          line = new NoticeLine(new Messages(Sentences::of, Language.ENGLISH));
          goingOn = NoticeLine.sentence(state);
          var notice = NoticeLine.sentence(said);
          Visibility.when(notice, notice.textProperty().isNotEmpty());
          line.show(List.of(goingOn), List.of(notice));
          stage = new Stage();
          stage.setScene(new Scene(new VBox(line), 1050, 100));
          new Theme(Appearance.LIGHT).dress(stage.getScene());
          stage.show();
        });
  }

  @AfterEach
  void close() {
    FxThread.run(stage::hide);
  }

  @Test
  void stateHasTheRoomThatNoNoticeTakes() {
    assertTrue(isWhole());
    said("Compared with the previous run: " + "learning rate 0.01 → 0.1; ".repeat(10));
    assertTrue(!isWhole());
    said("");
    assertTrue(isWhole());
  }

  @Test
  void toolsAreNeverCut() {
    var tool = new Button("Step epoch");
    FxThread.run(() -> line.tools(List.of(tool)));
    said("Compared with the previous run: " + "learning rate 0.01 → 0.1; ".repeat(10));
    FxThread.run(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          assertEquals(tool.prefWidth(-1), tool.getWidth(), 1);
        });
  }

  private void said(String text) {
    FxThread.run(() -> said.set(text));
  }

  private boolean isWhole() {
    return FxThread.call(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          return goingOn.getWidth() >= goingOn.prefWidth(-1) - 1;
        });
  }
}
