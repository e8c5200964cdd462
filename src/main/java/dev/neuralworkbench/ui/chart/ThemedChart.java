package dev.neuralworkbench.ui.chart;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ThemedCanvas.TextSizes;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

public abstract class ThemedChart extends ThemedCanvas {

  /** Controls over a chart that follow its axes, so that moving them draws no chart. */
  public abstract static class Overlay extends Pane {

    protected Overlay() {
      Styling.as(this, "chart-overlay");
      setPickOnBounds(false);
    }

    protected abstract void place();

    protected static Line line(String style) {
      var line = Styling.as(new Line(), style);
      line.setMouseTransparent(true);
      return line;
    }

    protected static void draw(Line line, double fromX, double fromY, double toX, double toY) {
      line.setStartX(fromX);
      line.setStartY(fromY);
      line.setEndX(toX);
      line.setEndY(toY);
    }
  }

  private static final double LEAST_SIZE = 60;

  private final List<Overlay> overlays = new ArrayList<>();
  private @Nullable Supplier<String> told;
  private @Nullable ChartPicture shown;

  protected ThemedChart(String style) {
    getStyleClass().addAll("chart", style);
  }

  /** Says for who hears the window what the chart shows, in a sentence made when asked for. */
  public final void tell(Messages messages, Supplier<String> heading) {
    told =
        () -> {
          var words = messages.words();
          return isEmpty()
              ? words.text("chart.told.empty", heading.get(), emptyText().getValueSafe())
              : sentence(words, heading.get());
        };
  }

  protected abstract String sentence(Words words, String heading);

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && told != null
        ? told.get()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  public final ChartImage image(String title) {
    var picture = isEmpty() ? null : savedPicture();
    return new ChartImage(title, getWidth(), getHeight(), look(), picture);
  }

  protected abstract ChartPicture picture();

  /** What the chart shows now, to be drawn later and on another thread. */
  protected ChartPicture savedPicture() {
    return picture();
  }

  protected void drawn() {}

  protected final void lay(Overlay overlay) {
    overlays.add(overlay);
    getChildren().add(overlay);
  }

  /** Where data are drawn; empty before the first drawing. */
  public final Rectangle2D area() {
    return shown == null ? new Rectangle2D.Double() : shown.area();
  }

  public final Point2D pixel(double x, double y) {
    return requireNonNull(shown).pixel(x, y);
  }

  public final Point2D point(double pixelX, double pixelY) {
    return requireNonNull(shown).point(pixelX, pixelY);
  }

  @Override
  protected void layoutChildren() {
    overlays.forEach(it -> it.resizeRelocate(0, 0, getWidth(), getHeight()));
    super.layoutChildren();
  }

  @Override
  protected void draw(GraphicsContext context, double width, double height) {
    if (!isEmpty() && width > LEAST_SIZE && height > LEAST_SIZE) {
      context.save();
      shown = picture();
      shown.draw(new WindowFontGraphics(context, font(), texts), width, height, look());
      context.restore();
      drawn();
      overlays.forEach(Overlay::place);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240;
  }

  private ChartLook look() {
    var colors = new EnumMap<Ink, Color>(Ink.class);
    inks().forEach((ink, color) -> colors.put(ink, ChartLook.awt(color)));
    var family = font().getFamily();
    var known = family.equals("System") ? Font.SANS_SERIF : family;
    var awtFont = new Font(known, Font.PLAIN, 1).deriveFont((float) font().getSize());
    return new ChartLook(colors, awtFont);
  }

  /**
   * Draws on a canvas with the window's own font. The library would look its AWT name up among the
   * JavaFX fonts, where the system's font has none, and measure with AWT.
   */
  static final class WindowFontGraphics extends FXGraphics2D {

    private final GraphicsContext context;
    private final javafx.scene.text.Font windowFont;
    private final TextSizes texts;

    WindowFontGraphics(
        GraphicsContext context, javafx.scene.text.Font windowFont, TextSizes texts) {
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
}
