package dev.neuralworkbench.ui.evaluation;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Columns on a grid of twelve, as tall as there is room; where too narrow, one below the other.
 * Those that are not managed take no room.
 */
final class ScoreColumns extends Region {

  /** Width, in em, from which a twelfth of the screen is broad enough. */
  private static final double UNIT_IN_EM = 6.2;

  /** Finer shares than twelfths ask for no more width. */
  private static final int MOST_UNITS = 12;

  private static final double GAP_IN_EM = 1.714;

  private final List<Region> parts;
  private final Label ruler = new Label();
  private List<Integer> units;

  ScoreColumns(List<Integer> units, Region... columns) {
    this.units = units;
    parts = List.of(columns);
    getStyleClass().add("score-columns");
    ruler.setVisible(false);
    getChildren().add(ruler);
    getChildren().addAll(parts);
  }

  private List<Region> columns() {
    return parts.stream().filter(Region::isManaged).toList();
  }

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
  protected double computeMinWidth(double height) {
    return columns().stream().mapToDouble(it -> it.minWidth(-1)).max().orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return count() * UNIT_IN_EM * em();
  }

  @Override
  protected void layoutChildren() {
    if (isWide(getWidth())) {
      var x = 0.0;
      for (var column : columns()) {
        var width = shareOf(column, getWidth());
        place(column, x, 0, width, getHeight());
        x += width + gap();
      }
    } else {
      layOutBelowEachOther();
    }
  }

  /** The first takes what is left over; what is missing is taken from the last on. */
  private void layOutBelowEachOther() {
    var width = getWidth();
    var lacking = computePrefHeight(width) - getHeight();
    var heights = new ArrayDeque<Double>();
    for (var column : columns().reversed()) {
      var wanted = column.prefHeight(width);
      var isFirst = column.equals(columns().getFirst());
      var given =
          Math.max(wanted - (isFirst ? lacking : Math.max(0, lacking)), column.minHeight(width));
      lacking -= wanted - given;
      heights.push(given);
    }
    var y = 0.0;
    for (var column : columns()) {
      var height = heights.pop();
      place(column, 0, y, width, height);
      y += height + gap();
    }
  }

  private static void place(Region column, double x, double y, double width, double height) {
    column.resizeRelocate(Math.rint(x), Math.rint(y), Math.rint(width), Math.rint(height));
  }

  private double together(double width, ToDoubleFunction<Region> height) {
    var heights = columns().stream().mapToDouble(height);
    return isWide(width) ? heights.max().orElse(0) : heights.sum() + (columns().size() - 1) * gap();
  }

  private double widthOf(Region column, double all) {
    return isWide(all) ? shareOf(column, all) : all;
  }

  private double shareOf(Region column, double all) {
    var unit = (all - (count() - 1) * gap()) / count();
    var mine = units.get(parts.indexOf(column));
    return mine * unit + (mine - 1) * gap();
  }

  private boolean isWide(double width) {
    return width >= Math.min(count(), MOST_UNITS) * UNIT_IN_EM * em()
        && columns().stream().allMatch(it -> it.minWidth(-1) <= shareOf(it, width));
  }

  private int count() {
    return columns().stream().mapToInt(it -> units.get(parts.indexOf(it))).sum();
  }

  private double gap() {
    return Math.rint(GAP_IN_EM * em());
  }

  private double em() {
    return ruler.getFont().getSize();
  }
}
