package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Styled;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Rows of name, field and note, in columns as wide as their widest. Where there is less room, names
 * and notes share what is missing. A GridPane takes time for the square of its rows: a tenth of a
 * second at each pulse that adds some of 800.
 */
final class InputGrid extends VBox {

  private static final int COLUMNS = 3;

  InputGrid() {
    Styled.as(this, "input-rows");
  }

  int rows() {
    return getManagedChildren().size() / COLUMNS;
  }

  void addRow(Node name, Node field, Node note) {
    getChildren().addAll(name, field, note);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return around(widths(Node::minWidth));
  }

  @Override
  protected double computePrefWidth(double height) {
    return around(widths(Node::prefWidth));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    var widths = fitted(width);
    var height = snappedTopInset() + snappedBottomInset() + gap() * Math.max(0, rows() - 1);
    for (var row = 0; row < rows(); row++) {
      height += height(row, widths);
    }
    return height;
  }

  @Override
  protected void layoutChildren() {
    var widths = fitted(getWidth());
    var y = snappedTopInset();
    for (var row = 0; row < rows(); row++) {
      var height = height(row, widths);
      var x = snappedLeftInset();
      for (var column = 0; column < COLUMNS; column++) {
        layoutInArea(at(row, column), x, y, widths[column], height, -1, HPos.LEFT, VPos.CENTER);
        x += widths[column] + 2 * gap();
      }
      y += height + gap();
    }
  }

  /** Between rows; columns are twice as far from each other. */
  private double gap() {
    return snapSpaceY(getSpacing());
  }

  private Node at(int row, int column) {
    return getManagedChildren().get(row * COLUMNS + column);
  }

  /** A width of a node where its height does not matter. */
  private interface Measure {

    double of(Node node, double height);
  }

  private double[] widths(Measure measure) {
    var widths = new double[COLUMNS];
    for (var row = 0; row < rows(); row++) {
      for (var column = 0; column < COLUMNS; column++) {
        var width = snapSizeX(measure.of(at(row, column), -1));
        widths[column] = Math.max(widths[column], width);
      }
    }
    return widths;
  }

  private double around(double[] widths) {
    return snappedLeftInset()
        + widths[0]
        + widths[1]
        + widths[2]
        + 2 * (COLUMNS - 1) * gap()
        + snappedRightInset();
  }

  /** Columns that together take such a width: each gives up as large a share of what it can. */
  private double[] fitted(double width) {
    var widths = widths(Node::prefWidth);
    var missing = around(widths) - width;
    if (width < 0 || missing <= 0) {
      return widths;
    }
    var least = widths(Node::minWidth);
    var share = Math.min(1, missing / (around(widths) - around(least)));
    for (var column = 0; column < COLUMNS; column++) {
      widths[column] = Math.floor(widths[column] - share * (widths[column] - least[column]));
    }
    return widths;
  }

  private double height(int row, double[] widths) {
    var height = 0.0;
    for (var column = 0; column < COLUMNS; column++) {
      height = Math.max(height, snapSizeY(at(row, column).prefHeight(widths[column])));
    }
    return height;
  }
}
