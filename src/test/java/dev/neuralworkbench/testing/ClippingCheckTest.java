package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class ClippingCheckTest {

  @Test
  void textsThatLieOverEachOtherAreFound() {
    var found = clipped(() -> List.of(label("one", 20, 20), label("two", 30, 26)));
    var words = "overlapping: \"one\" of LabeledText in #one and \"two\" of LabeledText in #two, ";
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.getFirst().startsWith(words), found.toString());
  }

  @Test
  void textsThatTouchAreFine() {
    assertEquals(
        List.of(), clipped(() -> List.of(new VBox(label("one", 0, 0), label("two", 0, 0)))));
  }

  @Test
  void whatIsScrolledAwayLiesUnderNothing() {
    assertEquals(List.of(), clipped(() -> List.of(new VBox(scrolled(), label("below", 0, 0)))));
  }

  private static ScrollPane scrolled() {
    var content = new VBox();
    for (var line = 0; line < 30; line++) {
      content.getChildren().add(label("line" + line, 0, 0));
    }
    var pane = new ScrollPane(content);
    pane.setPrefSize(200, 100);
    return pane;
  }

  @Test
  void whatAnOpaquePaneCoversLiesUnderNothing() {
    assertEquals(List.of(), clipped(() -> covered("#ffffff")));
    assertEquals(1, clipped(() -> covered("#ffffff80")).size());
  }

  private static List<Node> covered(String color) {
    var cover = new StackPane(label("front", 0, 0));
    cover.setStyle("-fx-background-color: " + color);
    cover.setPrefSize(300, 200);
    return List.of(label("back", 140, 95), cover);
  }

  @Test
  void whatIsHiddenLiesOverNothing() {
    assertEquals(
        List.of(),
        clipped(
            () -> {
              var clear = label("one", 20, 20);
              clear.setOpacity(0);
              var gone = label("two", 20, 20);
              gone.setVisible(false);
              return List.of(clear, gone, label("three", 20, 20));
            }));
  }

  private static Label label(String text, double x, double y) {
    var label = new Label(text);
    label.setId(text);
    label.relocate(x, y);
    return label;
  }

  private static List<String> clipped(Supplier<List<Node>> nodes) {
    return FxThread.call(
        () -> {
          var stage = new Stage();
          var scene = new Scene(new Pane(nodes.get().toArray(Node[]::new)), 300, 200);
          stage.setScene(scene);
          stage.show();
          try {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return ClippingCheck.clipped(scene);
          } finally {
            stage.close();
          }
        });
  }
}
