package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Something under a small heading, with its tools at the right. */
public final class Section extends VBox {

  private final Messages messages;
  private final Label heading;
  private final HBox head;

  public Section(String headingKey, Messages messages, Node... content) {
    this.messages = messages;
    getStyleClass().add("section-of-scores");
    heading = Labels.whole(messages.text(headingKey), "chart-heading");
    head = Styling.as(new HBox(heading, Space.between()), "section-head");
    getChildren().add(head);
    getChildren().addAll(content);
  }

  /**
   * A chart under its heading, to be saved as a picture.
   *
   * @param id of the chart, its button and file
   * @param emptyKey what is said where it shows nothing
   */
  static Section of(
      ThemedChart chart, String id, String key, String emptyKey, ChartFiles files, Node... around) {
    var messages = files.messages();
    chart.setId(id);
    chart.setMinWidth(0);
    chart.emptyText().bind(messages.text(emptyKey));
    chart.tell(messages, () -> messages.now(key));
    var save = files.pictureButton(id + "-save", chart, () -> messages.now(key), id + ".png");
    return new Section(key, messages, around).withTool(save);
  }

  public Section told(ObservableValue<String> sentence) {
    heading.accessibleTextProperty().bind(sentence);
    return this;
  }

  public Section withTool(Node tool) {
    head.getChildren().add(tool);
    return this;
  }

  /** Lets two sentences under the heading be unfolded, which say what it is. */
  public Section explained(ObservableValue<String> said) {
    var sentences = Labels.sentence(said, "score-note");
    var open = Buttons.name(new ToggleButton(), messages, "evaluate.explain");
    Styling.as(open, "flat", "small", "section-explain");
    Visibility.when(sentences, open.selectedProperty());
    head.getChildren().add(1, open);
    getChildren().add(1, sentences);
    return this;
  }
}
