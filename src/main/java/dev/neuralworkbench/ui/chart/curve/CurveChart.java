package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartImage;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.DragHandle;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.ThemedChart.Overlay;
import dev.neuralworkbench.ui.chart.Ticks;
import dev.neuralworkbench.ui.chart.curve.CurvePicture.CurveFrame.DrawnCurve;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * Curves that may grow while they are looked at. Whoever shows the chart calls {@link #pull} once a
 * frame; what has grown is read then and drawn with that frame. The pointer or the arrow keys show
 * exact values, dragging zooms, a double click or Escape shows everything again.
 */
public final class CurveChart extends ThemedChart {

  public final StringProperty xName = new SimpleStringProperty("");
  public final StringProperty yName = new SimpleStringProperty("");

  /** Name of the earlier run, for all of its curves. */
  public final StringProperty ghostName = new SimpleStringProperty("");

  /** Whether the vertical axis is logarithmic; values not above zero are then not shown. */
  public final BooleanProperty logarithmic = new SimpleBooleanProperty();

  /** Weight of the moving average, 0 (off) to below 1; the exact curve stays visible behind it. */
  public final DoubleProperty smoothing = new SimpleDoubleProperty();

  /** What the vertical axis never goes beyond, such as 0 to 1 for a share. */
  public final ObjectProperty<Span> limits = new SimpleObjectProperty<>(Span.UNLIMITED);

  /** The x that growing curves will reach at most; 0 where that is not known. */
  public final DoubleProperty expected = new SimpleDoubleProperty();

  public final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper();

  /** Whether values are so far apart that a logarithmic axis would show more of them. */
  final ReadOnlyBooleanWrapper farApart = new ReadOnlyBooleanWrapper();

  final ReadOnlyBooleanWrapper ghosts = new ReadOnlyBooleanWrapper();

  private static final double FAR = 20;

  private final ChartGestures gestures = new ChartGestures(this);
  public final CurveCursor cursor = new CurveCursor();
  List<TrackedCurve> curves = List.of();
  private @Nullable Span zoomX;
  private @Nullable Span zoomY;

  public CurveChart() {
    super("curve-chart");
    setFocusTraversable(true);
    for (var value : List.of(xName, yName, limits, expected)) {
      value.subscribe(this::redraw);
    }
    logarithmic.subscribe(
        () -> {
          zoomY = null;
          redraw();
        });
    smoothing.subscribe(
        weight -> {
          curves.forEach(curve -> curve.smooth(weight.doubleValue()));
          redraw();
        });
    lay(cursor);
    lay(gestures.readout);
    getChildren().add(gestures.install());
  }

  /** Shows from now on at one x what the other chart shows at it. */
  public void accompany(CurveChart other) {
    gestures.readout.beside = other.gestures.readout;
    other.gestures.readout.beside = gestures.readout;
  }

  /** Replaces the curves; those of earlier runs are laid behind the others. */
  public void show(List<CurveSeries> series) {
    curves =
        series.stream()
            .sorted(Comparator.comparing(CurveSeries::ghost).reversed())
            .map(TrackedCurve::new)
            .toList();
    curves.forEach(curve -> curve.smooth(smoothing.get()));
    curves.forEach(TrackedCurve::pull);
    ghosts.set(curves.stream().anyMatch(it -> it.series.ghost() && it.length() > 0));
    gestures.readout.hide();
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
  public void zoom(@Nullable Span x, @Nullable Span y) {
    zoomX = x;
    zoomY = y;
    zoomed.set(x != null);
    gestures.readout.hide();
    redraw();
  }

  public void resetZoom() {
    zoom(null, null);
  }

  /** The points, to be written to a file in the background. */
  public CurveNumbers numbers() {
    return new CurveNumbers(xName.get(), curves.stream().map(it -> it.series).toList());
  }

  Span visibleX() {
    return zoomX != null ? zoomX : wholeX();
  }

  boolean inside(double pixelX, double pixelY) {
    return !isEmpty() && area().contains(pixelX, pixelY);
  }

  @Override
  protected String sentence(Words words, String heading) {
    return new CurveSeries.CurveSentence(words)
        .of(heading, curves.stream().map(it -> it.series).toList());
  }

  @Override
  protected boolean isEmpty() {
    return curves.stream().allMatch(curve -> curve.length() == 0);
  }

  @Override
  protected ChartPicture picture() {
    // The panel around it says what the axis and the run before are.
    var isNarrow = getWidth() < CurvePicture.NARROW;
    return picture((int) getWidth(), isNarrow ? "" : xName.get(), "", "");
  }

  @Override
  protected ChartPicture savedPicture() {
    var pixels = (int) (getWidth() * ChartImage.SCALE);
    return picture(pixels, xName.get(), yName.get(), ghostName.get());
  }

  private CurvePicture picture(int pixels, String nameX, String nameY, String nameOfGhosts) {
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
    farApart.set(!logarithmic.get() && least > 0 && greatest > FAR * least);
    var y =
        zoomY != null
            ? zoomY
            : logarithmic.get() ? Span.logarithmic(values) : Span.linear(values, limits.get());
    return new CurvePicture(
        new CurvePicture.CurveFrame(drawn, x, y, logarithmic.get(), nameX, nameY, nameOfGhosts));
  }

  double clampedX(double pixelX) {
    return point(Math.clamp(pixelX, area().getMinX(), area().getMaxX()), 0).getX();
  }

  Color color(CurveSeries series) {
    return ink(Ink.TEXT)
        .get()
        .deriveColor(0, 1, 1, series.role().strength * (series.ghost() ? 0.5 : 1));
  }

  Span wholeX() {
    var first = Double.POSITIVE_INFINITY;
    var last = Double.NEGATIVE_INFINITY;
    for (var curve : curves) {
      if (curve.length() > 0) {
        first = Math.min(first, curve.series.curve().x(0));
        last = Math.max(last, curve.lastX());
      }
    }
    var end = expected.get() > last ? Math.min(Ticks.roundUp(last), expected.get()) : last;
    return new Span(first, Math.max(end, first + 1));
  }

  /** The place on the horizontal axis that is looked at, to drag, and a flag worth going to. */
  public final class CurveCursor extends Overlay {

    private static final int LEAP = 10;

    private final Line line = line("chart-cursor");
    public final DragHandle knob;
    public final Button flag = Styling.as(new Button(null, new IconView(Icon.STAR)), "chart-flag");
    private double x = Double.NaN;
    private double flagged = Double.NaN;
    private @Nullable DoubleConsumer seek;

    private CurveCursor() {
      knob = new DragHandle(CurveChart.this, at -> seek(clampedX(at.getX())));
      knob.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
      knob.tell(() -> x, () -> 0, () -> isEmpty() ? 0 : wholeX().greatest());
      flag.setFocusTraversable(false);
      flag.setOnAction(_ -> seek(flagged));
      getChildren().setAll(line, flag, knob);
      getChildren().forEach(it -> it.setVisible(false));
    }

    public void onSeek(DoubleConsumer asked) {
      seek = asked;
      place();
    }

    /** Moves the line and the flag; NaN for none. */
    public void show(double at, double best) {
      if (Double.compare(x, at) != 0 || Double.compare(flagged, best) != 0) {
        x = at;
        flagged = best;
        place();
        knob.moved();
      }
    }

    boolean isSought() {
      return seek != null && !Double.isNaN(x);
    }

    void seek(double wanted) {
      if (seek != null && !Double.isNaN(wanted)) {
        seek.accept(wanted);
      }
    }

    @Override
    protected void place() {
      // What was before the first point of the curves stands at its place.
      var seen = isEmpty() ? x : Math.max(x, wholeX().least());
      var shown = isThere(seen);
      line.setVisible(shown);
      knob.setVisible(shown && seek != null);
      flag.setVisible(seek != null && isThere(flagged));
      var area = area();
      if (shown) {
        var at = Math.rint(pixel(seen, 1).getX()) + 0.5;
        draw(line, at, area.getMinY(), at, area.getMaxY());
        knob.center(at, area.getMaxY());
      }
      if (flag.isVisible()) {
        DragHandle.center(flag, pixel(flagged, 1).getX(), area.getMinY());
      }
    }

    private boolean isThere(double wanted) {
      return !isEmpty() && area().getWidth() > 0 && visibleX().contains(wanted);
    }

    private void press(KeyEvent event) {
      var leap = event.isShiftDown() ? LEAP : 1;
      switch (event.getCode()) {
        case LEFT -> seek(x - leap);
        case RIGHT -> seek(x + leap);
        case HOME -> seek(0);
        case END -> seek(wholeX().greatest());
        default -> {
          return;
        }
      }
      event.consume();
    }
  }
}
