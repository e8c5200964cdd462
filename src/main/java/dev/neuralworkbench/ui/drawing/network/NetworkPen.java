package dev.neuralworkbench.ui.drawing.network;

import java.util.function.DoubleConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What draws; it tells the size of each text that it writes. */
record NetworkPen(GraphicsContext context, DrawingLook look, DoubleConsumer wrote) {

  double em() {
    return look.em();
  }

  void write(String text, Font font, Paint paint, TextAlignment align, double x, double middle) {
    context.setTextBaseline(VPos.CENTER);
    context.setTextAlign(align);
    context.setFont(font);
    context.setFill(paint);
    context.fillText(text, x, middle);
    if (!text.isBlank()) {
      wrote.accept(font.getSize());
    }
  }

  /** An index, which is smaller than any other text. */
  void writeIndex(String text, Paint paint, double x, double middle) {
    context.setFont(look.index);
    context.setTextAlign(TextAlignment.LEFT);
    context.setFill(paint);
    context.fillText(text, x, middle);
  }

  void writeCentered(String text, Font font, Paint paint, double x, double middle) {
    write(text, font, paint, TextAlignment.CENTER, x, middle);
  }

  void fill(Paint paint, double x, double y, double width, double height, double corner) {
    context.setFill(paint);
    context.fillRoundRect(x - width / 2, y - height / 2, width, height, corner, corner);
  }

  void frame(
      Paint paint, double stroke, double x, double y, double width, double height, double corner) {
    context.setStroke(paint);
    context.setLineWidth(stroke);
    context.strokeRoundRect(x - width / 2, y - height / 2, width, height, corner, corner);
  }
}
