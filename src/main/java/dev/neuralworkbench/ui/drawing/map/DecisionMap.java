package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.statistics.Correlations;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.diagnosis.VitalsProbe;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** The data that a network sees; the first axes are the inputs that tell most of the target. */
public record DecisionMap(
    Table table,
    Preprocessor preprocessor,
    Rows training,
    Rows validation,
    Rows test,
    List<Integer> firstAxes) {

  /** Points drawn of each kind of rows; more would hide the ground and each other. */
  private static final int MOST_POINTS = 600;

  /**
   * Some rows of the table.
   *
   * @param rows those that are drawn
   * @param sample those by which units are dead, as a run's vitals take them
   */
  @SuppressWarnings("ArrayRecordComponent") // shared, and compared by identity
  public record Rows(int[] rows, int[] sample) {

    /** Of every row, or evenly spread ones where there are too many to be seen apart. */
    public Rows(int[] all) {
      var step = Math.max(1, Math.ceilDiv(all.length, MOST_POINTS));
      this(
          IntStream.iterate(0, i -> i < all.length, i -> i + step).map(i -> all[i]).toArray(),
          Dataset.spread(all.length, VitalsProbe.MOST_ROWS).map(i -> all[i]).toArray());
    }
  }

  /** Points stand where the model sees them: with the cells as it reads them. */
  public DecisionMap {
    table = preprocessor.cleaned(table);
  }

  /** Of rows as they are divided; finds the axes that tell most, which takes time. */
  public static DecisionMap of(Table table, Preprocessor preprocessor, RowSplit rows) {
    return new DecisionMap(
        table,
        preprocessor,
        new Rows(rows.training()),
        new Rows(rows.validation()),
        new Rows(rows.test()));
  }

  /** Finds the axes that tell most: takes time for many inputs, so off the FX thread. */
  public DecisionMap(
      Table table, Preprocessor preprocessor, Rows training, Rows validation, Rows test) {
    this(
        table,
        preprocessor,
        training,
        validation,
        test,
        new DecisionMap(table, preprocessor, training, validation, test, List.of()).mostTelling());
  }

  public List<Integer> axes() {
    return IntStream.range(0, preprocessor.inputs().size())
        .filter(i -> preprocessor.inputs().get(i) instanceof NumberInput)
        .boxed()
        .toList();
  }

  private List<Integer> mostTelling() {
    var axes = axes();
    if (axes.size() <= 2) {
      return axes;
    }
    var targets = targets(training);
    var classes = preprocessor.target() instanceof ClassTarget target ? target.classes().size() : 0;
    var relevance = new double[preprocessor.inputs().size()];
    axes.forEach(
        input -> relevance[input] = Relevance.of(values(input, training), targets, classes));
    return axes.stream()
        .sorted(Comparator.comparingDouble(input -> -relevance[input]))
        .limit(2)
        .sorted()
        .toList();
  }

  /** The first of the training rows as an image; empty where the inputs are none. */
  public Optional<RowImage> example() {
    return preprocessor
        .pixels()
        .filter(_ -> training.rows.length > 0)
        .map(it -> new RowImage(it, input -> table.named(name(input)).value(training.rows[0])));
  }

  FMatrixRMaj prepared(Rows shown) {
    return preprocessor.encode(table, shown.rows);
  }

  public String name(int input) {
    return input(input).name();
  }

  boolean hasMoreThan(int axes) {
    return preprocessor.inputs().size() > axes;
  }

  NumberInput number(int input) {
    if (input(input) instanceof NumberInput number) {
      return number;
    }
    throw new IllegalArgumentException("expected a numeric input, got " + name(input));
  }

  /** The values of an input for some rows; NaN where missing. */
  double[] values(int input, Rows rows) {
    return table.named(name(input)) instanceof NumberColumn numbers
        ? IntStream.of(rows.rows).mapToDouble(numbers::value).toArray()
        : IntStream.of(rows.rows).mapToDouble(_ -> Double.NaN).toArray();
  }

  /** The targets of some rows: indices of classes, or numbers in the user's units. */
  float[] targets(Rows rows) {
    var column = table.named(preprocessor.target().name());
    var targets = new float[rows.rows.length];
    switch (preprocessor.target()) {
      case ClassTarget target -> {
        var classes = target.encode(column, rows.rows).classes();
        for (var i = 0; i < targets.length; i++) {
          targets[i] = classes[i];
        }
      }
      case NumberTarget _ -> {
        for (var i = 0; i < targets.length; i++) {
          targets[i] = (float) column.value(rows.rows[i]);
        }
      }
    }
    return targets;
  }

  private InputEncoder input(int index) {
    return preprocessor.inputs().get(index);
  }

  /**
   * How much of the target one input tells by itself: the share of the input's variance between the
   * classes, or r² with a numeric target, times the share of the rows that have it at all. Only to
   * choose what is worth looking at first.
   */
  static final class Relevance {

    private Relevance() {}

    /** From 0 (nothing) to 1 (all); values NaN where missing, 0 classes for a numeric target. */
    static double of(double[] values, float[] targets, int classes) {
      // What is between the classes is what the mean of each tells of its values.
      var means =
          IntStream.range(0, values.length)
              .filter(i -> !Double.isNaN(values[i]))
              .boxed()
              .collect(
                  Collectors.groupingBy(
                      i -> targets[i], Collectors.averagingDouble(i -> values[i])));
      var told =
          IntStream.range(0, values.length)
              .mapToDouble(i -> classes > 0 ? means.getOrDefault(targets[i], 0.0) : targets[i])
              .toArray();
      var both = List.of(NumberColumn.of("", values), NumberColumn.of("", told));
      var found = Correlations.of(both, Progress.NONE);
      var r = found.value(0, 1);
      return Double.isNaN(r) ? 0 : r * r * found.rows(0, 1) / values.length;
    }
  }
}
