package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.common.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Something under a small heading. */
final class ScoreSection extends VBox {

  private final HBox head;

  ScoreSection(String headingKey, Messages messages, Node... content) {
    getStyleClass().add("section-of-scores");
    var heading = new Label();
    heading.getStyleClass().add("chart-heading");
    heading.setMinWidth(USE_PREF_SIZE);
    heading.textProperty().bind(messages.text(headingKey));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    head = new HBox(heading, space);
    head.getStyleClass().add("section-head");
    getChildren().add(head);
    getChildren().addAll(content);
  }

  /** Adds a tool at the end of the heading's line. */
  ScoreSection withTool(Node tool) {
    head.getChildren().add(tool);
    return this;
  }
}
