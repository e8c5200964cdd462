package dev.neuralworkbench.ui.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Columns on one grid of twelve, their upper edges on one line, as tall as there is room; where
 * they would be too narrow, one below the other.
 */
final class ScoreColumns extends Region {

  /** Width, in em, from which a twelfth of the screen is broad enough. */
  private static final double UNIT_IN_EM = 6.2;

  private static final double GAP_IN_EM = 1.714;

  private final List<Region> columns;
  private final Label ruler = new Label();
  private List<Integer> units;

  ScoreColumns(List<Integer> units, Region... columns) {
    this.units = units;
    this.columns = List.of(columns);
    getStyleClass().add("score-columns");
    ruler.setVisible(false);
    getChildren().add(ruler);
    getChildren().addAll(this.columns);
    setMinWidth(0);
  }

  /** How many of the twelve each column takes. */
  void divide(List<Integer> shares) {
    units = shares;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    var wide = width < 0 ? getWidth() : width;
    return together(wide, it -> it.prefHeight(widthOf(it, wide)));
  }

  @Override
  protected double computeMinHeight(double width) {
    var wide = width < 0 ? getWidth() : width;
    return together(wide, it -> it.minHeight(widthOf(it, wide)));
  }

  @Override
  protected double computePrefWidth(double height) {
    return count() * UNIT_IN_EM * em();
  }

  @Override
  protected void layoutChildren() {
    var x = 0.0;
    var y = 0.0;
    for (var column : columns) {
      var width = widthOf(column, getWidth());
      var height = isWide(getWidth()) ? getHeight() : column.prefHeight(width);
      column.resizeRelocate(Math.rint(x), Math.rint(y), Math.rint(width), Math.rint(height));
      if (isWide(getWidth())) {
        x += width + gap();
      } else {
        y += height + gap();
      }
    }
  }

  private double together(double width, ToDoubleFunction<Region> height) {
    var heights = columns.stream().mapToDouble(height);
    return isWide(width) ? heights.max().orElse(0) : heights.sum() + (columns.size() - 1) * gap();
  }

  private double widthOf(Region column, double all) {
    return isWide(all) ? shareOf(column, all) : all;
  }

  private double shareOf(Region column, double all) {
    var unit = (all - (count() - 1) * gap()) / count();
    var mine = units.get(columns.indexOf(column));
    return mine * unit + (mine - 1) * gap();
  }

  /** Whether the columns have room side by side, the long names in them too. */
  private boolean isWide(double width) {
    return width >= count() * UNIT_IN_EM * em()
        && columns.stream().allMatch(it -> it.minWidth(-1) <= shareOf(it, width));
  }

  private int count() {
    return units.stream().mapToInt(Integer::intValue).sum();
  }

  private double gap() {
    return Math.rint(GAP_IN_EM * em());
  }

  private double em() {
    return ruler.getFont().getSize();
  }
}
