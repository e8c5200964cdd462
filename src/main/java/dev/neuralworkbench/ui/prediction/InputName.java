package dev.neuralworkbench.ui.prediction;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * The name of an input before its field: in one line where there is room, else in as many as it
 * needs, of a width that can still be read.
 */
final class InputName extends Label {

  private static final double MOST_IN_EM = 28;
  private static final double LEAST_IN_EM = 10;

  InputName(String column) {
    super(column);
    getStyleClass().addAll("input-name", "data");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setTooltip(new Tooltip(column));
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.min(super.computePrefWidth(height), MOST_IN_EM * getFont().getSize());
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.min(super.computePrefWidth(height), LEAST_IN_EM * getFont().getSize());
  }
}
