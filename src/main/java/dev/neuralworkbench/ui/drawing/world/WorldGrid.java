package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.data.encode.CategoryInput;
import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Rows that differ in one or two inputs and are alike in all others: at a row of the table, or a
 * number at its mean and a category at its most frequent.
 */
final class WorldGrid {

  private WorldGrid() {}

  /**
   * Prepared rows along one input.
   *
   * @param values its values
   * @return (values × prepared inputs); the caller's own
   */
  static FMatrixRMaj along(Preprocessor preprocessor, int input, double[] values) {
    return over(preprocessor, input, values, -1, new double[] {Double.NaN}, Held.MEANS);
  }

  /**
   * Prepared rows for every pair of values, the first input changing fastest.
   *
   * @param held where the other inputs are held
   * @return (values of both multiplied × prepared inputs); the caller's own
   */
  static FMatrixRMaj over(
      Preprocessor preprocessor,
      int first,
      double[] values,
      int second,
      double[] others,
      Held held) {
    var width = preprocessor.inputCount();
    var rows = new FMatrixRMaj(values.length * others.length, width);
    var raw = new Row(preprocessor, first, second, held);
    for (var i = 0; i < others.length; i++) {
      for (var j = 0; j < values.length; j++) {
        raw.firstValue = values[j];
        raw.secondValue = others[i];
        preprocessor.encode(raw, rows.data, (i * values.length + j) * width);
      }
    }
    return rows;
  }

  /** Where inputs are held that are no axis. */
  sealed interface Held {

    /** Numbers at their mean, categories at the most frequent one. */
    Held MEANS = new Means();

    double number(int index, InputEncoder input);

    @Nullable String text(int index, InputEncoder input);

    /** At their means. */
    record Means() implements Held {

      @Override
      public double number(int index, InputEncoder input) {
        return input instanceof NumberInput number ? number.mean() : Double.NaN;
      }

      @Override
      public @Nullable String text(int index, InputEncoder input) {
        return switch (input) {
          case CategoryInput category -> category.fill();
          case DateInput date -> date.fill();
          case NumberInput _ -> null;
        };
      }
    }

    /** At a row of a table, from 0 on; at their means where that says nothing. */
    record AtRow(Table table, int row) implements Held {

      @Override
      public double number(int index, InputEncoder input) {
        return table.column(input.name()) instanceof NumberColumn numbers
            ? numbers.value(row)
            : MEANS.number(index, input);
      }

      @Override
      public @Nullable String text(int index, InputEncoder input) {
        var column = table.column(input.name());
        return column != null && !column.isMissing(row)
            ? column.text(row)
            : MEANS.text(index, input);
      }
    }

    /** As they are in a row that is entered. */
    record Entered(RawRow row) implements Held {

      @Override
      public double number(int index, InputEncoder input) {
        return row.number(index);
      }

      @Override
      public @Nullable String text(int index, InputEncoder input) {
        return row.text(index);
      }
    }
  }

  private static final class Row implements RawRow {
    private final Preprocessor preprocessor;
    private final int first;
    private final int second;
    private final Held held;
    private double firstValue;
    private double secondValue;

    Row(Preprocessor preprocessor, int first, int second, Held held) {
      this.preprocessor = preprocessor;
      this.first = first;
      this.second = second;
      this.held = held;
    }

    @Override
    public double number(int input) {
      if (input == first) {
        return firstValue;
      } else if (input == second) {
        return secondValue;
      }
      return held.number(input, preprocessor.inputs().get(input));
    }

    @Override
    public @Nullable String text(int input) {
      return held.text(input, preprocessor.inputs().get(input));
    }
  }
}
