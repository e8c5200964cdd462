package dev.neuralworkbench.ui.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A chart dressed by the style sheet, drawn on a canvas at most once a frame. Without data it says
 * in a sentence what will appear.
 */
public abstract class ThemedChart extends Region {

  private static final CssMetaData<ThemedChart, javafx.scene.text.Font> FONT =
      new FontCssMetaData<>("-fx-font", javafx.scene.text.Font.getDefault()) {
        @Override
        public boolean isSettable(ThemedChart chart) {
          return !chart.font.isBound();
        }

        @Override
        public StyleableProperty<javafx.scene.text.Font> getStyleableProperty(ThemedChart chart) {
          return chart.font;
        }
      };

  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = metaData();

  private final Canvas canvas = new Canvas();
  private final Label empty = new Label();
  private final Map<Ink, StyleableObjectProperty<javafx.scene.paint.Color>> inks =
      new EnumMap<>(Ink.class);
  private final StyleableObjectProperty<javafx.scene.text.Font> font =
      new SimpleStyleableObjectProperty<>(FONT, this, "font", javafx.scene.text.Font.getDefault());
  private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(this, "blank", true);
  private boolean stale = true;

  public ThemedChart() {
    InkMetaData.ALL.forEach(
        (ink, metaData) -> {
          var property =
              new SimpleStyleableObjectProperty<>(
                  metaData, this, ink.name(), metaData.getInitialValue(this));
          property.subscribe(this::redraw);
          inks.put(ink, property);
        });
    font.subscribe(this::redraw);
    empty.getStyleClass().add("chart-empty");
    empty.setWrapText(true);
    getStyleClass().add("chart");
    getChildren().addAll(canvas, empty);
  }

  /** The sentence shown while there is nothing to draw. */
  public final StringProperty emptyText() {
    return empty.textProperty();
  }

  /** Whether there is nothing to draw yet. */
  public final ReadOnlyBooleanProperty blank() {
    return blank.getReadOnlyProperty();
  }

  /**
   * The chart as it is now, to be written to a file in the background.
   *
   * @param title stands above it
   */
  public final ChartImage image(String title) {
    return new ChartImage(title, getWidth(), getHeight(), look(awtFont()), painter());
  }

  /** Draws a picture of the present state; may be called later and on another thread. */
  public interface Painter {
    void draw(Graphics2D graphics, double width, double height, ChartLook look);
  }

  /** Whether there is nothing to draw. */
  protected abstract boolean isEmpty();

  /** A painter of what the chart shows now, which does not change when the chart does. */
  protected abstract Painter painter();

  /** Draws what the chart shows now. */
  protected abstract void paint(Graphics2D graphics, double width, double height, ChartLook look);

  /** Asks for a drawing at the next frame, however often it is called until then. */
  protected final void redraw() {
    stale = true;
    requestLayout();
  }

  public final StyleableObjectProperty<javafx.scene.paint.Color> ink(Ink ink) {
    var property = inks.get(ink);
    if (property == null) {
      throw new IllegalArgumentException("expected an ink, got " + ink);
    }
    return property;
  }

  @Override
  protected void layoutChildren() {
    var width = Math.floor(getWidth());
    var height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      stale = true;
    }
    empty.resizeRelocate(0, 0, width, height);
    if (stale) {
      stale = false;
      blank.set(isEmpty());
      empty.setVisible(isEmpty());
      var context = canvas.getGraphicsContext2D();
      context.clearRect(0, 0, width, height);
      if (!isEmpty() && width > 60 && height > 60) {
        context.save();
        paint(new WindowFontGraphics(context, font.get()), width, height, look(awtFont()));
        context.restore();
      }
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

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return META_DATA;
  }

  private ChartLook look(Font awtFont) {
    var colors = new EnumMap<Ink, Color>(Ink.class);
    inks.forEach((ink, property) -> colors.put(ink, ChartLook.awt(property.get())));
    return new ChartLook(colors, awtFont);
  }

  private Font awtFont() {
    var family = font.get().getFamily();
    var known = family.equals("System") ? Font.SANS_SERIF : family;
    return new Font(known, Font.PLAIN, 1).deriveFont((float) font.get().getSize());
  }

  private static List<CssMetaData<? extends Styleable, ?>> metaData() {
    var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
    all.add(FONT);
    all.addAll(InkMetaData.ALL.values());
    return List.copyOf(all);
  }
}
