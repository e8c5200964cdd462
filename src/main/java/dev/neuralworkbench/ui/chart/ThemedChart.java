package dev.neuralworkbench.ui.chart;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

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

  private static final javafx.scene.paint.Color GRAY = javafx.scene.paint.Color.GRAY;

  private static final StyleablePropertyFactory<ThemedChart> INKS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = metaData();

  private static final int MOST_MEASURED = 1_000;

  private final Canvas canvas = new Canvas();
  private final Label empty = new Label();
  private final Map<Ink, StyleableObjectProperty<javafx.scene.paint.Color>> inks =
      new EnumMap<>(Ink.class);
  private final StyleableObjectProperty<javafx.scene.text.Font> font =
      new SimpleStyleableObjectProperty<>(FONT, this, "font", javafx.scene.text.Font.getDefault());
  private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(true);
  private final Map<String, Rectangle2D> measured = new HashMap<>();
  private @Nullable Supplier<String> told;
  private @Nullable ChartPicture shown;
  private boolean stale = true;

  public ThemedChart() {
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (var ink : Ink.values()) {
      var property = new SimpleStyleableObjectProperty<>(inkMetaData(ink), this, ink.name(), GRAY);
      property.subscribe(this::redraw);
      inks.put(ink, property);
    }
    font.subscribe(
        () -> {
          measured.clear();
          redraw();
        });
    empty.getStyleClass().add("chart-empty");
    empty.setWrapText(true);
    getStyleClass().add("chart");
    getChildren().addAll(canvas, empty);
  }

  /**
   * Says for who hears the window what the chart shows, in a sentence that is made when it is asked
   * for: a chart may change at every frame.
   *
   * @param heading what stands above the chart
   */
  public final void tell(Messages messages, Supplier<String> heading) {
    told =
        () -> {
          var words = messages.words();
          return isEmpty()
              ? words.text("chart.told.empty", heading.get(), emptyText().getValueSafe())
              : sentence(words, heading.get());
        };
  }

  /** What the chart shows now, with its main numbers. */
  protected abstract String sentence(Words words, String heading);

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && told != null
        ? told.get()
        : super.queryAccessibleAttribute(attribute, parameters);
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
    var picture = isEmpty() ? null : savedPicture();
    return new ChartImage(title, getWidth(), getHeight(), look(), picture);
  }

  /** Whether there is nothing to draw. */
  protected abstract boolean isEmpty();

  /** What the chart shows now, for the window. */
  protected abstract ChartPicture picture();

  /** What the chart shows now, to be drawn later and on another thread. */
  protected ChartPicture savedPicture() {
    return picture();
  }

  /** Called after each drawing in the window. */
  protected void drawn() {}

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
        shown = picture();
        if (measured.size() > MOST_MEASURED) {
          measured.clear();
        }
        var graphics = new WindowFontGraphics(context, font.get(), measured);
        shown.draw(graphics, width, height, look());
        context.restore();
        drawn();
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

  private ChartLook look() {
    var colors = new EnumMap<Ink, Color>(Ink.class);
    inks.forEach((ink, property) -> colors.put(ink, ChartLook.awt(property.get())));
    var family = font.get().getFamily();
    var known = family.equals("System") ? Font.SANS_SERIF : family;
    var awtFont = new Font(known, Font.PLAIN, 1).deriveFont((float) font.get().getSize());
    return new ChartLook(colors, awtFont);
  }

  private static List<CssMetaData<? extends Styleable, ?>> metaData() {
    for (var ink : Ink.values()) {
      inkMetaData(ink);
    }
    var all = new ArrayList<>(INKS.getCssMetaData());
    all.add(FONT);
    return List.copyOf(all);
  }

  /** How the style sheet reaches an ink; made once. */
  private static CssMetaData<ThemedChart, javafx.scene.paint.Color> inkMetaData(Ink ink) {
    return INKS.createColorCssMetaData(ink.property(), chart -> chart.ink(ink), GRAY);
  }
}
