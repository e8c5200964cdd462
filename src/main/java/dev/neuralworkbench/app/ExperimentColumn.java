package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
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
    Styled.as(this, "#experiment", "experiment");
    var forms =
        Styled.as(
            new VBox(
                section("data", data), section("network", network), section("training", training)),
            "sections");
    var scroll = new ScrollPane(forms);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll, plan);
  }

  private TitledPane section(String name, Node form) {
    var pane = Styled.as(new TitledPane(), "#section-" + name, "section");
    pane.textProperty().bind(messages.text("form." + name));
    pane.setContent(form);
    pane.setAnimated(false);
    return pane;
  }
}
