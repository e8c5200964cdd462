package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.metrics.PredictedClasses;
import dev.neuralworkbench.metrics.RankedRows;
import dev.neuralworkbench.metrics.ThresholdCurve;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.evaluation.Listed.Cell;
import dev.neuralworkbench.ui.evaluation.Listed.SomeRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is on some rows, its answers and inputs; no loss, no linear model.
 *
 * @param table where the rows are
 * @param pixels null where the inputs are no image
 * @param folds number of networks that predict them in place of the model; 0 where it does
 * @param file what is known of the rows of another file; null for the model's own table
 */
public record JudgedPart(
    EvaluatedRows part,
    Table table,
    Dataset data,
    Answers answers,
    Judgement judgement,
    ChartShapes shapes,
    List<Column> inputs,
    @Nullable Pixels pixels,
    int folds,
    RowsAnswer.@Nullable Given file) {

  /** A row of the part as the image that its inputs are; null where they are none. */
  @Nullable RowImage image(int row) {
    var at = data.sourceRows()[row];
    return pixels == null ? null : new RowImage(pixels, it -> inputs.get(it).value(at));
  }

  /** The same rows and probabilities, from which classes follow otherwise. */
  JudgedPart decided(@Nullable Decision by) {
    var now = answers.decided(by);
    var beside = judgement.decided(now, data.targets());
    return new JudgedPart(part, table, data, now, beside, shapes, inputs, pixels, folds, file);
  }

  /** Positions of rows, those first of whose class the model is surest. Others are not modified. */
  int[] surestFirst(int[] rows) {
    return IntStream.of(rows)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -sureness(row)))
        .mapToInt(it -> it)
        .toArray();
  }

  /** The probability of the class that a row is taken for, 0 to 1. */
  public double sureness(int row) {
    var predicted = answers.predictedClass(row);
    return predicted == PredictedClasses.NONE ? Double.NaN : answers.probability(row, predicted);
  }

  /** The true class of a row of the part, by its position; −1 for numbers. */
  public int actualClass(int row) {
    return data.targets() instanceof ClassTargets classes ? classes.classes()[row] : -1;
  }

  /** The target of a row in the user's units; not to be asked where classes are predicted. */
  public double actual(int row) {
    var values = ((ValueTargets) data.targets()).values();
    return ((NumberTarget) answers.target()).decode(values.data[row]);
  }

  /** The number predicted for a row, in the user's units; not to be asked of classes. */
  public double predicted(int row) {
    return answers.number(row);
  }

  /** The share of the rows that are of a class. */
  double share(int c) {
    return rows(row -> actualClass(row) == c).length / (double) data.rows();
  }

  /** What a column has in some rows; NaN where it has nothing. Categories are their places. */
  double[] values(Column column, int[] rows) {
    return IntStream.of(rows)
        .map(row -> data.sourceRows()[row])
        .mapToDouble(
            row ->
                column.isMissing(row)
                    ? Double.NaN
                    : column instanceof TextColumn texts ? texts.code(row) : column.value(row))
        .toArray();
  }

  int[] wrongRows() {
    return rows(row -> actualClass(row) != answers.predictedClass(row));
  }

  /** Positions of the rows that are listed; of a cell's none for numbers. */
  int[] rowsOf(Listed listed) {
    return switch (listed) {
      case Cell(var actual, var predicted) ->
          rows(row -> actualClass(row) == actual && answers.predictedClass(row) == predicted);
      case SomeRows some -> some.rows().stream().mapToInt(it -> it).toArray();
    };
  }

  private int[] rows(IntPredicate wanted) {
    return data.targets() instanceof ClassTargets
        ? IntStream.range(0, data.rows()).filter(wanted).toArray()
        : new int[0];
  }

  /** Curves or points for the charts, thinned in the background to what a screen can show. */
  sealed interface ChartShapes {

    /** Points of a curve, and points of a cloud, at most. */
    int MOST = 2_000;

    /** Classes whose curves can be told apart; of more, one is drawn at a time. */
    int MOST_CLASSES = 6;

    /** A class with its curve, the thresholds of its points, and the area below it, 0 to 1. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record CurveOfClass(int index, Curve curve, double[] thresholds, double area) {}

    /** ROC curves, and precision–recall curves with the average precision as their area. */
    record OfClasses(List<CurveOfClass> roc, List<CurveOfClass> recall) implements ChartShapes {}

    /**
     * Positions of rows, and as many of both numbers; not to be modified.
     *
     * @param residuals of all rows
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Numbers(int[] rows, double[] actual, double[] predicted, Histogram residuals)
        implements ChartShapes {}

    static ChartShapes of(Answers answers, Targets targets) {
      return switch (targets) {
        case ClassTargets classes -> ofClasses(answers, classes);
        case ValueTargets values -> numbers(answers, values);
      };
    }

    /** Each class with a place in the matrix; none where a row has no answer. */
    private static OfClasses ofClasses(Answers answers, ClassTargets targets) {
      var roc = new ArrayList<CurveOfClass>();
      var recall = new ArrayList<CurveOfClass>();
      var isDrawn = answers.unanswered() == 0 && targets.classCount() <= ConfusionGrid.MOST_CLASSES;
      var ranks = answers.ranks();
      for (var c = 0; isDrawn && c < targets.classCount(); c++) {
        var curve = RankedRows.of(ranks, targets.classes(), c).curve();
        if (!Double.isNaN(curve.area())) {
          roc.add(roc(c, curve));
          recall.add(recall(c, curve));
        }
      }
      return new OfClasses(roc, recall);
    }

    private static CurveOfClass roc(int c, ThresholdCurve of) {
      var points = every(of.points());
      return new CurveOfClass(
          c,
          Curve.of(pick(of.fallOuts(), points), pick(of.recalls(), points)),
          pick(of.thresholds(), points),
          of.area());
    }

    /** Two points for each threshold: recall rises at its precision. */
    private static CurveOfClass recall(int c, ThresholdCurve of) {
      var points = every(of.points());
      var across = IntStream.range(1, 2 * points.length - 1).map(i -> points[i / 2]).toArray();
      var at = IntStream.range(2, 2 * points.length).map(i -> points[i / 2]).toArray();
      return new CurveOfClass(
          c,
          Curve.of(pick(of.recalls(), across), pick(of.precisions(), at)),
          pick(of.thresholds(), at),
          of.averagePrecision());
    }

    private static double[] pick(double[] from, int[] places) {
      return IntStream.of(places).mapToDouble(it -> from[it]).toArray();
    }

    private static Numbers numbers(Answers answers, ValueTargets targets) {
      var target = (NumberTarget) answers.target();
      var answered = IntStream.range(0, answers.rows()).filter(answers::isAnswered).toArray();
      var residuals =
          IntStream.of(answered)
              .mapToDouble(row -> target.decode(targets.values().data[row]) - answers.number(row))
              .toArray();
      var rows = IntStream.of(every(answered.length)).map(i -> answered[i]).toArray();
      return new Numbers(
          rows,
          IntStream.of(rows)
              .mapToDouble(row -> target.decode(targets.values().data[row]))
              .toArray(),
          IntStream.of(rows)
              .mapToDouble(row -> target.decode(answers.outputs().data[row]))
              .toArray(),
          Histogram.of(NumberColumn.of("", residuals), new int[residuals.length], 1));
    }

    private static int[] every(int count) {
      return count <= MOST
          ? IntStream.range(0, count).toArray()
          : IntStream.range(0, MOST)
              .map(i -> (int) ((long) i * (count - 1) / (MOST - 1)))
              .toArray();
    }
  }
}
