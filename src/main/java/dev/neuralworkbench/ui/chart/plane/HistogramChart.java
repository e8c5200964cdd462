package dev.neuralworkbench.ui.chart.plane;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.Tints;
import java.util.function.IntFunction;
import javafx.scene.input.KeyEvent;
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
}
