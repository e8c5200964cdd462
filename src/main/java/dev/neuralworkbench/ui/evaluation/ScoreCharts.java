package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
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

  /** ROC curves; null for numbers, many classes, and where one class alone occurs. */
  public @Nullable Plane roc(JudgedPart judged) {
    return judged.shapes() instanceof ChartShapes.Roc curves ? roc(judged, curves) : null;
  }

  @Nullable Plane roc(JudgedPart judged, ChartShapes.Roc roc) {
    if (roc.curves().isEmpty() || !(judged.answers().target() instanceof ClassTarget target)) {
      return null;
    }
    var two = target.classes().size() == 2;
    var lines = new ArrayList<PlaneLine>();
    lines.add(line(messages.now("evaluate.roc.chance"), new double[] {0, 1}, new double[] {0, 1}));
    for (var of : roc.curves()) {
      var name = target.classes().get(of.index());
      lines.add(
          new PlaneLine(
              two ? messages.now("evaluate.roc.of", name, Numbers.share(of.area())) : "",
              of.index(),
              PlaneLine.Kind.ANSWER,
              of.curve()));
    }
    return Plane.of(
            new Span(0, 1),
            new Span(0, 1),
            messages.now("evaluate.roc.false"),
            messages.now("evaluate.roc.true"),
            new Tints.Classes(two ? List.of() : named(target.classes(), roc)),
            two ? List.of(present(judged)) : List.of())
        .with(lines)
        .even();
  }

  /** Where the model is on its curve, by what it predicts. */
  private Dots present(JudgedPart judged) {
    var matrix = ((Scores.OfClasses) judged.judgement().network()).report().confusion();
    return new Dots(
        messages.now("evaluate.roc.present"),
        Dots.Fill.RING,
        new double[] {share(matrix, 0)},
        new double[] {share(matrix, 1)},
        new float[] {1});
  }

  /** Rows of a class that are predicted as the second. */
  private static double share(ConfusionMatrix matrix, int actual) {
    return (double) matrix.count(actual, 1) / matrix.support(actual);
  }

  private static List<String> named(List<String> classes, ChartShapes.Roc roc) {
    if (classes.size() > MOST_AREAS) {
      return classes;
    }
    return IntStream.range(0, classes.size())
        .mapToObj(
            c ->
                roc.curves().stream()
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

  Plane residuals(JudgedPart judged, ChartShapes.Numbers numbers) {
    var name = ((NumberTarget) judged.answers().target()).name();
    var residuals =
        IntStream.range(0, numbers.actual().length)
            .mapToDouble(i -> numbers.actual()[i] - numbers.predicted()[i])
            .toArray();
    var x = Span.aired(Arrays.stream(numbers.predicted()), AIR);
    var most = Arrays.stream(residuals).map(Math::abs).max().orElse(0);
    var tall = most == 0 ? 1 : most * (1 + AIR);
    return Plane.of(
            x,
            new Span(-tall, tall),
            messages.now("evaluate.predicted", name),
            messages.now("evaluate.residual"),
            new Tints.Plain(),
            List.of(dots(judged, numbers.predicted(), residuals)))
        .with(List.of(line("", new double[] {x.least(), x.greatest()}, new double[] {0, 0})));
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
          case VALIDATION -> Dots.Fill.RING;
          case TEST -> Dots.Fill.CROSSED;
        };
    return new Dots(name, fill, x, y, new float[x.length]);
  }

  private static PlaneLine line(String name, double[] x, double[] y) {
    return new PlaneLine(name, Float.NaN, PlaneLine.Kind.MARK, Curve.of(x, y));
  }
}
