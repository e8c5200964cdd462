package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Something under a small heading. */
final class ScoreSection extends VBox {

  private final Label heading;
  private final HBox head;

  ScoreSection(String headingKey, Messages messages, Node... content) {
    getStyleClass().add("section-of-scores");
    heading = Labels.whole("chart-heading");
    heading.textProperty().bind(messages.text(headingKey));
    head = new HBox(heading, Space.between());
    head.getStyleClass().add("section-head");
    getChildren().add(head);
    getChildren().addAll(content);
  }

  ScoreSection told(ObservableValue<String> sentence) {
    heading.accessibleTextProperty().bind(sentence);
    return this;
  }

  ScoreSection withTool(Node tool) {
    head.getChildren().add(tool);
    return this;
  }
}
