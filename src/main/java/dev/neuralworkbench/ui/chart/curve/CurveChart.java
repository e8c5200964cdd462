package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartImage;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.Ticks;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Curves that may grow while they are looked at. Whoever shows the chart calls {@link #pull} once a
 * frame; what has grown is read then and drawn with that frame. The pointer or the arrow keys show
 * exact values, dragging zooms, a double click or Escape shows everything again.
 */
public final class CurveChart extends ThemedChart {

  private final StringProperty xName = new SimpleStringProperty("");
  private final StringProperty yName = new SimpleStringProperty("");
  private final StringProperty ghostName = new SimpleStringProperty("");
  private final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private final DoubleProperty smoothing = new SimpleDoubleProperty();
  private final ObjectProperty<Span> limits = new SimpleObjectProperty<>(Span.UNLIMITED);
  private final DoubleProperty expected = new SimpleDoubleProperty();
  private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper ghosts = new ReadOnlyBooleanWrapper();

  private final Readout readout = new Readout(this);
  private final CurveCursor cursor = new CurveCursor(this);
  private List<TrackedCurve> curves = List.of();
  private @Nullable Span zoomX;
  private @Nullable Span zoomY;

  public CurveChart() {
    getStyleClass().add("curve-chart");
    setFocusTraversable(true);
    for (var name : List.of(xName, yName)) {
      name.subscribe(this::redraw);
    }
    logarithmic.subscribe(
        () -> {
          zoomY = null;
          redraw();
        });
    limits.subscribe(this::redraw);
    expected.subscribe(this::redraw);
    smoothing.subscribe(
        weight -> {
          curves.forEach(curve -> curve.smooth(weight.doubleValue()));
          redraw();
        });
    getChildren().addAll(cursor, readout);
    new ChartGestures(this, readout).install();
  }

  public StringProperty xName() {
    return xName;
  }

  /** Name of the vertical axis, with its unit. */
  public StringProperty yName() {
    return yName;
  }

  /** Name of the earlier run, for all of its curves. */
  public StringProperty ghostName() {
    return ghostName;
  }

  /** Whether the vertical axis is logarithmic; values not above zero are then not shown. */
  public BooleanProperty logarithmic() {
    return logarithmic;
  }

  /** Weight of the moving average, 0 (off) to below 1; the exact curve stays visible behind it. */
  public DoubleProperty smoothing() {
    return smoothing;
  }

  /** What the vertical axis never goes beyond, such as 0 to 1 for a share. */
  public ObjectProperty<Span> limits() {
    return limits;
  }

  /** The x that growing curves will reach at most; 0 where that is not known. */
  public DoubleProperty expected() {
    return expected;
  }

  /** The place that is looked at. */
  public CurveCursor cursor() {
    return cursor;
  }

  public ReadOnlyBooleanProperty zoomed() {
    return zoomed.getReadOnlyProperty();
  }

  /** Whether curves of an earlier run are laid behind. */
  ReadOnlyBooleanProperty ghosts() {
    return ghosts.getReadOnlyProperty();
  }

  /** Replaces the curves; those of earlier runs are laid behind the others. */
  public void show(List<CurveSeries> series) {
    var tracked = new ArrayList<TrackedCurve>();
    for (var ghosts : new boolean[] {true, false}) {
      for (var one : series) {
        if (one.ghost() == ghosts) {
          var curve = new TrackedCurve(one);
          curve.smooth(smoothing.get());
          tracked.add(curve);
        }
      }
    }
    curves = List.copyOf(tracked);
    curves.forEach(TrackedCurve::pull);
    ghosts.set(curves.stream().anyMatch(it -> it.series().ghost() && it.length() > 0));
    readout.hide();
    redraw();
  }

  /** Reads what has grown; to be called once a frame while the chart is seen. */
  public void pull() {
    var grown = false;
    for (var curve : curves) {
      grown |= curve.pull();
    }
    if (grown) {
      redraw();
    }
  }

  /** Shows a part; a vertical span of null follows the values. */
  public void zoom(Span x, @Nullable Span y) {
    zoomX = x;
    zoomY = y;
    zoomed.set(true);
    readout.hide();
    redraw();
  }

  public void resetZoom() {
    zoomX = null;
    zoomY = null;
    zoomed.set(false);
    readout.hide();
    redraw();
  }

  /** The points, to be written to a file in the background. */
  public CurveNumbers numbers() {
    return new CurveNumbers(xName.get(), curves.stream().map(TrackedCurve::series).toList());
  }

  List<TrackedCurve> curves() {
    return curves;
  }

  Span visibleX() {
    return zoomX != null ? zoomX : wholeX();
  }

  /** Whether a pixel of the control lies among the lines. */
  boolean inside(double pixelX, double pixelY) {
    return !isEmpty() && area().contains(pixelX, pixelY);
  }

  @Override
  protected String sentence(Words words, String heading) {
    return new CurveSentence(words).of(heading, curves.stream().map(TrackedCurve::series).toList());
  }

  @Override
  protected boolean isEmpty() {
    return curves.stream().allMatch(curve -> curve.length() == 0);
  }

  @Override
  protected ChartPicture picture() {
    var narrow = getWidth() < CurvePicture.NARROW;
    return new CurvePicture(frame((int) getWidth()).inPanel(narrow));
  }

  @Override
  protected ChartPicture savedPicture() {
    return new CurvePicture(frame((int) (getWidth() * ChartImage.SCALE)));
  }

  @Override
  protected void drawn() {
    readout.moved();
    cursor.place();
  }

  @Override
  protected void layoutChildren() {
    cursor.resizeRelocate(0, 0, getWidth(), getHeight());
    readout.resizeRelocate(0, 0, getWidth(), getHeight());
    super.layoutChildren();
  }

  private CurveFrame frame(int pixels) {
    var x = visibleX();
    var drawn = new ArrayList<DrawnCurve>();
    var least = Double.POSITIVE_INFINITY;
    var greatest = Double.NEGATIVE_INFINITY;
    for (var curve : curves) {
      drawn.addAll(curve.draw(x, pixels));
      var values = curve.values(x);
      least = Math.min(least, values.least());
      greatest = Math.max(greatest, values.greatest());
    }
    var values = new Span(least, greatest);
    var y =
        zoomY != null
            ? zoomY
            : logarithmic.get() ? Span.logarithmic(values) : Span.linear(values, limits.get());
    return new CurveFrame(
        drawn, x, y, logarithmic.get(), xName.get(), yName.get(), ghostName.get());
  }

  /** The x of a pixel, or the nearest that is seen. */
  double clampedX(double pixelX) {
    return point(Math.clamp(pixelX, area().getMinX(), area().getMaxX()), 0).getX();
  }

  Color color(CurveSeries series) {
    return ink(Ink.TEXT)
        .get()
        .deriveColor(0, 1, 1, series.role().strength() * (series.ghost() ? 0.5 : 1));
  }

  void addSelection(Node selection) {
    getChildren().add(selection);
  }

  /** Everything there is to see along the horizontal axis. */
  Span wholeX() {
    var first = Double.POSITIVE_INFINITY;
    var last = Double.NEGATIVE_INFINITY;
    for (var curve : curves) {
      if (curve.length() > 0) {
        first = Math.min(first, curve.series().curve().x(0));
        last = Math.max(last, curve.lastX());
      }
    }
    var end = expected.get() > last ? Math.min(Ticks.roundUp(last), expected.get()) : last;
    return new Span(first, Math.max(end, first + 1));
  }
}
