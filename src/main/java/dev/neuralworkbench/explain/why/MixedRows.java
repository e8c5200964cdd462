package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are mixed of one row x and background rows b, column by column: the cells of x in some
 * columns, those of b in the others. They are mixed raw and encoded afterwards, so all numbers of a
 * one-hot group, and what is engineered from a column, change with the column.
 *
 * @param x cleaned, as the background is
 */
record MixedRows(Preprocessor preprocessor, RawRow x, List<RawRow> background) {

  static MixedRows of(Preprocessor preprocessor, RawRow raw, Table background) {
    var rows =
        IntStream.range(0, background.rows())
            .mapToObj(row -> RawRow.of(preprocessor, background, row))
            .toList();
    return new MixedRows(preprocessor, preprocessor.cleaned(raw), rows);
  }

  int columns() {
    return preprocessor.inputs().size();
  }

  /** The columns that each input of the network is made of: one, or two for a product. */
  int[][] columnsOfInputs() {
    var all = new int[preprocessor.inputCount()][];
    var k = 0;
    for (var column = 0; column < columns(); column++) {
      var width = preprocessor.inputs().get(column).width();
      Arrays.fill(all, k, k + width, new int[] {column});
      k += width;
    }
    for (var engineered : preprocessor.engineered()) {
      var names = engineered.feature().columns();
      all[k++] = names.stream().mapToInt(preprocessor::indexOf).toArray();
    }
    return all;
  }

  /** The network's inputs of the mixed rows, (background rows × inputs). */
  FMatrixRMaj encode(IntPredicate isOfX) {
    var matrix = new FMatrixRMaj(background.size(), preprocessor.inputCount());
    for (var row = 0; row < matrix.numRows; row++) {
      var mixed = new Mixed(x, background.get(row), isOfX);
      preprocessor.encodeCleaned(mixed, matrix.data, row * matrix.numCols);
    }
    return matrix;
  }

  private record Mixed(RawRow x, RawRow other, IntPredicate isOfX) implements RawRow {

    @Override
    public double number(int input) {
      return (isOfX.test(input) ? x : other).number(input);
    }

    @Override
    public @Nullable String text(int input) {
      return (isOfX.test(input) ? x : other).text(input);
    }
  }
}
