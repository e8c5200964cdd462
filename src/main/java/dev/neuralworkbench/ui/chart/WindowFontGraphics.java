package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.chart.ThemedCanvas.TextSizes;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.geom.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.jfree.fx.FXGraphics2D;

/**
 * Draws on a canvas with the window's own font. The library would look its AWT name up among the
 * JavaFX fonts, where the system's font has none, and measure with AWT.
 */
final class WindowFontGraphics extends FXGraphics2D {

  private final GraphicsContext context;
  private final javafx.scene.text.Font windowFont;
  private final TextSizes texts;

  WindowFontGraphics(GraphicsContext context, javafx.scene.text.Font windowFont, TextSizes texts) {
    super(context);
    this.context = context;
    this.windowFont = windowFont;
    this.texts = texts;
  }

  @Override
  public void setFont(Font font) {
    super.setFont(font);
    context.setFont(sized(font.getSize2D()));
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    // The library places a text by these, so it must also be told that the text is as high.
    var line = font.getLineMetrics("", getFontRenderContext());
    return new FontMetrics(font) {
      private static final long serialVersionUID = 1;

      @Override
      public Rectangle2D getStringBounds(String text, Graphics graphics) {
        return measure(text, font.getSize2D());
      }

      @Override
      public int stringWidth(String text) {
        return (int) Math.ceil(measure(text, font.getSize2D()).getWidth());
      }

      @Override
      public int getAscent() {
        return Math.round(line.getAscent());
      }

      @Override
      public int getDescent() {
        return Math.round(line.getDescent());
      }

      @Override
      public int getLeading() {
        return Math.round(line.getLeading());
      }
    };
  }

  private Rectangle2D measure(String text, float size) {
    var bounds = texts.of(text, sized(size));
    return new Rectangle2D.Double(
        bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  private javafx.scene.text.Font sized(float size) {
    return size == (float) windowFont.getSize()
        ? windowFont
        : javafx.scene.text.Font.font(windowFont.getFamily(), size);
  }
}
