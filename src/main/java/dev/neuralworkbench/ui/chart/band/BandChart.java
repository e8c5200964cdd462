package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.ToldNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

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
   * @param names of the places 0, 1, 2 … of the horizontal axis; none for numbers
   * @param connected whether points of a line are joined; otherwise each has a bar of its own
   * @param limits what the vertical axis never goes beyond
   */
  public record Content(
      List<BandSeries> series,
      List<Dot> dots,
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

  public record Dot(int series, double x, double y) {}

  public static final Content NOTHING =
      new Content(List.of(), List.of(), List.of(), "", "", true, false, Span.UNLIMITED);

  public BandChart() {
    super("band-chart");
    logarithmic.subscribe(this::redraw);
  }

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
    var log = logarithmic.get();
    var x = span(points(Curve::x, Dot::x));
    var y = span(points(Curve::y, Dot::y).filter(it -> !log || it > 0));
    return new BandPicture(
        content, spanX(x), log ? Span.logarithmic(y) : Span.linear(y, content.limits), log);
  }

  /** Epochs to their last; other numbers, or names, with some air. */
  private Span spanX(Span x) {
    if (!content.names.isEmpty()) {
      return new Span(-BESIDE_NAMES, content.names.size() - 1 + BESIDE_NAMES);
    } else if (content.logarithmicX) {
      return Span.logarithmic(x);
    } else if (content.dots.isEmpty()) {
      return new Span(x.least(), Math.max(x.greatest(), x.least() + 1));
    }
    return Span.linear(x, Span.UNLIMITED);
  }

  private DoubleStream points(Coordinate ofCurve, ToDoubleFunction<Dot> ofDot) {
    var lines =
        content.series.stream()
            .flatMap(it -> Stream.of(it.line(), it.low(), it.high()))
            .filter(Objects::nonNull)
            .flatMapToDouble(
                it -> IntStream.range(0, it.length()).mapToDouble(i -> ofCurve.of(it, i)));
    return DoubleStream.concat(lines, content.dots.stream().mapToDouble(ofDot));
  }

  private interface Coordinate {
    double of(Curve curve, int index);
  }

  private static Span span(DoubleStream values) {
    var all = values.filter(Double::isFinite).summaryStatistics();
    return all.getCount() == 0 ? new Span(0, 1) : new Span(all.getMin(), all.getMax());
  }

  record BandSentence(Words words) {

    private static final int MOST = 4;

    String of(String heading, BandChart.Content content) {
      var lines = content.series().stream().filter(it -> it.line().length() > 0).toList();
      var parts = new ArrayList<String>();
      parts.add(words.text("chart.told.lines", heading, Numbers.count(lines.size())));
      lines.stream().limit(MOST).forEach(it -> parts.add(line(it, content)));
      if (lines.size() > MOST) {
        parts.add(words.text("chart.told.more", Numbers.count(lines.size() - MOST)));
      }
      if (!content.dots().isEmpty()) {
        parts.add(words.text("chart.told.dots", Numbers.count(content.dots().size())));
      }
      return String.join(" ", parts);
    }

    private String line(BandSeries series, BandChart.Content content) {
      var line = series.line();
      var last = line.length() - 1;
      return words.text(
          "chart.told.line",
          series.name().isEmpty() ? content.yName() : series.name(),
          content.xName(),
          ToldNumber.place(line.x(0), content.names()),
          ToldNumber.of(line.y(0)),
          ToldNumber.place(line.x(last), content.names()),
          ToldNumber.of(line.y(last)));
    }
  }
}
