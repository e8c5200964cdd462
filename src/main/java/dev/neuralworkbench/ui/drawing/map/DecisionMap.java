package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.NumberInput;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * What a network's decisions are mapped over: the data that it sees, in the user's units, which
 * inputs can be axes, and the values of its rows.
 *
 * @param test rows kept for the last test. Not modified.
 * @param firstAxes the two inputs, or the one, that are axes at first: those that tell most of the
 *     target
 */
public record DecisionMap(
    Table table,
    Preprocessor preprocessor,
    Rows training,
    Rows validation,
    Rows test,
    List<Integer> firstAxes) {

  /** Points drawn of each kind of rows; more would hide the ground and each other. */
  private static final int MOST_POINTS = 600;

  /** Rows of a table, thinned to what a picture can show. */
  public static final class Rows {
    private final int[] rows;

    /** Every row, or evenly spread ones where there are too many to be seen apart. */
    public Rows(int[] all) {
      var step = Math.max(1, Math.ceilDiv(all.length, MOST_POINTS));
      rows = IntStream.iterate(0, i -> i < all.length, i -> i + step).map(i -> all[i]).toArray();
    }

    int[] rows() {
      return rows;
    }
  }

  /**
   * A map with the axes found that tell most; takes time where there are many inputs, so off the FX
   * thread.
   */
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

  /** Indices of the inputs that can be an axis: the numeric ones. */
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
        .map(it -> new RowImage(it, input -> column(name(input)).value(training.rows[0])));
  }

  FMatrixRMaj prepared(Rows shown) {
    return preprocessor.encode(table, shown.rows);
  }

  public String name(int input) {
    return input(input).name();
  }

  /** Whether inputs other than these decide too. */
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
    return column(name(input)) instanceof NumberColumn numbers
        ? IntStream.of(rows.rows).mapToDouble(numbers::value).toArray()
        : IntStream.of(rows.rows).mapToDouble(_ -> Double.NaN).toArray();
  }

  /** The targets of some rows: indices of classes, or numbers in the user's units. */
  float[] targets(Rows rows) {
    var column = column(preprocessor.target().name());
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

  private Column column(String name) {
    var column = table.column(name);
    if (column == null) {
      throw new IllegalArgumentException("expected a column " + name + " in " + table.name());
    }
    return column;
  }
}
