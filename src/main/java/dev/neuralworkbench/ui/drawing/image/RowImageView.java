package dev.neuralworkbench.ui.drawing.image;

import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.ThemedCanvas;
import dev.neuralworkbench.ui.common.Styling;
import javafx.geometry.Orientation;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** Shows the image of a row as a square, its pixels with sharp edges. */
public class RowImageView extends ThemedCanvas {

  private @Nullable RowImage shown;

  private final Ink above;
  private final Ink below;

  public RowImageView() {
    this(Ink.TEXT, Ink.TEXT);
  }

  /** With colors of its own for shares above and below 0. */
  public RowImageView(Ink above, Ink below) {
    this.above = above;
    this.below = below;
    Styling.as(this, "row-image");
  }

  public final void show(@Nullable RowImage image) {
    shown = image;
    redraw();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width;
  }

  /** Of the square, without its frame. */
  final double side() {
    var width = getWidth() - snappedLeftInset() - snappedRightInset();
    var height = getHeight() - snappedTopInset() - snappedBottomInset();
    return Math.floor(Math.max(0, Math.min(width, height)));
  }

  @Override
  protected void layoutChildren() {
    layOut(snappedLeftInset(), snappedTopInset(), side(), side());
  }

  @Override
  protected boolean isEmpty() {
    return shown == null;
  }

  @Override
  protected void draw(GraphicsContext context, double width, double height) {
    if (shown != null) {
      context.setImageSmoothing(false);
      var image = shown.drawn(ink(Ink.BACKGROUND).get(), ink(above).get(), ink(below).get());
      context.drawImage(image, 0, 0, width, height);
    }
  }
}
