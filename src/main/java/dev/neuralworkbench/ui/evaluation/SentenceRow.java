package dev.neuralworkbench.ui.evaluation;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * Sentences side by side while there is room, then below each other, and wrapped where one is too
 * long for a line: a flow pane wraps none of its children. As high as its width needs.
 */
final class SentenceRow extends HBox {

  SentenceRow(Node... sentences) {
    super(sentences);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow(width < 0 ? Double.MAX_VALUE : width, false);
  }

  @Override
  protected void layoutChildren() {
    flow(getWidth(), true);
  }

  /** How high they are in a width; places them there if asked to. */
  private double flow(double width, boolean places) {
    var x = 0.0;
    var y = 0.0;
    var row = 0.0;
    for (var sentence : getManagedChildren()) {
      var wide = Math.min(snapSizeX(sentence.prefWidth(-1)), width);
      var high = snapSizeY(sentence.prefHeight(wide));
      if (x + wide > width) {
        x = 0;
        y += row;
        row = 0;
      }
      if (places) {
        sentence.resizeRelocate(x, y, wide, high);
      }
      x += wide + getSpacing();
      row = Math.max(row, high);
    }
    return y + row;
  }
}
