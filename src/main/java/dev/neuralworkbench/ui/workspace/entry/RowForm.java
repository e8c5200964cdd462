package dev.neuralworkbench.ui.workspace.entry;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row to be entered: one field for each input of a model, in the order of the encoders. */
public record RowForm(List<InputEncoder> encoders, List<RowInput> inputs) {

  /** Fields for whatever a file could hold: unknown categories, and nothing where it may miss. */
  public static RowForm ofAnything(Preprocessor preprocessor, String screen) {
    var canMiss = preprocessor.missing() != MissingValues.DROP_ROW;
    return ofKnown(preprocessor.inputs(), screen, Double.POSITIVE_INFINITY, _ -> canMiss);
  }

  /**
   * Fields for known categories, and for numbers up to a limit once they are scaled, about; without
   * a limit for others as well.
   */
  public static RowForm ofKnown(
      List<InputEncoder> encoders, String screen, double limit, Predicate<InputEncoder> canMiss) {
    var inputs = new ArrayList<RowInput>();
    for (var encoder : encoders) {
      var component = screen + ".input[" + inputs.size() + "]";
      inputs.add(RowInput.of(encoder, component, limit, canMiss.test(encoder)));
    }
    return new RowForm(List.copyOf(encoders), List.copyOf(inputs));
  }

  public boolean isFor(List<InputEncoder> others) {
    return encoders.equals(others);
  }

  public boolean isReadable() {
    return inputs.stream().allMatch(input -> input.choice().problems().getValue().isEmpty());
  }

  /** Calls an action whenever what is entered changes, or whether it can be read. */
  public void onChange(Runnable action) {
    for (var input : inputs) {
      input.choice().value().addListener((_, _, _) -> action.run());
      input.choice().problems().addListener((_, _, _) -> action.run());
    }
  }

  /** Enters usual values, which the rows tell where there are some. */
  public void reset(@Nullable Background background) {
    inputs.forEach(it -> it.reset(background));
  }

  /** Enters a row of a table, matched by name; inputs that it lacks get their usual value. */
  public void fill(Table table, int row) {
    for (var input : inputs) {
      var column = table.column(input.encoder().name());
      if (column == null) {
        input.reset(null);
      } else {
        input.fill(column, row);
      }
    }
  }

  /** Enters a number for each input, rounded to what its range tells apart. */
  public void fill(double[] numbers) {
    for (var i = 0; i < numbers.length; i++) {
      if (inputs.get(i) instanceof RowInput.OfNumber number) {
        number.enterRounded(numbers[i]);
      }
    }
  }

  /** What is entered now, unchanged by what is entered later. */
  public RawRow row() {
    var numbers = new double[inputs.size()];
    var texts = new @Nullable String[inputs.size()];
    for (var i = 0; i < numbers.length; i++) {
      switch (inputs.get(i)) {
        case RowInput.OfNumber number -> numbers[i] = number.choice().value().getValue();
        case RowInput.OfDate date -> {
          numbers[i] = Double.NaN;
          texts[i] = date.choice().value().getValue();
        }
        case RowInput.OfCategory category -> {
          numbers[i] = Double.NaN;
          texts[i] = category.choice().value().getValue();
        }
      }
    }
    return new RawRow() {
      @Override
      public double number(int input) {
        return numbers[input];
      }

      @Override
      public @Nullable String text(int input) {
        return texts[input];
      }
    };
  }
}
