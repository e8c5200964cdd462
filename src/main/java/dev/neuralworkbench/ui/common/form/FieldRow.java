package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A row of a form: name and field, and below, from the first time on, what is wrong. */
public final class FieldRow extends VBox {

  FieldRow(
      Label name,
      Control field,
      ObservableValue<List<Problem>> problems,
      Supplier<ProblemLabel> problem) {
    getStyleClass().add("field-row");
    name.getStyleClass().add("field-name");
    name.setLabelFor(field);
    name.setWrapText(true);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var line = Styling.as(new HBox(name, field), "field-line");
    getChildren().setAll(line);
    WhileInScene.subscribe(
        this,
        () ->
            problems.subscribe(
                present -> {
                  if (!present.isEmpty() && getChildren().size() == 1) {
                    getChildren().add(problem.get());
                  }
                }));
  }
}
