package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.data.ClassTarget;
import dev.neuralworkbench.data.NumberTarget;
import dev.neuralworkbench.metrics.PrincipalComponents;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Dots;
import dev.neuralworkbench.ui.chart.Plane;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A world's rows as points on a plane, before a network has answered anything. */
final class EmptyPlane {

  private static final double AIR = 0.08;

  private final World world;
  private final Words words;

  EmptyPlane(World world, Words words) {
    this.world = world;
    this.words = words;
  }

  /** The axes and rows of a view. */
  Plane of(View view) {
    return switch (view) {
      case View.Line(var x) -> of(x);
      case View.Inputs(var x, var y, var _) -> of(x, y);
      case View.Components(var components) -> of(components);
      case View.Images _ ->
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
    var training = places(components, world.training());
    var validation = places(components, world.validation());
    return Plane.of(
        aired(DoubleStream.concat(DoubleStream.of(training[0]), DoubleStream.of(validation[0]))),
        aired(DoubleStream.concat(DoubleStream.of(training[1]), DoubleStream.of(validation[1]))),
        name(components, 0),
        name(components, 1),
        tints(),
        List.of(
            new Dots(
                words.text("picture.training"),
                false,
                training[0],
                training[1],
                world.targets(world.training())),
            new Dots(
                words.text("picture.validation"),
                true,
                validation[0],
                validation[1],
                world.targets(world.validation()))));
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
        List.of(
            dots("picture.training", false, world.training(), xInput, yInput),
            dots("picture.validation", true, world.validation(), xInput, yInput));
    return Plane.of(
        span(xInput), span(yInput), world.name(xInput), world.name(yInput), tints(), dots);
  }

  /** One input as the horizontal axis; upwards the target, or the probability of the classes. */
  Plane of(int input) {
    return switch (world.preprocessor().target()) {
      case NumberTarget target -> numbers(input, target);
      case ClassTarget target -> classes(input, target.classes());
    };
  }

  private Plane numbers(int input, NumberTarget target) {
    var dots =
        List.of(
            roleDots("picture.training", world.training(), input, 0),
            roleDots("picture.validation", world.validation(), input, 1));
    var y = aired(DoubleStream.of(target.minimum(), target.maximum()));
    return Plane.of(span(input), y, world.name(input), target.name(), new Tints.Roles(), dots);
  }

  private Plane classes(int input, List<String> classes) {
    var two = classes.size() == 2;
    var dots =
        List.of(
            classDots("picture.training", false, world.training(), input, two),
            classDots("picture.validation", true, world.validation(), input, two));
    return Plane.of(
        span(input),
        new Span(-AIR, 1 + AIR),
        world.name(input),
        two
            ? words.text("picture.probability.of", classes.get(1))
            : words.text("picture.probability"),
        new Tints.Classes(classes),
        dots);
  }

  private Dots dots(String nameKey, boolean hollow, World.Rows rows, int xInput, int yInput) {
    return new Dots(
        words.text(nameKey),
        hollow,
        world.values(xInput, rows),
        world.values(yInput, rows),
        world.targets(rows));
  }

  private Dots roleDots(String nameKey, World.Rows rows, int input, int role) {
    var targets = world.targets(rows);
    var shade = new float[targets.length];
    Arrays.fill(shade, role);
    return new Dots(
        words.text(nameKey),
        role > 0,
        world.values(input, rows),
        IntStream.range(0, targets.length).mapToDouble(i -> targets[i]).toArray(),
        shade);
  }

  /** Rows stand where their class is certain: two classes at 0 and 1, more along the bottom. */
  private Dots classDots(
      String nameKey, boolean hollow, World.Rows rows, int input, boolean twoClasses) {
    var targets = world.targets(rows);
    var y = IntStream.range(0, targets.length).mapToDouble(i -> twoClasses ? targets[i] : -0.04);
    return new Dots(words.text(nameKey), hollow, world.values(input, rows), y.toArray(), targets);
  }

  private Span span(int input) {
    var values =
        DoubleStream.concat(
            Arrays.stream(world.values(input, world.training())),
            Arrays.stream(world.values(input, world.validation())));
    var number = world.number(input);
    return aired(DoubleStream.concat(values, DoubleStream.of(number.minimum(), number.maximum())));
  }

  private static Span aired(DoubleStream values) {
    var summary = values.filter(Double::isFinite).summaryStatistics();
    var length = summary.getMax() - summary.getMin();
    var air = length > 0 ? length * AIR : Math.max(Math.abs(summary.getMax()), 1) / 2;
    return new Span(summary.getMin() - air, summary.getMax() + air);
  }
}
