package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.data.CategoryInput;
import dev.neuralworkbench.data.InputEncoder;
import dev.neuralworkbench.data.NumberInput;
import dev.neuralworkbench.data.Preprocessor;
import dev.neuralworkbench.data.RawRow;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Rows that differ in one or two inputs and are alike in all others: a number at its mean, a
 * category at its most frequent.
 */
final class Grid {

  private Grid() {}

  /**
   * Prepared rows along one input.
   *
   * @param values its values
   * @return (values × prepared inputs); the caller's own
   */
  static FMatrixRMaj along(Preprocessor preprocessor, int input, double[] values) {
    return over(preprocessor, input, values, -1, new double[] {Double.NaN});
  }

  /**
   * Prepared rows for every pair of values, the first input changing fastest.
   *
   * @return (values of both multiplied × prepared inputs); the caller's own
   */
  static FMatrixRMaj over(
      Preprocessor preprocessor, int first, double[] values, int second, double[] others) {
    var width = preprocessor.inputCount();
    var rows = new FMatrixRMaj(values.length * others.length, width);
    var raw = new Row(preprocessor, first, second);
    for (var i = 0; i < others.length; i++) {
      for (var j = 0; j < values.length; j++) {
        raw.firstValue = values[j];
        raw.secondValue = others[i];
        preprocessor.encode(raw, rows.data, (i * values.length + j) * width);
      }
    }
    return rows;
  }

  private static final class Row implements RawRow {
    private final Preprocessor preprocessor;
    private final int first;
    private final int second;
    private double firstValue;
    private double secondValue;

    Row(Preprocessor preprocessor, int first, int second) {
      this.preprocessor = preprocessor;
      this.first = first;
      this.second = second;
    }

    @Override
    public double number(int input) {
      if (input == first) {
        return firstValue;
      } else if (input == second) {
        return secondValue;
      }
      InputEncoder encoder = preprocessor.inputs().get(input);
      return encoder instanceof NumberInput number ? number.mean() : Double.NaN;
    }

    @Override
    public @Nullable String text(int input) {
      return preprocessor.inputs().get(input) instanceof CategoryInput category
          ? category.fill()
          : null;
    }
  }
}
