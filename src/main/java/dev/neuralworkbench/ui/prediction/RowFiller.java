package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Fills the form from a row of the open data, or with the usual values. */
final class RowFiller extends FlowPane {

  private final Choice<Double> row =
      new PropertyChoice<>("predict.row", new SimpleObjectProperty<>(1.0));

  RowFiller(PredictViewModel model, Messages messages) {
    getStyleClass().add("row-filler");
    var fill = button("fill", messages);
    fill.setOnAction(_ -> model.fill(row.value().getValue().intValue()));
    var field = new NumberField(row, Range.whole(1, Integer.MAX_VALUE));
    field.setId("predict-row");
    field.accessibleTextProperty().bind(messages.text("predict.row"));
    Tooltips.install(field, messages.text("predict.row.tip"));
    row.value().addListener((_, _, wanted) -> model.fill(wanted.intValue()));
    var of = new Label();
    of.setMinWidth(USE_PREF_SIZE);
    of.getStyleClass().add("muted");
    of.textProperty()
        .bind(
            messages.text(
                model.rows(), (words, rows) -> words.text("predict.row.of", Numbers.count(rows))));
    var reset = button("reset", messages);
    reset.setOnAction(_ -> model.reset());
    getChildren().setAll(fill, field, of, reset);
    model
        .rows()
        .subscribe(rows -> List.of(fill, field, of).forEach(node -> Shown.when(node, rows > 0)));
  }

  private static Button button(String key, Messages messages) {
    var button = new Button();
    button.setId("predict-" + key);
    button.textProperty().bind(messages.text("predict." + key));
    button.setMinWidth(USE_PREF_SIZE);
    Tooltips.install(button, messages.text("predict." + key + ".tip"));
    return button;
  }
}
