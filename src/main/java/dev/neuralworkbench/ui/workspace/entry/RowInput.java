package dev.neuralworkbench.ui.workspace.entry;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.TypicalCategory;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** One input of a form: what the model knows of it, and what is entered. */
public sealed interface RowInput {

  /** Digits of a first value: a mean in full would be noise. */
  int DIGITS = 4;

  InputEncoder encoder();

  PropertyChoice<?> choice();

  /**
   * Enters the usual value: the mean, or the most frequent category.
   *
   * @param background what tells that category where the encoder does not; null where there is none
   */
  void reset(@Nullable Background background);

  /** Enters the value of a row; what stands in for it where it is missing or not of this kind. */
  void fill(Column column, int row);

  /**
   * A field for known categories, or for a number whose scaled size is within a limit, about;
   * without a limit for whatever a file could hold, and for nothing, too, if that is no hindrance.
   */
  static RowInput of(InputEncoder encoder, String component, double limit, boolean canMiss) {
    return switch (encoder) {
      case NumberInput number -> {
        var range = range(number, limit);
        yield new OfNumber(
            number,
            new PropertyChoice<>(
                component,
                new SimpleObjectProperty<>(usual(number)),
                it -> canMiss && Double.isNaN(it) ? List.of() : range.problems(component, it)),
            canMiss);
      }
      case CategoryInput category -> {
        var others = new ArrayList<String>();
        if (!Double.isFinite(limit)) {
          others.add(unknown(category));
          if (canMiss && !category.knowsMissing()) {
            others.add(OfCategory.MISSING);
          }
        }
        yield new OfCategory(
            category,
            new PropertyChoice<>(
                component, new SimpleObjectProperty<>(TypicalCategory.of(category, null))),
            others);
      }
      case DateInput date ->
          new OfDate(
              date,
              new PropertyChoice<>(
                  component,
                  new SimpleObjectProperty<>(date.fill()),
                  text -> OfDate.problems(date, component, text, canMiss)),
              canMiss);
    };
  }

  private static String unknown(CategoryInput category) {
    var text = "?";
    while (category.indexOf(text) >= 0) {
      text += "?";
    }
    return text;
  }

  private static Range range(NumberInput number, double limit) {
    var most = Math.abs(number.offset()) + limit * Math.abs(number.scale());
    var round = Math.pow(10, Math.ceil(Math.log10(most)));
    var largest = Math.min(round, number.largest());
    return Range.closed(-largest, largest);
  }

  private static double usual(NumberInput number) {
    return new BigDecimal(number.mean()).round(new MathContext(DIGITS)).doubleValue();
  }

  /** A number; NaN for one that is missing. */
  record OfNumber(NumberInput encoder, PropertyChoice<Double> choice, boolean canMiss)
      implements RowInput {

    private static final int DRAGGED = 3;

    @Override
    public void reset(@Nullable Background background) {
      choice.fill(usual(encoder));
    }

    @Override
    public void fill(Column column, int row) {
      var value = column.value(row);
      choice.fill(Double.isNaN(value) && !canMiss ? encoder.fill() : value);
    }

    /** Enters a number that is dragged or drawn, rounded to what its range tells apart. */
    public void enterRounded(double value) {
      var range = encoder.maximum() - encoder.minimum();
      var decimals = DRAGGED - 1 - (int) Math.floor(Math.log10(range > 0 ? range : 1));
      choice.fill(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue());
    }

    public boolean isKnown(double value) {
      return Double.isNaN(value) || (value >= encoder.minimum() && value <= encoder.maximum());
    }
  }

  record OfDate(DateInput encoder, PropertyChoice<String> choice, boolean canMiss)
      implements RowInput {

    private static List<Problem> problems(
        DateInput date, String component, String text, boolean canMiss) {
      var isNothing = text.isEmpty() && canMiss;
      return isNothing || !Double.isNaN(date.style().seconds(text))
          ? List.of()
          : List.of(Problem.of("predict.problem.date", component, date.fill(), text));
    }

    @Override
    public void reset(@Nullable Background background) {
      choice.fill(encoder.fill());
    }

    @Override
    public void fill(Column column, int row) {
      var text = column.isMissing(row) ? "" : column.text(row);
      var isDate = !Double.isNaN(encoder.style().seconds(text));
      choice.fill(isDate || (text.isEmpty() && canMiss) ? text : encoder.fill());
    }
  }

  /** A category; others are a text that is none of the trained ones, and {@link #MISSING}. */
  record OfCategory(CategoryInput encoder, PropertyChoice<String> choice, List<String> others)
      implements RowInput {

    /** Stands for a cell without a value. */
    public static final String MISSING = "";

    public OfCategory {
      others = List.copyOf(others);
    }

    @Override
    public void reset(@Nullable Background background) {
      choice.fill(TypicalCategory.of(encoder, background));
    }

    @Override
    public void fill(Column column, int row) {
      var text = column.text(row);
      var index = encoder.indexOf(text);
      if (column.isMissing(row) && others.contains(MISSING)) {
        choice.fill(MISSING);
      } else if (index < 0) {
        choice.fill(others.isEmpty() ? encoder.fill() : text);
      } else {
        choice.fill(encoder.categories().get(index));
      }
    }
  }
}
