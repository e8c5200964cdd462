package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Lines over numbers or names, each named at its end, with bands and dots. */
public final class BandChart extends ThemedChart {

  /** More lines than these are drawn pale, without names. */
  public static final int MOST_NAMED = BandPicture.COLORS.size();

  private static final double BESIDE_NAMES = 0.5;

  private final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private Content content = NOTHING;

  /**
   * What is shown.
   *
   * @param series lines, in an order that stays: it gives them their colours
   * @param dots single values beside the lines
   * @param names of the places 0, 1, 2 … of the horizontal axis; none for numbers
   * @param connected whether points of a line are joined; otherwise each has a bar of its own
   * @param logarithmicX whether the horizontal axis is logarithmic
   * @param limits what the vertical axis never goes beyond
   */
  public record Content(
      List<BandSeries> series,
      List<ScoreDot> dots,
      List<String> names,
      String xName,
      String yName,
      boolean connected,
      boolean logarithmicX,
      Span limits) {

    public Content {
      series = List.copyOf(series);
      dots = List.copyOf(dots);
      names = List.copyOf(names);
    }
  }

  public static final Content NOTHING =
      new Content(List.of(), List.of(), List.of(), "", "", true, false, Span.UNLIMITED);

  public BandChart() {
    getStyleClass().add("band-chart");
    logarithmic.subscribe(this::redraw);
  }

  /** Whether the vertical axis is logarithmic. */
  public BooleanProperty logarithmic() {
    return logarithmic;
  }

  public void show(Content shown) {
    content = shown;
    redraw();
  }

  public Content shown() {
    return content;
  }

  @Override
  protected String sentence(Words words, String heading) {
    return new BandSentence(words).of(heading, content);
  }

  @Override
  protected boolean isEmpty() {
    return content.series.stream().allMatch(it -> it.line().length() == 0)
        && content.dots.isEmpty();
  }

  @Override
  protected ChartPicture picture() {
    return new BandPicture(frame());
  }

  private BandFrame frame() {
    var x = span(Stream.concat(lines().map(BandChart::xs), xsOfDots()), _ -> true);
    var logarithm = logarithmic.get();
    var y = span(Stream.concat(lines().map(BandChart::ys), ysOfDots()), it -> !logarithm || it > 0);
    return new BandFrame(
        content,
        content.names.isEmpty()
            ? spanX(x)
            : new Span(-BESIDE_NAMES, content.names.size() - 1 + BESIDE_NAMES),
        logarithm ? Span.logarithmic(y) : Span.linear(y, content.limits),
        logarithm);
  }

  /** Epochs to their last; other numbers with some air. */
  private Span spanX(Span x) {
    if (content.logarithmicX) {
      return Span.logarithmic(x);
    } else if (content.dots.isEmpty()) {
      return new Span(x.least(), Math.max(x.greatest(), x.least() + 1));
    }
    return Span.linear(x, Span.UNLIMITED);
  }

  private Stream<Curve> lines() {
    return content.series.stream()
        .flatMap(it -> Stream.of(it.line(), it.low(), it.high()))
        .filter(java.util.Objects::nonNull);
  }

  private Stream<DoubleStream> xsOfDots() {
    return Stream.of(content.dots.stream().mapToDouble(ScoreDot::x));
  }

  private Stream<DoubleStream> ysOfDots() {
    return Stream.of(content.dots.stream().mapToDouble(ScoreDot::y));
  }

  private static DoubleStream xs(Curve curve) {
    return IntStream.range(0, curve.length()).mapToDouble(curve::x);
  }

  private static DoubleStream ys(Curve curve) {
    return IntStream.range(0, curve.length()).mapToDouble(curve::y);
  }

  private static Span span(Stream<DoubleStream> values, DoublePredicate shown) {
    var all =
        values.flatMapToDouble(it -> it).filter(Double::isFinite).filter(shown).summaryStatistics();
    return all.getCount() == 0 ? new Span(0, 1) : new Span(all.getMin(), all.getMax());
  }
}
