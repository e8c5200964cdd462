package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
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
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A map's rows as points on a plane, before a network has answered anything. */
record EmptyPlane(DecisionMap map, Words words, boolean withTest) {

  private static final double AIR = 0.08;
  private static final double ALONG_BOTTOM = -0.04;

  Plane of(MapView view) {
    return switch (view) {
      case MapView.Line(var x) -> of(x);
      case MapView.Inputs(var x, var y, var _) -> of(x, y);
      case MapView.Components(var components) -> of(components);
      case MapView.Images _ ->
          Plane.of(
              new Span(0, 1),
              new Span(0, 1),
              "",
              "",
              new Tints.Signed(words.text("picture.images.weight"), 1),
              List.of());
    };
  }

  private Plane of(PrincipalComponents components) {
    return Plane.of(
            span(components, 0),
            span(components, 1),
            name(components, 0),
            name(components, 1),
            tints(),
            dots(rows -> places(components, rows, 0), rows -> places(components, rows, 1)))
        .even();
  }

  private String name(PrincipalComponents components, int index) {
    var percent = Numbers.rounded(Math.rint(100 * components.shares()[index]), 3);
    return words.text("picture.component", index + 1, percent);
  }

  private double[] places(PrincipalComponents components, DecisionMap.Rows rows, int component) {
    var prepared = map.prepared(rows);
    return IntStream.range(0, prepared.numRows)
        .mapToDouble(row -> components.place(prepared, row, component))
        .toArray();
  }

  private Tints tints() {
    return switch (map.preprocessor().target()) {
      case ClassTarget target -> new Tints.Classes(target.classes());
      case NumberTarget target ->
          new Tints.Values(target.name(), new Span(target.minimum(), target.maximum()));
    };
  }

  Plane of(int xInput, int yInput) {
    var dots = dots(rows -> map.values(xInput, rows), rows -> map.values(yInput, rows));
    return Plane.of(span(xInput), span(yInput), map.name(xInput), map.name(yInput), tints(), dots)
        .evenIfAlike();
  }

  Plane of(int input) {
    return switch (map.preprocessor().target()) {
      case NumberTarget target -> numbers(input, target);
      case ClassTarget target -> classes(input, target.classes());
    };
  }

  private Plane numbers(int input, NumberTarget target) {
    var y = Span.aired(DoubleStream.of(target.minimum(), target.maximum()), AIR);
    var dots = dots(rows -> map.values(input, rows), rows -> targets(rows).toArray());
    return Plane.of(span(input), y, map.name(input), target.name(), new Tints.Plain(), dots);
  }

  /** Rows stand where their class is certain: two classes at 0 and 1, more along the bottom. */
  private Plane classes(int input, List<String> classes) {
    var two = classes.size() == 2;
    return Plane.of(
        span(input),
        new Span(-AIR, 1 + AIR),
        map.name(input),
        two
            ? words.text("picture.probability.of", classes.get(1))
            : words.text("picture.probability"),
        new Tints.Classes(classes),
        dots(
            rows -> map.values(input, rows),
            rows -> targets(rows).map(target -> two ? target : ALONG_BOTTOM).toArray()));
  }

  private DoubleStream targets(DecisionMap.Rows rows) {
    var targets = map.targets(rows);
    return IntStream.range(0, targets.length).mapToDouble(i -> targets[i]);
  }

  private List<Dots> dots(
      Function<DecisionMap.Rows, double[]> x, Function<DecisionMap.Rows, double[]> y) {
    var dots = new ArrayList<Dots>();
    dots.add(dots("picture.training", Dots.Fill.FULL, map.training(), x, y));
    dots.add(dots("picture.validation", Dots.Fill.RING, map.validation(), x, y));
    if (withTest) {
      dots.add(dots("picture.test", Dots.Fill.CROSSED, map.test(), x, y));
    }
    return dots;
  }

  private Dots dots(
      String key,
      Dots.Fill fill,
      DecisionMap.Rows rows,
      Function<DecisionMap.Rows, double[]> x,
      Function<DecisionMap.Rows, double[]> y) {
    return new Dots(words.text(key), fill, x.apply(rows), y.apply(rows), map.targets(rows));
  }

  /** Room for all rows, so that the axes stay when the test rows come and go. */
  private Span span(int input) {
    var number = map.number(input);
    return Span.aired(
        DoubleStream.concat(
            allRows().flatMapToDouble(rows -> Arrays.stream(map.values(input, rows))),
            DoubleStream.of(number.minimum(), number.maximum())),
        AIR);
  }

  private Span span(PrincipalComponents components, int component) {
    return Span.aired(
        allRows().flatMapToDouble(rows -> Arrays.stream(places(components, rows, component))), AIR);
  }

  private Stream<DecisionMap.Rows> allRows() {
    return Stream.of(map.training(), map.validation(), map.test());
  }
}
