package dev.neuralworkbench.ui.drawing.image;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Shows the image of a row as a square, its pixels with sharp edges, in the ink and on the ground
 * of the style sheet.
 */
public final class RowImageView extends Region {

  private static final StyleablePropertyFactory<RowImageView> COLORS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<RowImageView, Color> INK =
      COLORS.createColorCssMetaData("-image-ink", view -> view.ink, Color.BLACK);
  private static final CssMetaData<RowImageView, Color> GROUND =
      COLORS.createColorCssMetaData("-image-ground", view -> view.ground, Color.WHITE);
  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA =
      List.copyOf(new ArrayList<>(COLORS.getCssMetaData()));

  private final Canvas canvas = new Canvas();
  private final StyleableObjectProperty<Color> ink =
      new SimpleStyleableObjectProperty<>(INK, this, "ink", Color.BLACK);
  private final StyleableObjectProperty<Color> ground =
      new SimpleStyleableObjectProperty<>(GROUND, this, "ground", Color.WHITE);
  private @Nullable RowImage shown;
  private @Nullable PixelStroke stroke;
  private @Nullable Point2D last;

  public RowImageView() {
    getStyleClass().add("row-image");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().setAll(canvas);
    ink.subscribe(this::requestLayout);
    ground.subscribe(this::requestLayout);
  }

  /** Shows an image; null for nothing. */
  public void show(@Nullable RowImage image) {
    shown = image;
    requestLayout();
  }

  /** Lets the mouse draw; the right button, or Shift, wipes out. */
  public void onStroke(PixelStroke listener) {
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
    if (image == null || stroke == null || canvas.getWidth() <= 0) {
      return;
    }
    var wipes = event.isSecondaryButtonDown() || event.isShiftDown();
    var size = canvas.getWidth() / image.side();
    var steps = (int) Math.ceil(2 * from.distance(to) / size);
    for (var step = 0; step <= steps; step++) {
      var at = steps == 0 ? to : from.interpolate(to, (double) step / steps);
      stroke.at(
          (at.getX() - canvas.getLayoutX()) / size,
          (at.getY() - canvas.getLayoutY()) / size,
          wipes);
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

  @Override
  protected void layoutChildren() {
    var left = snappedLeftInset();
    var top = snappedTopInset();
    var side =
        Math.floor(
            Math.max(
                0,
                Math.min(
                    getWidth() - left - snappedRightInset(),
                    getHeight() - top - snappedBottomInset())));
    canvas.setWidth(side);
    canvas.setHeight(side);
    canvas.relocate(left, top);
    var context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, side, side);
    var image = shown;
    if (image != null) {
      context.setImageSmoothing(false);
      context.drawImage(image.drawn(ground.get(), ink.get()), 0, 0, side, side);
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return META_DATA;
  }
}
