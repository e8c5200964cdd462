package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All choices, as three forms that can be folded; below them what Train will do. */
final class ExperimentColumn extends VBox {

  private final Messages messages;
  private final VBox sections = Styling.as(new VBox(), "sections");

  ExperimentColumn(Messages messages) {
    this.messages = messages;
    Styling.as(this, "#experiment", "experiment");
  }

  /** Makes room for forms, above what says what Train will do. */
  void begin(Node plan) {
    var scroll = new ScrollPane(sections);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll, plan);
  }

  void add(String name, Node form) {
    var pane = Styling.as(new TitledPane(), "#section-" + name, "section");
    pane.textProperty().bind(messages.text("form." + name));
    pane.setContent(form);
    pane.setAnimated(false);
    sections.getChildren().add(pane);
  }
}
