package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The answers around the entered row, with a cross-hair to drag; not there without the rows. */
final class RowPicture extends VBox {

  private final PredictViewModel model;
  private final DecisionPicture picture;
  private final PlaneChart.PlaneCursor cursor;

  RowPicture(PredictViewModel model, Messages messages, DecisionPicture picture) {
    this.model = model;
    this.picture = picture;
    picture.chart.setId("predict-picture");
    cursor = picture.chart.cursor(this::enter);
    cursor.knob.setId("predict-knob");
    cursor.tell(messages, "predict.picture.knob");
    Tooltips.install(cursor.knob, messages.text("predict.picture.knob.tip"));
    var heading = Labels.whole(messages.text("predict.picture"), "chart-heading");
    var header = Styling.as(new HBox(heading, Space.between(), picture.menu), "chart-header");
    getStyleClass().add("chart-panel");
    var note =
        Labels.sentence(
            messages.text("predict.picture.decision"), "#predict-picture-decision", "muted");
    Visibility.when(note, model.workspace.model.map(it -> it.decision() != null).orElse(false));
    getChildren().setAll(header, note, Space.tall(picture));
    picture.chart.tell(messages, heading::getText);
    model.map.subscribe(
        map -> {
          picture.show(map);
          follow();
          requestParentLayout();
        });
    OnAnyChange.all(this::draw, model.workspace.model, model.map);
    OnAnyChange.all(this::follow, model.entered);
    picture.onAxes(this::place);
  }

  boolean hasMap() {
    var map = model.map.getValue();
    return map != null && map.axes().size() > 1;
  }

  private void draw() {
    var shown = model.workspace.model.getValue();
    if (shown != null && model.map.getValue() != null) {
      picture.draw(shown.experiment().network(), shown.weights());
    }
  }

  private void follow() {
    var row = row();
    if (row != null) {
      picture.hold(row);
    }
    place();
  }

  /** What is entered, if it is a row of the map that shows: one of them is another first. */
  private @Nullable RawRow row() {
    var entered = model.entered.get();
    var map = model.map.getValue();
    return entered != null && map != null && entered.isOf(map) ? entered.row() : null;
  }

  private void place() {
    var row = row();
    var axes = picture.axes();
    if (row == null || axes.isEmpty()) {
      cursor.show(Double.NaN, Double.NaN);
    } else {
      cursor.show(at(axes.get().x(), row), at(axes.get().y(), row));
    }
  }

  /** Where a row stands along an axis; what stands in for a number that is missing. */
  private double at(int axis, RawRow row) {
    var map = model.map.getValue();
    return map != null && map.preprocessor().inputs().get(axis) instanceof NumberInput number
        ? number.filled(row.number(axis))
        : row.number(axis);
  }

  private void enter(@Nullable Double x, @Nullable Double y) {
    if (x != null && y != null) {
      picture
          .axes()
          .ifPresent(
              axes -> {
                model.enter(axes.x(), x);
                model.enter(axes.y(), y);
              });
    }
  }
}
