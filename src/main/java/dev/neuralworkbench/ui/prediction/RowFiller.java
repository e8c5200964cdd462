package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Fills the form from a row of the open data, or with the usual values. */
final class RowFiller extends FlowPane {

  private final PropertyChoice<Double> row;

  /** Whether the number follows what is entered, and enters nothing. */
  private boolean following;

  RowFiller(PredictViewModel model, Messages messages) {
    row =
        new PropertyChoice<>(
            "predict.row",
            new SimpleObjectProperty<>(1.0),
            number ->
                Range.whole(1, Math.max(1, model.rows().getValue()))
                    .problems("predict.row", number));
    getStyleClass().add("row-filler");
    Runnable fillIn = () -> model.fill(row.value().getValue().intValue());
    var fill = Buttons.of(messages, "predict.fill", fillIn, "#predict-fill");
    var field = Styling.as(new NumberField(row, Range.whole(1, Integer.MAX_VALUE)), "#predict-row");
    Labels.unseen(messages.text("predict.row"), field);
    Tooltips.install(field, messages.text("predict.row.tip"));
    row.value()
        .addListener(
            (_, _, wanted) -> {
              if (!following) {
                model.fill(wanted.intValue());
              }
            });
    var said =
        messages.text(
            words ->
                words.text(
                    model.row.get() > 0 ? "predict.row.of" : "predict.row.of.other",
                    Numbers.count(model.rows().getValue())),
            model.rows(),
            model.row);
    var of = Labels.whole(said, "muted");
    model.row.subscribe(
        entered -> {
          if (entered.intValue() > 0) {
            show(entered.doubleValue());
          }
        });
    // Other inputs, other rows.
    model.form.subscribe(_ -> show(1));
    var reset = Buttons.of(messages, "predict.reset", model::reset, "#predict-reset");
    var before = step(messages, Icon.LEFT, "before", -1, model);
    var after = step(messages, Icon.RIGHT, "after", 1, model);
    var place = Styling.as(new HBox(before, field, after), "row-steps");
    getChildren().setAll(fill, place, of, reset);
    model
        .rows()
        .subscribe(
            rows -> List.of(fill, place, of).forEach(node -> Visibility.when(node, rows > 0)));
  }

  private void show(double number) {
    following = true;
    row.fill(number);
    following = false;
  }

  /** Goes on from row to row, and around at the ends; where none is entered, enters this one. */
  private Button step(Messages messages, Icon icon, String name, int by, PredictViewModel model) {
    Runnable go =
        () -> {
          var rows = Math.max(1, model.rows().getValue());
          var from = row.value().getValue().intValue() - 1;
          var next = model.row.get() == 0 ? from : Math.floorMod(from + by, rows);
          model.fill(next + 1);
        };
    return Buttons.icon(
        icon, messages, "predict.row." + name, go, "#predict-row-" + name, "flat", "small");
  }
}
