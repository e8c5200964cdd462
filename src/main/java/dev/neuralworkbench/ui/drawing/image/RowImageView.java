package dev.neuralworkbench.ui.drawing.image;

import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.ThemedCanvas;
import dev.neuralworkbench.ui.common.Styling;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Shows the image of a row as a square, its pixels with sharp edges. */
public final class RowImageView extends ThemedCanvas {

  @FunctionalInterface
  public interface Stroke {

    /** Column and row are pixels of the image, from its upper left. */
    void at(double column, double row, boolean wipes);
  }

  private @Nullable RowImage shown;
  private @Nullable Stroke stroke;
  private @Nullable Point2D last;

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

  public void show(@Nullable RowImage image) {
    shown = image;
    redraw();
  }

  /** Lets the mouse draw; the right button, or Shift, wipes out. */
  public void onStroke(Stroke listener) {
    stroke = listener;
    setOnMousePressed(
        event -> {
          last = null;
          draw(event);
        });
    setOnMouseDragged(this::draw);
  }

  /** All places between two of the mouse, however fast it is. */
  private void draw(MouseEvent event) {
    var to = new Point2D(event.getX(), event.getY());
    var from = last == null ? to : last;
    last = to;
    var image = shown;
    if (image == null || stroke == null || side() <= 0) {
      return;
    }
    var wipes = event.isSecondaryButtonDown() || event.isShiftDown();
    var size = side() / image.side();
    var steps = (int) Math.ceil(2 * from.distance(to) / size);
    for (var step = 0; step <= steps; step++) {
      var at = steps == 0 ? to : from.interpolate(to, (double) step / steps);
      stroke.at(
          (at.getX() - snappedLeftInset()) / size, (at.getY() - snappedTopInset()) / size, wipes);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width;
  }

  private double side() {
    var width = getWidth() - snappedLeftInset() - snappedRightInset();
    var height = getHeight() - snappedTopInset() - snappedBottomInset();
    return Math.floor(Math.max(0, Math.min(width, height)));
  }

  @Override
  protected void layoutChildren() {
    draw(snappedLeftInset(), snappedTopInset(), side(), side());
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
