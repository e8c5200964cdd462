package dev.neuralworkbench.ui.chart.plane;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Pen;
import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.RectangularShape;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.CategoryTableXYDataset;
import org.jspecify.annotations.Nullable;

/** How often numbers occur, in bars. The pointer or the arrow keys show exact counts. */
public final class HistogramChart extends ThemedChart {

  private static final double AWAY = 10;

  /** Counts in stacked groups, the first at the bottom, of which so many have a colour. */
  public record Bars(Histogram histogram, Tints tints, int groups, String yName) {}

  private final Readout readout = new Readout();
  private IntFunction<String> words = String::valueOf;
  private @Nullable Bars bars;
  private int lit = -1;

  public HistogramChart() {
    super("histogram");
    setFocusTraversable(true);
    getChildren().add(readout);
    setOnMouseMoved(event -> light(interval(event.getX())));
    setOnMouseExited(_ -> light(-1));
    setOnMousePressed(_ -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Shows bars, and in words what an interval holds; null for nothing. */
  public void show(@Nullable Bars shown, IntFunction<String> words) {
    bars = shown;
    this.words = words;
    light(-1);
    redraw();
  }

  /** Tells which bar is pressed, or chosen by Enter. */
  public void choosing(IntConsumer chosen) {
    Runnable choose =
        () -> {
          if (lit >= 0) {
            chosen.accept(lit);
          }
        };
    setOnMouseClicked(_ -> choose.run());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            choose.run();
          }
        });
  }

  @Override
  protected String sentence(Words words, String heading) {
    return new PlaneSentence(words).of(heading, requireNonNull(bars).histogram());
  }

  @Override
  protected boolean isEmpty() {
    return bars == null || bars.histogram().intervals() == 0;
  }

  @Override
  protected ChartPicture picture() {
    return new HistogramPicture(requireNonNull(bars), lit);
  }

  @Override
  protected ChartPicture savedPicture() {
    return new HistogramPicture(requireNonNull(bars), -1);
  }

  private void press(KeyEvent key) {
    if (isEmpty() || bars == null) {
      return;
    }
    var last = bars.histogram().intervals() - 1;
    switch (key.getCode()) {
      case LEFT -> light(lit < 0 ? last : Math.max(0, lit - 1));
      case RIGHT -> light(Math.min(last, lit + 1));
      case ESCAPE -> light(-1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void light(int interval) {
    var next = isEmpty() ? -1 : interval;
    readout.setVisible(next >= 0);
    if (next == lit) {
      return;
    }
    lit = next;
    redraw();
    if (lit >= 0) {
      readout.say(words.apply(lit));
      setAccessibleHelp(readout.getText());
      var top = area().getMinY();
      readout.beside(left(lit) - AWAY, top, left(lit + 1) + AWAY, top);
    }
  }

  /** The interval below a pixel; −1 beside them. */
  private int interval(double pixelX) {
    var share = (pixelX - area().getX()) / area().getWidth();
    return share >= 0 && share < 1 && bars != null
        ? (int) (share * bars.histogram().intervals())
        : -1;
  }

  private double left(int interval) {
    return pixel(requireNonNull(bars).histogram().edge(interval), 0).getX();
  }

  /** Draws a histogram: bars that touch but for a hair, a base line, faint lines of the count. */
  static final class HistogramPicture extends ChartPicture {

    /** Pixels beside the bars, for half of a number. */
    private static final double AIR = 19;

    /** A histogram is small: its numbers stand closer than elsewhere. */
    private static final double CROWDED = 1.3;

    private final HistogramChart.Bars bars;
    private final int lit;

    /** {@code lit} is the interval that is pointed at; −1 for none. */
    HistogramPicture(HistogramChart.Bars bars, int lit) {
      var histogram = bars.histogram();
      var x =
          new RoundAxis(new Span(histogram.edge(0), histogram.edge(histogram.intervals())), false);
      var most = IntStream.range(0, histogram.intervals()).map(histogram::count).max().orElse(1);
      var y = new RoundAxis(new Span(0, most), true);
      x.reach(AIR);
      x.crowd(CROWDED);
      y.crowd(CROWDED);
      super(x, y);
      this.bars = bars;
      this.lit = lit;
    }

    @Override
    protected void compose(Pen pen) {
      var look = pen.look();
      putAbove(new Legend(bars.yName(), look));
      plot.setInsets(new RectangleInsets(4, 0, 0, AIR));
      plot.addRangeMarker(new ValueMarker(0, look.ink(Ink.MUTED), new BasicStroke(1)));
      var palette = new Palette(bars.tints(), look);
      var renderer =
          new StackedXYBarRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Paint getItemPaint(int group, int interval) {
              var color = group < bars.groups() ? palette.color(group) : look.pale(Ink.MUTED, 0.75);
              return interval == lit ? ChartLook.mix(color, look.ink(Ink.TEXT), 1 / 3.0) : color;
            }
          };
      renderer.setShadowVisible(false);
      renderer.setBarPainter(new CrispBars());
      add(counts(bars.histogram()), renderer);
    }

    private static CategoryTableXYDataset counts(Histogram histogram) {
      var counts = new CategoryTableXYDataset();
      counts.setIntervalWidth(histogram.edge(1) - histogram.edge(0));
      for (var interval = 0; interval < histogram.intervals(); interval++) {
        var middle = histogram.edge(interval) / 2 + histogram.edge(interval + 1) / 2;
        for (var group = 0; group < histogram.groups(); group++) {
          counts.add(middle, histogram.count(interval, group), Integer.toString(group), false);
        }
      }
      return counts;
    }

    private static final class CrispBars extends StandardXYBarPainter {

      private static final long serialVersionUID = 1;

      @Override
      public void paintBar(
          Graphics2D graphics,
          XYBarRenderer renderer,
          int group,
          int interval,
          RectangularShape bar,
          RectangleEdge base) {
        var left = Math.rint(bar.getMinX()) + 0.5;
        var width = Math.max(1, Math.rint(bar.getMaxX()) - 0.5 - left);
        var top = Math.rint(bar.getMinY()) + 0.5;
        bar.setFrame(left, top, width, Math.rint(bar.getMaxY()) + 0.5 - top);
        super.paintBar(graphics, renderer, group, interval, bar, base);
      }
    }
  }
}
