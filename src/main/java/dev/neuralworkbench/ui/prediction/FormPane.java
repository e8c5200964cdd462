package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.entry.RowForm;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row for each input, added a few at a time, so that hundreds do not hold the window. */
final class FormPane extends VBox {

  private static final int AT_ONCE = 16;

  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Fields fields;
  private final InputGrid rows = new InputGrid();

  /** Shows the pixels of an image as numbers; it is drawn beside them. */
  private final ToggleButton pixels =
      Styling.as(new ToggleButton(), "#predict-pixels", "flat", "small");

  private @Nullable RowForm shown;

  FormPane(PredictViewModel model, BackgroundTasks tasks, Messages messages) {
    this.tasks = tasks;
    this.messages = messages;
    fields = new Fields(messages);
    getStyleClass().add("form");
    var scroll = Styling.as(new ScrollPane(rows), "#predict-inputs", "edge-to-edge");
    scroll.setFitToWidth(true);
    scroll.setMinViewportHeight(0);
    scroll.prefViewportHeightProperty().bind(rows.heightProperty());
    Buttons.name(pixels, messages, "predict.pixels");
    Visibility.when(pixels, model.pad.isImage);
    Visibility.when(scroll, pixels.managedProperty().not().or(pixels.selectedProperty()));
    var filler = new RowFiller(model, messages);
    filler.getChildren().add(pixels);
    getChildren().setAll(filler, Space.tall(scroll));
    model.form.subscribe(this::show);
    pixels.selectedProperty().subscribe(() -> show(shown));
  }

  boolean isFolded() {
    return pixels.isManaged() && !pixels.isSelected();
  }

  private void show(@Nullable RowForm form) {
    shown = form;
    rows.getChildren().clear();
    // Hundreds of fields that do not show would hold up the drawing.
    if (form != null && !isFolded()) {
      add(form);
    }
  }

  private void add(RowForm form) {
    if (!form.equals(shown) || isFolded()) {
      return;
    }
    var from = rows.rows();
    var to = Math.min(from + AT_ONCE, form.inputs().size());
    for (var i = from; i < to; i++) {
      rows.getChildren().addAll(new InputRow(form.inputs().get(i), fields, messages).nodes());
    }
    if (to < form.inputs().size()) {
      tasks.later(() -> add(form));
    }
  }

  /**
   * Rows of name, field and note in columns, which share what room is missing. A GridPane takes
   * time for the square of its rows: a tenth of a second at each pulse that adds some of 800.
   */
  static final class InputGrid extends VBox {

    private static final int COLUMNS = 3;

    InputGrid() {
      Styling.as(this, "input-rows").setMinHeight(USE_PREF_SIZE);
    }

    int rows() {
      return getChildren().size() / COLUMNS;
    }

    private Node at(int row, int column) {
      return getChildren().get(row * COLUMNS + column);
    }

    @Override
    protected double computeMinWidth(double height) {
      return around(widths(it -> it.minWidth(-1)));
    }

    @Override
    protected double computePrefWidth(double height) {
      return around(widths(it -> it.prefWidth(-1)));
    }

    @Override
    protected double computePrefHeight(double width) {
      return laidOut(fitted(width), false) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
      laidOut(fitted(getWidth()), true);
    }

    private double laidOut(double[] widths, boolean moved) {
      var y = snappedTopInset();
      for (var row = 0; row < rows(); row++) {
        var height = 0.0;
        for (var column = 0; column < COLUMNS; column++) {
          height = Math.max(height, snapSizeY(at(row, column).prefHeight(widths[column])));
        }
        y += row == 0 ? 0 : getSpacing();
        var x = snappedLeftInset();
        for (var column = 0; moved && column < COLUMNS; column++) {
          layoutInArea(at(row, column), x, y, widths[column], height, -1, HPos.LEFT, VPos.CENTER);
          x += widths[column] + 2 * getSpacing();
        }
        y += height;
      }
      return y;
    }

    private double[] widths(ToDoubleFunction<Node> measure) {
      var widths = new double[COLUMNS];
      for (var index = 0; index < getChildren().size(); index++) {
        var width = snapSizeX(measure.applyAsDouble(getChildren().get(index)));
        widths[index % COLUMNS] = Math.max(widths[index % COLUMNS], width);
      }
      return widths;
    }

    /** The width around columns: they are twice as far from each other as rows. */
    private double around(double[] widths) {
      var gaps = 2 * (COLUMNS - 1) * getSpacing();
      return snappedLeftInset() + Arrays.stream(widths).sum() + gaps + snappedRightInset();
    }

    /** Columns that together take such a width: each gives up as large a share of what it can. */
    private double[] fitted(double width) {
      var widths = widths(it -> it.prefWidth(-1));
      var missing = around(widths) - width;
      if (width >= 0 && missing > 0) {
        var least = widths(it -> it.minWidth(-1));
        var share = Math.min(1, missing / (around(widths) - around(least)));
        Arrays.setAll(widths, i -> Math.floor(widths[i] - share * (widths[i] - least[i])));
      }
      return widths;
    }
  }

  /** Fills the form from a row of the open data, or with the usual values. */
  private static final class RowFiller extends FlowPane {

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
      var field =
          Styling.as(new NumberField(row, Range.whole(1, Integer.MAX_VALUE)), "#predict-row");
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
                      model.row.getValue() > 0 ? "predict.row.of" : "predict.row.of.other",
                      Numbers.count(model.rows().getValue())),
              model.rows(),
              model.row);
      var of = Labels.whole(said, "muted");
      model.row.subscribe(
          entered -> {
            if (entered > 0) {
              show(entered);
            }
          });
      // Other inputs, other rows.
      model.form.subscribe(_ -> show(1));
      var reset = Buttons.of(messages, "predict.reset", model::reset, "#predict-reset");
      // The mean of all images is none of them.
      Visibility.when(reset, model.pad.isImage.not());
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
            var next = model.row.getValue() == 0 ? from : Math.floorMod(from + by, rows);
            model.fill(next + 1);
          };
      return Buttons.icon(
          icon, messages, "predict.row." + name, go, "#predict-row-" + name, "flat", "small");
    }
  }
}
