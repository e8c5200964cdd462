package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.metrics.PrincipalComponents;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A world's rows as points on a plane, before a network has answered anything.
 *
 * @param withTest whether the rows for the last test are drawn too
 */
record EmptyPlane(World world, Words words, boolean withTest) {

  private static final double AIR = 0.08;

  Plane of(WorldView view) {
    return switch (view) {
      case WorldView.Line(var x) -> of(x);
      case WorldView.Inputs(var x, var y, var _) -> of(x, y);
      case WorldView.Components(var components) -> of(components);
      case WorldView.Images _ ->
          Plane.of(
              new Span(0, 1),
              new Span(0, 1),
              "",
              words.text("picture.images.units"),
              new Tints.Signed(words.text("picture.images.weight"), 1),
              List.of());
    };
  }

  private Plane of(PrincipalComponents components) {
    var dots = new ArrayList<Dots>();
    for (var kind : kinds()) {
      var places = places(components, kind.rows);
      dots.add(kind.dots(words, places[0], places[1], world.targets(kind.rows)));
    }
    return Plane.of(
            span(components, 0),
            span(components, 1),
            name(components, 0),
            name(components, 1),
            tints(),
            dots)
        .even();
  }

  private String name(PrincipalComponents components, int index) {
    var percent = Numbers.rounded(Math.rint(100 * components.share(index)), 3);
    return words.text("picture.component", index + 1, percent);
  }

  private double[][] places(PrincipalComponents components, World.Rows rows) {
    var prepared = world.prepared(rows);
    var places = new double[2][prepared.numRows];
    for (var component = 0; component < 2; component++) {
      for (var row = 0; row < prepared.numRows; row++) {
        places[component][row] = components.place(prepared, row, component);
      }
    }
    return places;
  }

  private Tints tints() {
    return switch (world.preprocessor().target()) {
      case ClassTarget target -> new Tints.Classes(target.classes());
      case NumberTarget target ->
          new Tints.Values(target.name(), new Span(target.minimum(), target.maximum()));
    };
  }

  /** Two inputs as axes; colours are classes, or the target's numbers. */
  Plane of(int xInput, int yInput) {
    var dots =
        kinds().stream()
            .map(
                kind ->
                    kind.dots(
                        words,
                        world.values(xInput, kind.rows),
                        world.values(yInput, kind.rows),
                        world.targets(kind.rows)))
            .toList();
    return Plane.of(
            span(xInput), span(yInput), world.name(xInput), world.name(yInput), tints(), dots)
        .evenIfAlike();
  }

  /** One input as the horizontal axis; upwards the target, or the probability of the classes. */
  Plane of(int input) {
    return switch (world.preprocessor().target()) {
      case NumberTarget target -> numbers(input, target);
      case ClassTarget target -> classes(input, target.classes());
    };
  }

  private Plane numbers(int input, NumberTarget target) {
    var dots = kinds().stream().map(kind -> roleDots(kind, input)).toList();
    var y = aired(DoubleStream.of(target.minimum(), target.maximum()));
    return Plane.of(span(input), y, world.name(input), target.name(), new Tints.Plain(), dots);
  }

  private Plane classes(int input, List<String> classes) {
    var two = classes.size() == 2;
    return Plane.of(
        span(input),
        new Span(-AIR, 1 + AIR),
        world.name(input),
        two
            ? words.text("picture.probability.of", classes.get(1))
            : words.text("picture.probability"),
        new Tints.Classes(classes),
        kinds().stream().map(kind -> classDots(kind, input, two)).toList());
  }

  private Dots roleDots(Kind kind, int input) {
    var targets = world.targets(kind.rows);
    return kind.dots(
        words,
        world.values(input, kind.rows),
        IntStream.range(0, targets.length).mapToDouble(i -> targets[i]).toArray(),
        new float[targets.length]);
  }

  /** Rows stand where their class is certain: two classes at 0 and 1, more along the bottom. */
  private Dots classDots(Kind kind, int input, boolean twoClasses) {
    var targets = world.targets(kind.rows);
    var y = IntStream.range(0, targets.length).mapToDouble(i -> twoClasses ? targets[i] : -0.04);
    return kind.dots(words, world.values(input, kind.rows), y.toArray(), targets);
  }

  /** Rows of one kind: they lie over those of the kinds before. */
  private record Kind(String key, World.Rows rows, Dots.Fill fill) {

    Dots dots(Words words, double[] x, double[] y, float[] shade) {
      return new Dots(words.text(key), fill, x, y, shade);
    }
  }

  private List<Kind> kinds() {
    var kinds = new ArrayList<Kind>();
    kinds.add(new Kind("picture.training", world.training(), Dots.Fill.FULL));
    kinds.add(new Kind("picture.validation", world.validation(), Dots.Fill.RING));
    if (withTest) {
      kinds.add(new Kind("picture.test", world.test(), Dots.Fill.CROSSED));
    }
    return kinds;
  }

  /** Room for all rows, so that the axes stay when the test rows come and go. */
  private Span span(int input) {
    var number = world.number(input);
    return aired(
        DoubleStream.concat(
            allRows().flatMapToDouble(rows -> Arrays.stream(world.values(input, rows))),
            DoubleStream.of(number.minimum(), number.maximum())));
  }

  private Span span(PrincipalComponents components, int component) {
    return aired(
        allRows().flatMapToDouble(rows -> Arrays.stream(places(components, rows)[component])));
  }

  private Stream<World.Rows> allRows() {
    return Stream.of(world.training(), world.validation(), world.test());
  }

  private static Span aired(DoubleStream values) {
    var summary = values.filter(Double::isFinite).summaryStatistics();
    var length = summary.getMax() - summary.getMin();
    var air = length > 0 ? length * AIR : Math.max(Math.abs(summary.getMax()), 1) / 2;
    return new Span(summary.getMin() - air, summary.getMax() + air);
  }
}
