package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.entry.RowForm;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row for each input, added a few at a time, so that hundreds do not hold the window. */
final class FormPane extends VBox {

  private static final int AT_ONCE = 16;

  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Fields fields;
  private final InputGrid rows = new InputGrid();
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
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(new RowFiller(model, messages), scroll);
    model.form.subscribe(this::show);
  }

  private void show(@Nullable RowForm form) {
    shown = form;
    rows.getChildren().clear();
    if (form != null) {
      add(form);
    }
  }

  private void add(RowForm form) {
    if (!form.equals(shown)) {
      return;
    }
    var from = rows.rows();
    var to = Math.min(from + AT_ONCE, form.inputs().size());
    for (var i = from; i < to; i++) {
      new InputRow(form.inputs().get(i), fields, messages).addTo(rows);
    }
    if (to < form.inputs().size()) {
      tasks.later(() -> add(form));
    }
  }

  /** Rows of name, field and note in columns; a GridPane takes time for the square of its rows. */
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
}
