package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.CategoryInput;
import dev.neuralworkbench.data.Column;
import dev.neuralworkbench.data.InputEncoder;
import dev.neuralworkbench.data.NumberColumn;
import dev.neuralworkbench.data.NumberInput;
import dev.neuralworkbench.problem.Range;
import java.math.BigDecimal;
import java.math.MathContext;

/** One input of a form: what the model knows of it, and what is entered. */
public sealed interface RowInput {

  /** Digits of a first value: a mean in full would be noise. */
  int DIGITS = 4;

  /** What the model learned of the input. */
  InputEncoder encoder();

  /** What is entered. */
  InputChoice<?> choice();

  /** Enters the usual value: the mean, or the most frequent category. */
  void reset();

  /** Enters the value of a row; the usual one where it is missing or not of this kind. */
  void fill(Column column, int row);

  /** A field for an input. */
  static RowInput of(InputEncoder encoder, String component, double limit) {
    return switch (encoder) {
      case NumberInput number -> {
        var range = range(number, limit);
        yield new OfNumber(
            number,
            new InputChoice<>(component, usual(number), value -> range.problems(component, value)));
      }
      case CategoryInput category ->
          new OfCategory(category, new InputChoice<>(component, category.fill()));
    };
  }

  /** A round range around the trained one. */
  private static Range range(NumberInput number, double limit) {
    var most = Math.abs(number.offset()) + limit * Math.abs(number.scale());
    var round = Math.pow(10, Math.ceil(Math.log10(most)));
    var largest = Math.min(round, number.largest());
    return Range.closed(-largest, largest);
  }

  private static double usual(NumberInput number) {
    return new BigDecimal(number.mean()).round(new MathContext(DIGITS)).doubleValue();
  }

  /** A number. */
  record OfNumber(NumberInput encoder, InputChoice<Double> choice) implements RowInput {

    @Override
    public void reset() {
      choice.fill(usual(encoder));
    }

    @Override
    public void fill(Column column, int row) {
      if (column instanceof NumberColumn numbers && !numbers.isMissing(row)) {
        choice.fill(numbers.value(row));
      } else {
        reset();
      }
    }

    /** Whether the model has seen such numbers. */
    public boolean isKnown(double value) {
      return value >= encoder.minimum() && value <= encoder.maximum();
    }
  }

  /** One of the trained categories. */
  record OfCategory(CategoryInput encoder, InputChoice<String> choice) implements RowInput {

    @Override
    public void reset() {
      choice.fill(encoder.fill());
    }

    @Override
    public void fill(Column column, int row) {
      var index = encoder.indexOf(column.text(row));
      choice.fill(index < 0 ? encoder.fill() : encoder.categories().get(index));
    }
  }
}
