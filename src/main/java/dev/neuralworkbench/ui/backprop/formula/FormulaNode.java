package dev.neuralworkbench.ui.backprop.formula;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** A piece of a formula as a node; stands on the line of its neighbours, and fits its room. */
public final class FormulaNode extends Region {

  private final FormulaBox box;
  private final Scale scale = new Scale(1, 1);
  private double room = Double.MAX_VALUE;

  public FormulaNode(FormulaBox box) {
    this.box = box;
    getTransforms().add(scale);
    getStyleClass().addAll("maths", "data");
    setMouseTransparent(true);
    getChildren().setAll(box.nodes());
  }

  void fit(double room) {
    box.measure();
    this.room = room;
    var share = share();
    if (share != scale.getX()) {
      scale.setX(share);
      scale.setY(share);
      requestLayout();
    }
  }

  private double share() {
    return Math.min(1, room / box.width);
  }

  @Override
  protected double computePrefWidth(double height) {
    box.measure();
    return box.width * share();
  }

  @Override
  protected double computePrefHeight(double width) {
    box.measure();
    return (box.ascent + box.descent) * share();
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
    return box.ascent * share();
  }

  @Override
  protected void layoutChildren() {
    box.measure();
    box.place(0, box.ascent);
  }
}
