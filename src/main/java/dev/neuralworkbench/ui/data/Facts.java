package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.ui.common.Messages;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Numbers with their names, in two columns. */
final class Facts extends GridPane {

  private final Messages messages;
  private int facts;

  Facts(Messages messages) {
    this.messages = messages;
    getStyleClass().add("facts");
    for (var half = 0; half < 2; half++) {
      var name = new ColumnConstraints();
      name.setMinWidth(USE_PREF_SIZE);
      var value = new ColumnConstraints();
      value.setHalignment(HPos.RIGHT);
      value.setHgrow(Priority.ALWAYS);
      value.setMinWidth(USE_PREF_SIZE);
      getColumnConstraints().addAll(name, value);
    }
  }

  void clear() {
    getChildren().clear();
    facts = 0;
  }

  /** Adds what takes a line of its own. */
  void addLine(String key, String value) {
    add(key, value);
    var number = getChildren().getLast();
    GridPane.setColumnSpan(number, 3);
    facts++;
  }

  /** Adds a number; its id is the key with hyphens. */
  void add(String key, String value) {
    var name = new Label();
    name.getStyleClass().add("muted");
    name.textProperty().bind(messages.text(key));
    if (facts % 2 == 1) {
      name.getStyleClass().add("second");
    }
    var number = new Label(value);
    number.setId(key.replace('.', '-'));
    name.setLabelFor(number);
    add(name, facts % 2 * 2, facts / 2);
    add(number, facts % 2 * 2 + 1, facts / 2);
    facts++;
  }
}
