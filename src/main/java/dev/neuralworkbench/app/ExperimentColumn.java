package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Messages;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All choices, as three forms that can be folded; below them what Train will do. */
final class ExperimentColumn extends VBox {

  private final Messages messages;

  ExperimentColumn(Messages messages, Node data, Node network, Node training, Node plan) {
    this.messages = messages;
    setId("experiment");
    getStyleClass().add("experiment");
    var forms =
        new VBox(section("data", data), section("network", network), section("training", training));
    forms.getStyleClass().add("sections");
    var scroll = new ScrollPane(forms);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll, plan);
  }

  private TitledPane section(String name, Node form) {
    var pane = new TitledPane();
    pane.setId("section-" + name);
    pane.textProperty().bind(messages.text("form." + name));
    pane.setContent(form);
    pane.setAnimated(false);
    pane.getStyleClass().add("section");
    return pane;
  }
}
