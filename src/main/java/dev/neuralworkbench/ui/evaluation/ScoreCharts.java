package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes.CurveOfClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the charts show of a judgement, in the words of the moment. */
public record ScoreCharts(Messages messages) {

  private static final int MOST_AREAS = 4;
  private static final double AIR = 0.05;

  /** The ROC curve of a class; null where it has none. */
  public @Nullable Plane roc(JudgedPart judged, int positive) {
    return judged.shapes() instanceof ChartShapes.OfClasses shapes
        ? curves(judged, shapes.roc().stream().filter(it -> it.index() == positive).toList(), true)
        : null;
  }

  /** Curves of one or several classes; null without any. */
  @Nullable Plane curves(JudgedPart judged, List<CurveOfClass> curves, boolean isRoc) {
    if (curves.isEmpty() || !(judged.answers().target() instanceof ClassTarget target)) {
      return null;
    }
    var isAlone = curves.size() == 1;
    var lines = new ArrayList<PlaneLine>();
    var chance = isAlone ? judged.share(curves.getFirst().index()) : Double.NaN;
    if (isRoc || isAlone) {
      var ends = isRoc ? new double[] {0, 1} : new double[] {chance, chance};
      lines.add(line(messages.now("evaluate.roc.chance"), new double[] {0, 1}, ends));
    }
    for (var of : curves) {
      var name = target.classes().get(of.index());
      lines.add(
          new PlaneLine(
              isAlone
                  ? messages.now(
                      isRoc ? "evaluate.roc.of" : "evaluate.recall.of",
                      name,
                      Numbers.share(of.area()))
                  : "",
              of.index(),
              PlaneLine.Kind.ANSWER,
              of.curve()));
    }
    return Plane.of(
            new Span(0, 1),
            new Span(0, 1),
            messages.now(isRoc ? "evaluate.roc.false" : "evaluate.of.recall"),
            messages.now(isRoc ? "evaluate.roc.true" : "evaluate.of.precision"),
            new Tints.Classes(isAlone ? List.of() : named(target.classes(), curves)),
            isRoc && judged.answers().classes().size() == 2 && isAlone
                ? List.of(present(judged, curves.getFirst().index()))
                : List.of())
        .with(lines)
        .even();
  }

  /** Where the model is on its curve, by what it predicts. */
  private Dots present(JudgedPart judged, int positive) {
    var matrix = ((Scores.OfClasses) judged.judgement().network()).confusion();
    return new Dots(
        messages.now("evaluate.roc.present"),
        Dots.Fill.RING,
        new double[] {share(matrix, 1 - positive, positive)},
        new double[] {share(matrix, positive, positive)},
        new float[] {positive});
  }

  /** The share of the rows of a class that are predicted as another. */
  private static double share(ConfusionMatrix matrix, int actual, int predicted) {
    return (double) matrix.count(actual, predicted) / matrix.support(actual);
  }

  private static List<String> named(List<String> classes, List<CurveOfClass> curves) {
    if (classes.size() > MOST_AREAS) {
      return classes;
    }
    return IntStream.range(0, classes.size())
        .mapToObj(
            c ->
                curves.stream()
                    .filter(it -> it.index() == c)
                    .map(it -> classes.get(c) + " " + Numbers.share(it.area()))
                    .findFirst()
                    .orElse(classes.get(c)))
        .toList();
  }

  Plane answers(JudgedPart judged, ChartShapes.Numbers numbers) {
    var name = ((NumberTarget) judged.answers().target()).name();
    var both =
        Span.aired(
            DoubleStream.concat(
                Arrays.stream(numbers.actual()), Arrays.stream(numbers.predicted())),
            AIR);
    var ends = new double[] {both.least(), both.greatest()};
    return Plane.of(
            both,
            both,
            messages.now("evaluate.actual", name),
            messages.now("evaluate.predicted", name),
            new Tints.Plain(),
            List.of(dots(judged, numbers.actual(), numbers.predicted())))
        .with(List.of(line(messages.now("evaluate.perfect"), ends, ends)))
        .even();
  }

  /** Residuals against what is predicted, or an input. */
  Plane residuals(JudgedPart judged, ChartShapes.Numbers numbers, @Nullable Column input) {
    var across = input == null ? numbers.predicted() : judged.values(input, numbers.rows());
    var there = IntStream.range(0, across.length).filter(i -> !Double.isNaN(across[i])).toArray();
    var xs = IntStream.of(there).mapToDouble(i -> across[i]).toArray();
    var residuals =
        IntStream.of(there)
            .mapToDouble(i -> numbers.actual()[i] - numbers.predicted()[i])
            .toArray();
    var x = Span.aired(Arrays.stream(xs), AIR);
    var most = Arrays.stream(residuals).map(Math::abs).max().orElse(0);
    var tall = most == 0 ? 1 : most * (1 + 3 * AIR);
    return Plane.of(
            x,
            new Span(-tall, tall),
            input == null
                ? messages.now("evaluate.predicted", judged.answers().target().name())
                : input.name(),
            messages.now("evaluate.residual"),
            new Tints.Plain(),
            List.of(dots(judged, xs, residuals)))
        .with(List.of(line("", new double[] {x.least(), x.greatest()}, new double[] {0, 0})))
        .withCategories(
            input instanceof TextColumn texts ? texts.categories() : List.of(), List.of());
  }

  private Dots dots(JudgedPart judged, double[] x, double[] y) {
    var name =
        x.length < judged.data().rows()
            ? messages.now(
                "evaluate.dots.some", Numbers.count(x.length), Numbers.count(judged.data().rows()))
            : messages.now("evaluate.dots." + judged.part().id());
    var fill =
        switch (judged.part()) {
          case TRAINING -> Dots.Fill.FULL;
          case VALIDATION, CROSS_VALIDATION -> Dots.Fill.RING;
          case TEST, FILE -> Dots.Fill.CROSSED;
        };
    return new Dots(name, fill, x, y, new float[x.length]);
  }

  private static PlaneLine line(String name, double[] x, double[] y) {
    return new PlaneLine(name, Float.NaN, PlaneLine.Kind.MARK, Curve.of(x, y));
  }
}
