package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.FeatureInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The network's inputs of rows that are mixed of one row x and background rows b, column by column:
 * the mixed row has the cells of x in some columns and those of b in the others, and is then
 * encoded as any row is. So all numbers of a one-hot group, and what is engineered from a column,
 * change with the column; a product of two columns has four values, by where each factor is from.
 */
final class MixedInputs {

  private final Preprocessor preprocessor;
  private final RawRow x;
  private final List<RawRow> background;
  private final int[] start;
  private final float[] ofX;
  private final float[][] ofBackground;

  /**
   * Encodes the pure rows.
   *
   * @param x cleaned
   * @param background cleaned; at least one
   */
  MixedInputs(Preprocessor preprocessor, RawRow x, List<RawRow> background) {
    this.preprocessor = preprocessor;
    this.x = x;
    this.background = List.copyOf(background);
    start = new int[columns() + 1];
    for (var i = 0; i < columns(); i++) {
      start[i + 1] = start[i] + preprocessor.inputs().get(i).width();
    }
    ofX = encode(x);
    ofBackground = background.stream().map(this::encode).toArray(float[][]::new);
  }

  int columns() {
    return preprocessor.inputs().size();
  }

  int rows() {
    return background.size();
  }

  int inputs() {
    return preprocessor.inputCount();
  }

  /** The columns that an input of the network is made of: one, or two for a product. */
  int[] columnsOf(int input) {
    if (input >= start[columns()]) {
      var names = feature(input).feature().columns();
      return names.stream().mapToInt(preprocessor::indexOf).distinct().toArray();
    }
    var found = Arrays.binarySearch(start, input);
    var column = found >= 0 ? found : -found - 2;
    while (start[column + 1] == start[column]) {
      column++; // A column without a category has no input.
    }
    return new int[] {column};
  }

  /** The inputs that change with a column, rising. */
  int[] inputsOf(int column) {
    var engineered =
        IntStream.range(start[columns()], inputs())
            .filter(k -> IntStream.of(columnsOf(k)).anyMatch(it -> it == column));
    return IntStream.concat(IntStream.range(start[column], start[column + 1]), engineered)
        .toArray();
  }

  /**
   * An input of the network in the mixed rows.
   *
   * @param isOfX whether a column's cell is that of x; asked of the input's own columns
   * @return one number for each background row; the caller's own
   */
  double[] values(int input, IntPredicate isOfX) {
    var columns = columnsOf(input);
    var first = isOfX.test(columns[0]);
    var isMixed = isOfX.test(columns[columns.length - 1]) != first;
    return IntStream.range(0, rows())
        .mapToDouble(
            row ->
                isMixed
                    ? engineered(input, new Mixed(x, background.get(row), isOfX))
                    : first ? ofX[input] : ofBackground[row][input])
        .toArray();
  }

  /**
   * The inputs that change with a column, of other rows than the mixed ones.
   *
   * @param inputs {@link #inputsOf} the column
   * @param rows cleaned
   * @return (inputs × rows), the caller's own
   */
  double[][] encode(int[] inputs, int column, List<RawRow> rows) {
    var encoder = preprocessor.inputs().get(column);
    var own = new float[encoder.width()];
    var values = new double[inputs.length][rows.size()];
    for (var r = 0; r < rows.size(); r++) {
      encoder.encode(rows.get(r), column, own, 0);
      for (var i = 0; i < inputs.length; i++) {
        values[i][r] = i < own.length ? own[i] : engineered(inputs[i], rows.get(r));
      }
    }
    return values;
  }

  float ofX(int input) {
    return ofX[input];
  }

  private float[] encode(RawRow row) {
    var all = new float[inputs()];
    for (var i = 0; i < columns(); i++) {
      preprocessor.inputs().get(i).encode(row, i, all, start[i]);
    }
    for (var k = start[columns()]; k < all.length; k++) {
      all[k] = engineered(k, row);
    }
    return all;
  }

  private FeatureInput feature(int input) {
    return preprocessor.engineered().get(input - start[columns()]);
  }

  private float engineered(int input, RawRow row) {
    var of = feature(input);
    return of.encode(of.feature().value(preprocessor.operands(of.feature(), row)));
  }

  /** A row with the cells of x in some columns, and of another in the others. */
  record Mixed(RawRow x, RawRow other, IntPredicate isOfX) implements RawRow {

    @Override
    public double number(int input) {
      return (isOfX.test(input) ? x : other).number(input);
    }

    @Override
    public @Nullable String text(int input) {
      return (isOfX.test(input) ? x : other).text(input);
    }
  }

  /** The rows of a cleaned table, as many as it has. */
  static List<RawRow> rows(Preprocessor preprocessor, Table cleaned) {
    var rows = new ArrayList<RawRow>();
    for (var row = 0; row < cleaned.rows(); row++) {
      rows.add(RawRow.of(preprocessor, cleaned, row));
    }
    return rows;
  }
}
