package dev.neuralworkbench.ui.backprop;

import javafx.scene.layout.Region;

/** A piece of a formula as a node; stands on the line of its neighbours. */
final class MathsBox extends Region {

  private final Box box;

  MathsBox(Box box) {
    this.box = box;
    getStyleClass().addAll("maths", "data");
    setMouseTransparent(true);
    getChildren().setAll(box.nodes());
  }

  @Override
  protected double computePrefWidth(double height) {
    box.measure();
    return box.width;
  }

  @Override
  protected double computePrefHeight(double width) {
    box.measure();
    return box.ascent + box.descent;
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public double getBaselineOffset() {
    box.measure();
    return box.ascent;
  }

  @Override
  protected void layoutChildren() {
    box.measure();
    box.place(0, box.ascent);
  }
}
