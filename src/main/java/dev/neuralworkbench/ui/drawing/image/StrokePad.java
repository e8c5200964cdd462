package dev.neuralworkbench.ui.drawing.image;

import dev.neuralworkbench.data.encode.Drawing;
import dev.neuralworkbench.data.encode.Drawing.Point;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.common.Styling;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** A square to draw strokes in; while there are none, it shows the image of a row. */
public final class StrokePad extends RowImageView {

  /** Width of a stroke, as a share of the side. */
  private static final double PEN = 0.07;

  private Drawing drawing = Drawing.EMPTY;

  /** Tells where a stroke begins, and where it goes on to. */
  public StrokePad(Consumer<Point> begun, Consumer<Point> drawn) {
    Styling.as(this, "pad");
    setFocusTraversable(true);
    setOnMousePressed(
        event -> {
          requestFocus();
          event.consume(); // Tabs around it would take the focus.
          begun.accept(place(event));
        });
    setOnMouseDragged(event -> drawn.accept(place(event)));
    // Of a quick stroke its last way may be told by its end alone.
    setOnMouseReleased(event -> drawn.accept(place(event)));
  }

  public void show(Drawing strokes) {
    drawing = strokes;
    redraw();
  }

  private Point place(MouseEvent event) {
    var side = Math.max(1, side());
    return new Point(
        Math.clamp((event.getX() - snappedLeftInset()) / side, 0, 1),
        Math.clamp((event.getY() - snappedTopInset()) / side, 0, 1));
  }

  @Override
  protected boolean isEmpty() {
    return drawing.isEmpty() && super.isEmpty();
  }

  @Override
  protected void draw(GraphicsContext context, double width, double height) {
    if (drawing.isEmpty()) {
      super.draw(context, width, height);
      return;
    }
    context.setStroke(ink(Ink.TEXT).get());
    context.setLineWidth(PEN * width);
    context.setLineCap(StrokeLineCap.ROUND);
    context.setLineJoin(StrokeLineJoin.ROUND);
    for (var stroke : drawing.strokes()) {
      context.beginPath();
      context.moveTo(stroke.getFirst().x() * width, stroke.getFirst().y() * height);
      stroke.forEach(it -> context.lineTo(it.x() * width, it.y() * height));
      context.stroke();
    }
  }
}
