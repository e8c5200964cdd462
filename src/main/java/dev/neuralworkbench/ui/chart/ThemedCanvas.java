package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Styling;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn in the inks and the font of the style sheet, at most once a frame, however often it
 * changes. While there is nothing to draw, a sentence says what will appear.
 */
public abstract class ThemedCanvas extends Region {

  /** Sizes of texts, each measured once: what changes many times a second says mostly the same. */
  public static final class TextSizes {

    private static final int MOST = 1_000;

    private final Map<String, Bounds> known = new HashMap<>();

    Bounds of(String text, Font font) {
      if (known.size() > MOST) {
        known.clear();
      }
      return known.computeIfAbsent(
          font.getName() + font.getSize() + text,
          _ -> {
            var node = new Text(text);
            node.setFont(font);
            return node.getLayoutBounds();
          });
    }

    public double width(String text, Font font) {
      return of(text, font).getWidth();
    }
  }

  private static final StyleablePropertyFactory<ThemedCanvas> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private static final Map<Ink, CssMetaData<ThemedCanvas, Color>> INKS = new EnumMap<>(Ink.class);

  static {
    for (var ink : Ink.values()) {
      INKS.put(
          ink,
          FACTORY.createColorCssMetaData(ink.property(), canvas -> canvas.ink(ink), Color.GRAY));
    }
  }

  private static final CssMetaData<ThemedCanvas, Font> FONT =
      new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(ThemedCanvas canvas) {
          return !canvas.font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(ThemedCanvas canvas) {
          return canvas.font;
        }
      };

  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA =
      Stream.concat(FACTORY.getCssMetaData().stream(), Stream.of(FONT)).toList();

  private final Canvas canvas = new Canvas();
  private final Label empty = Styling.as(new Label(), "chart-empty");
  private final Map<Ink, StyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
  private final StyleableObjectProperty<Font> font =
      new SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault());
  public final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(true);
  protected final TextSizes texts = new TextSizes();
  private @Nullable Button filling;
  private boolean stale = true;

  protected ThemedCanvas() {
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    INKS.forEach(
        (ink, data) ->
            inks.put(ink, new SimpleStyleableObjectProperty<>(data, this, ink.name(), Color.GRAY)));
    inks.values().forEach(ink -> ink.subscribe(this::restyled));
    font.subscribe(this::restyled);
    empty.fontProperty().subscribe(this::restyled);
    empty.setWrapText(true);
    empty.setManaged(false);
    empty.setMouseTransparent(true);
    getChildren().addAll(canvas, empty);
  }

  protected abstract boolean isEmpty();

  protected abstract void draw(GraphicsContext context, double width, double height);

  protected void restyled() {
    redraw();
  }

  /** Asks for a drawing at the next frame, however often it is called until then. */
  protected final void redraw() {
    stale = true;
    requestLayout();
  }

  /** Shows a small picture above the sentence of an empty canvas, and below it what fills it. */
  public final void fill(Icon picture, Button button) {
    empty.setGraphic(Styling.as(new IconView(picture), "chart-empty-picture"));
    empty.setContentDisplay(ContentDisplay.TOP);
    button.setManaged(false);
    button.visibleProperty().bind(blank);
    filling = button;
    getChildren().add(button);
  }

  public final StringProperty emptyText() {
    return empty.textProperty();
  }

  public final StyleableObjectProperty<Color> ink(Ink ink) {
    return Objects.requireNonNull(inks.get(ink));
  }

  protected final Map<Ink, Color> inks() {
    var now = new EnumMap<Ink, Color>(Ink.class);
    inks.forEach((ink, color) -> now.put(ink, color.get()));
    return now;
  }

  protected final Font font() {
    return font.get();
  }

  /** The font of the sentence, which is a step larger. */
  protected final Font emptyFont() {
    return empty.getFont();
  }

  @Override
  protected void layoutChildren() {
    layOut(0, 0, Math.floor(getWidth()), Math.floor(getHeight()));
  }

  /** Draws into such a part of it, or says there what will appear. */
  protected final void layOut(double x, double y, double width, double height) {
    empty.resizeRelocate(x, y, width, height);
    if (filling != null) {
      var below = empty.prefHeight(width) / 2;
      var size = filling.prefHeight(-1);
      empty.resizeRelocate(0, 0, width, height - size);
      filling.autosize();
      filling.relocate(
          Math.rint((width - filling.getWidth()) / 2),
          Math.rint(Math.min((height - size) / 2 + below, height - size)));
    }
    draw(x, y, width, height);
  }

  private void draw(double x, double y, double width, double height) {
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      stale = true;
    }
    canvas.relocate(x, y);
    if (stale) {
      stale = false;
      blank.set(isEmpty());
      empty.setVisible(isEmpty());
      var context = canvas.getGraphicsContext2D();
      context.clearRect(0, 0, width, height);
      draw(context, width, height);
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return META_DATA;
  }
}
