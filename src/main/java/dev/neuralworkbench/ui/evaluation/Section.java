package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.common.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Something under a small heading. */
final class Section extends VBox {

  Section(String headingKey, Messages messages, Node... content) {
    getStyleClass().add("section-of-scores");
    var heading = new Label();
    heading.getStyleClass().add("chart-heading");
    heading.setMinWidth(USE_PREF_SIZE);
    heading.textProperty().bind(messages.text(headingKey));
    getChildren().add(heading);
    getChildren().addAll(content);
  }
}
