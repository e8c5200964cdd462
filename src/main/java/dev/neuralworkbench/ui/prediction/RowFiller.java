package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.FlowPane;

/** Fills the form from a row of the open data, or with the usual values. */
final class RowFiller extends FlowPane {

  private final Choice<Double> row =
      new PropertyChoice<>("predict.row", new SimpleObjectProperty<>(1.0));

  RowFiller(PredictViewModel model, Messages messages) {
    getStyleClass().add("row-filler");
    Runnable fillIn = () -> model.fill(row.value().getValue().intValue());
    var fill = Buttons.of(messages, "predict.fill", fillIn, "#predict-fill");
    var field = Styled.as(new NumberField(row, Range.whole(1, Integer.MAX_VALUE)), "#predict-row");
    field.accessibleTextProperty().bind(messages.text("predict.row"));
    Tooltips.install(field, messages.text("predict.row.tip"));
    row.value().addListener((_, _, wanted) -> model.fill(wanted.intValue()));
    var of = Labels.whole("muted");
    of.textProperty()
        .bind(
            messages.text(
                model.rows(), (words, rows) -> words.text("predict.row.of", Numbers.count(rows))));
    var reset = Buttons.of(messages, "predict.reset", model::reset, "#predict-reset");
    getChildren().setAll(fill, field, of, reset);
    model
        .rows()
        .subscribe(rows -> List.of(fill, field, of).forEach(node -> Shown.when(node, rows > 0)));
  }
}
