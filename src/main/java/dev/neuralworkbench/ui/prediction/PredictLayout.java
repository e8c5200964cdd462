package dev.neuralworkbench.ui.prediction;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The form with its answer beside it, and below them the many rows: as much room as they need for
 * the form and the answer, and at least half for rows that are answered.
 */
final class PredictLayout extends Pane {

  private static final double MOST_FOR_FORM = 0.62;
  private static final double MOST_ABOVE_ROWS = 0.5;
  private static final double LEAST_ABOVE_ROWS = 0.3;

  private final Region form;
  private final Region answer;
  private final RowsPane rows;

  PredictLayout(Region form, Region answer, RowsPane rows) {
    this.form = form;
    this.answer = answer;
    this.rows = rows;
    getStyleClass().add("predict-parts");
    getChildren().setAll(form, answer, rows);
  }

  /** Half the height, or less where the rows could not show a few of their lines. */
  private double aboveAnswers(double width) {
    var height = getHeight();
    return Math.clamp(
        height - rows.minHeight(width), LEAST_ABOVE_ROWS * height, MOST_ABOVE_ROWS * height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    var width = getWidth();
    var gap = snapSpaceX(rows.getInsets().getTop());
    var formWidth = snapSizeX(Math.min(form.prefWidth(-1), MOST_FOR_FORM * width));
    var answerWidth = Math.min(answer.maxWidth(-1), width - formWidth - gap);
    var wanted = Math.max(form.prefHeight(formWidth), answer.prefHeight(answerWidth));
    var most = rows.hasAnswers() ? aboveAnswers(width) : getHeight() - rows.prefHeight(width);
    var top = snapSizeY(Math.min(wanted, most));
    form.resizeRelocate(0, 0, formWidth, top);
    answer.resizeRelocate(formWidth + gap, 0, answerWidth, top);
    rows.resizeRelocate(0, top, width, getHeight() - top);
  }
}
