package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Rows alike but in one or two inputs: held at a row of the table, or at means and modes. */
final class MapGrid {

  private MapGrid() {}

  /** Prepared rows along one input: (values × prepared inputs). */
  static FMatrixRMaj along(Preprocessor preprocessor, int input, double[] values) {
    var held = new Means(preprocessor.inputs());
    return over(preprocessor, input, values, -1, new double[] {Double.NaN}, held);
  }

  /** For every pair of values, the first changing fastest: (both multiplied × prepared inputs). */
  static FMatrixRMaj over(
      Preprocessor preprocessor,
      int first,
      double[] values,
      int second,
      double[] others,
      RawRow held) {
    var width = preprocessor.inputCount();
    var rows = new FMatrixRMaj(values.length * others.length, width);
    var raw = new Varied(first, second, held);
    for (var i = 0; i < others.length; i++) {
      for (var j = 0; j < values.length; j++) {
        raw.firstValue = values[j];
        raw.secondValue = others[i];
        preprocessor.encode(raw, rows.data, (i * values.length + j) * width);
      }
    }
    return rows;
  }

  record Means(List<InputEncoder> inputs) implements RawRow {

    @Override
    public double number(int input) {
      return inputs.get(input) instanceof NumberInput number ? number.mean() : Double.NaN;
    }

    @Override
    public @Nullable String text(int input) {
      return switch (inputs.get(input)) {
        case CategoryInput category -> category.fill();
        case DateInput date -> date.fill();
        case NumberInput _ -> null;
      };
    }
  }

  /** A row of a table, from 0 on; the means where that says nothing. */
  record AtRow(Table table, int row, Means means) implements RawRow {

    private @Nullable Column column(int input) {
      return table.column(means.inputs.get(input).name());
    }

    @Override
    public double number(int input) {
      return column(input) instanceof NumberColumn numbers
          ? numbers.value(row)
          : means.number(input);
    }

    @Override
    public @Nullable String text(int input) {
      var column = column(input);
      return column != null && !column.isMissing(row) ? column.text(row) : means.text(input);
    }
  }

  private static final class Varied implements RawRow {
    private final int first;
    private final int second;
    private final RawRow held;
    private double firstValue;
    private double secondValue;

    Varied(int first, int second, RawRow held) {
      this.first = first;
      this.second = second;
      this.held = held;
    }

    @Override
    public double number(int input) {
      return input == first ? firstValue : input == second ? secondValue : held.number(input);
    }

    @Override
    public @Nullable String text(int input) {
      return held.text(input);
    }
  }
}
