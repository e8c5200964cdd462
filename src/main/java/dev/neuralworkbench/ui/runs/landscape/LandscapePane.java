package dev.neuralworkbench.ui.runs.landscape;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.landscape.Landscape;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.Dots;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel.Found;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel.Phase;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel.Wanted;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

public final class LandscapePane extends VBox {

  private static final int LEVELS = 12;
  private static final int DIGITS = 4;
  private static final double LEAST_SHARE = 1e-6;

  private final LandscapeViewModel model;
  private final Messages messages;
  private final PlaneChart chart = Styling.as(new PlaneChart(), "#runs-landscape");
  private final Label sentence = Labels.sentence("#runs-landscape-sentence", "muted");
  private final Button again;
  private final WeightChoice across;
  private final WeightChoice up;
  private final VBox choices;
  private final ObservableValue<Map<Integer, Integer>> colors;

  /** Paths of several runs have the colors that the list gives them by their numbers. */
  public LandscapePane(
      LandscapeViewModel model,
      ChartFiles files,
      Button train,
      ObservableValue<Map<Integer, Integer>> colors) {
    this.model = model;
    this.colors = colors;
    messages = files.messages();
    getStyleClass().add("runs-chart");
    chart.emptyText().bind(messages.text("runs.landscape.none"));
    chart.fill(Icon.CURVE, train);
    chart.tell(messages, this::heading);
    chart.setMinSize(0, 0);
    across =
        new WeightChoice(
            messages,
            "runs-landscape-x",
            "runs.landscape.x",
            place -> model.want(it -> new Wanted(place, it.y())));
    up =
        new WeightChoice(
            messages,
            "runs-landscape-y",
            "runs.landscape.y",
            place -> model.want(it -> new Wanted(it.x(), place)));
    choices = Styling.as(new VBox(across, up), "form", "landscape-form");
    again = Buttons.of(messages, "runs.landscape.again", model::again, "#runs-landscape-again");
    var save = files.pictureButton("runs-landscape-save", chart, this::heading, "landscape.png");
    var beside = Styling.as(new ScrollPane(choices), "edge-to-edge", "landscape-choices");
    beside.setFitToWidth(true);
    beside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    beside.setMinHeight(0);
    var parts = Styling.as(new HBox(beside, Space.wide(chart)), "landscape-parts");
    parts.setMinHeight(0);
    getChildren()
        .setAll(
            Styling.as(
                new HBox(Space.wide(sentence), Space.between(), again, save),
                "section-head",
                "section-said"),
            Space.tall(parts));
    OnAnyChange.all(this::show, model.phase, model.found, colors, messages.language());
  }

  private void show() {
    var phase = model.phase.get();
    var found = model.found.get();
    sentence.setText(
        phase == Phase.THERE && found != null
            ? sentence(found)
            : messages.now("runs.landscape." + Ids.of(phase)));
    Visibility.when(again, phase == Phase.CANCELLED);
    choices.setDisable(found == null);
    chart.show(found == null ? null : plane(found));
    var shape = found == null ? WeightChoice.NOTHING : found.shape();
    across.show(shape, found == null ? WeightChoice.NOWHERE : found.landscape().x());
    up.show(shape, found == null ? WeightChoice.NOWHERE : found.landscape().y());
  }

  private String heading() {
    var found = model.found.get();
    return found == null || found.run() == 0
        ? messages.now("runs.landscape")
        : messages.now("runs.landscape.heading", Numbers.count(found.run()));
  }

  private String sentence(Found found) {
    var land = found.landscape();
    var of =
        found.run() == 0
            ? messages.now("runs.landscape.ofModel")
            : messages.now("runs.landscape.ofRun", Numbers.count(found.run()));
    var rows =
        land.rows() == land.of()
            ? messages.now("runs.landscape.rows", Numbers.count(land.rows()))
            : messages.now(
                "runs.landscape.someRows", Numbers.count(land.rows()), Numbers.count(land.of()));
    var about =
        messages.now(
            land.path().isEmpty() ? "runs.landscape.about" : "runs.landscape.about.way",
            of,
            rows,
            Numbers.typeset(Numbers.rounded(land.present().loss(), DIGITS)),
            found.kept() == 0
                ? messages.now("runs.landscape.atEnd")
                : messages.now("runs.landscape.atKept", Numbers.count(found.kept())));
    return about
        + (found.others().isEmpty() ? "" : " " + messages.now("runs.landscape.others"))
        + (found.left() == 0
            ? ""
            : " " + messages.now("runs.landscape.left", Numbers.count(found.left())))
        + (found.smoothed() ? " " + messages.now("runs.landscape.smoothed") : "")
        + (found.averaged() && !land.path().isEmpty()
            ? " " + messages.now("runs.landscape.averaged")
            : "");
  }

  private Plane plane(Found found) {
    var land = found.landscape();
    var finite = land.losses().stream().mapToDouble(it -> it).filter(Double::isFinite);
    var all = finite.summaryStatistics();
    var present = land.present().loss();
    var most = all.getCount() == 0 ? 1 : Math.max(present, all.getMax());
    var least =
        Math.max(all.getCount() == 0 ? 0 : Math.min(present, all.getMin()), LEAST_SHARE * most);
    var tints =
        new Tints.Values(messages.now("runs.loss"), new Span(least, most), least > 0 && most > 0);
    var lines =
        new ArrayList<>(
            List.of(
                new PlaneLine(
                    "", Float.NaN, PlaneLine.Kind.LEVEL, Contours.of(land, levels(least, most)))));
    lines.addAll(ways(found));
    return Plane.of(
            span(land.xs()),
            span(land.ys()),
            across.name(found.shape(), land.x()),
            up.name(found.shape(), land.y()),
            tints,
            dots(found))
        .with(lines)
        .with(ground(land));
  }

  private static double[] levels(double least, double most) {
    return IntStream.rangeClosed(1, LEVELS)
        .mapToDouble(i -> least * Math.pow(most / least, i / (LEVELS + 1.0)))
        .toArray();
  }

  /** One path is in the ink of texts, and several in their colors, each with its name. */
  private List<PlaneLine> ways(Found found) {
    var own = found.landscape().path();
    if (found.others().isEmpty()) {
      return own.isEmpty()
          ? List.of()
          : List.of(way(messages.now("runs.landscape.way"), Float.NaN, own));
    }
    var ended = Stream.concat(own.stream(), Stream.of(found.landscape().present())).toList();
    return Stream.concat(Stream.of(new Way(found.run(), ended)), found.others().stream())
        .sorted(Comparator.comparingInt(Way::run))
        .map(
            it ->
                way(
                    messages.now("runs.landscape.ofRun", Numbers.count(it.run())),
                    colors.getValue().getOrDefault(it.run(), it.run() - 1),
                    it.path()))
        .toList();
  }

  private static PlaneLine way(String name, float shade, List<Landscape.Point> path) {
    var points =
        Curve.of(
            path.stream().mapToDouble(Landscape.Point::x).toArray(),
            path.stream().mapToDouble(Landscape.Point::y).toArray());
    return new PlaneLine(name, shade, PlaneLine.Kind.WAY, points);
  }

  private List<Dots> dots(Found found) {
    var land = found.landscape();
    var starts =
        Stream.concat(Stream.of(land.path()), found.others().stream().map(Way::path))
            .filter(path -> path.size() > 1)
            .map(List::getFirst)
            .toList();
    var ends =
        Stream.concat(
                Stream.of(land.present()), found.others().stream().map(it -> it.path().getLast()))
            .toList();
    var end =
        found.kept() == 0 || !found.others().isEmpty()
            ? messages.now("runs.landscape.now")
            : messages.now("runs.landscape.kept", Numbers.count(found.kept()));
    return Stream.of(
            dots(messages.now("runs.landscape.start"), Dots.Fill.RING, starts),
            dots(end, Dots.Fill.FULL, ends))
        .filter(it -> it.count() > 0)
        .toList();
  }

  private static Dots dots(String name, Dots.Fill fill, List<Landscape.Point> at) {
    var shade = new float[at.size()];
    Arrays.fill(shade, Float.NaN);
    return new Dots(
        name,
        fill,
        at.stream().mapToDouble(Landscape.Point::x).toArray(),
        at.stream().mapToDouble(Landscape.Point::y).toArray(),
        shade);
  }

  /** Cells about the places: half a cell beyond the outermost. */
  private static Span span(List<Double> places) {
    var half = (places.get(1) - places.get(0)) / 2;
    return new Span(places.getFirst() - half, places.getLast() + half);
  }

  private static Ground ground(Landscape land) {
    var columns = land.xs().size();
    var rows = land.ys().size();
    var shade = new float[columns * rows];
    for (var cell = 0; cell < shade.length; cell++) {
      var row = rows - 1 - cell / columns;
      var loss = land.losses().get(row * columns + cell % columns).floatValue();
      shade[cell] = Float.isFinite(loss) ? loss : Float.NaN;
    }
    return Ground.of(columns, rows, shade);
  }

  /** Lines of one height on a landscape, by marching squares (Lorensen and Cline 1987). */
  static final class Contours {

    private final Landscape land;
    private final DoubleStream.Builder x = DoubleStream.builder();
    private final DoubleStream.Builder y = DoubleStream.builder();

    private Contours(Landscape land) {
      this.land = land;
    }

    /** All lines as one, with gaps between their pieces. */
    static Curve of(Landscape land, double[] levels) {
      var made = new Contours(land);
      for (var level : levels) {
        for (var j = 0; j + 1 < land.ys().size(); j++) {
          for (var i = 0; i + 1 < land.xs().size(); i++) {
            made.cross(i, j, level);
          }
        }
      }
      return Curve.of(made.x.build().toArray(), made.y.build().toArray());
    }

    private void cross(int i, int j, double level) {
      // Corners around the square, the first once more at the end.
      int[] is = {i, i + 1, i + 1, i, i};
      int[] js = {j, j, j + 1, j + 1, j};
      var found = 0;
      for (var side = 0; side < 4; side++) {
        var from = loss(is[side], js[side]);
        var to = loss(is[side + 1], js[side + 1]);
        if (from < level != to < level && Double.isFinite(from) && Double.isFinite(to)) {
          var share = (level - from) / (to - from);
          x.add(between(land.xs().get(is[side]), land.xs().get(is[side + 1]), share));
          y.add(between(land.ys().get(js[side]), land.ys().get(js[side + 1]), share));
          found++;
          if (found % 2 == 0) {
            gap();
          }
        }
      }
      if (found % 2 == 1) {
        gap();
      }
    }

    private void gap() {
      x.add(land.xs().getFirst());
      y.add(Double.NaN);
    }

    private double loss(int i, int j) {
      return land.losses().get(j * land.xs().size() + i);
    }

    private static double between(double from, double to, double share) {
      return from + share * (to - from);
    }
  }
}
