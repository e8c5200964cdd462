package dev.neuralworkbench.ui.drawing.network;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

record NetworkPen(GraphicsContext context, DrawingLook look) {

  double em() {
    return look.em();
  }

  void write(String text, Font font, Paint paint, TextAlignment align, double x, double middle) {
    context.setTextBaseline(VPos.CENTER);
    context.setTextAlign(align);
    context.setFont(font);
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
