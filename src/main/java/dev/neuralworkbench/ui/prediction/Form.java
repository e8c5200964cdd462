package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.InputEncoder;
import dev.neuralworkbench.data.RawRow;
import dev.neuralworkbench.data.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row to be entered: one field for each input of a model. */
final class Form {

  private final List<InputEncoder> encoders;
  private final List<FormInput> inputs;

  Form(List<InputEncoder> encoders) {
    this.encoders = encoders;
    inputs =
        IntStream.range(0, encoders.size())
            .mapToObj(i -> FormInput.of(encoders.get(i), i))
            .toList();
  }

  List<FormInput> inputs() {
    return inputs;
  }

  /** Whether a model with these inputs asks the same questions. */
  boolean isFor(List<InputEncoder> others) {
    return encoders.equals(others);
  }

  /** Whether every field can be read. */
  boolean isReadable() {
    return inputs.stream().allMatch(input -> input.choice().problems().getValue().isEmpty());
  }

  /** Enters the usual value everywhere. */
  void reset() {
    inputs.forEach(FormInput::reset);
  }

  /** Enters a row of a table, matched by name; inputs that it lacks get their usual value. */
  void fill(Table table, int row) {
    for (var input : inputs) {
      var column = table.column(input.encoder().name());
      if (column == null) {
        input.reset();
      } else {
        input.fill(column, row);
      }
    }
  }

  /** What is entered now, unchanged by what is entered later. */
  RawRow row() {
    var numbers = new double[inputs.size()];
    var texts = new @Nullable String[inputs.size()];
    for (var i = 0; i < numbers.length; i++) {
      switch (inputs.get(i)) {
        case FormInput.OfNumber number -> numbers[i] = number.choice().value().getValue();
        case FormInput.OfCategory category -> {
          numbers[i] = Double.NaN;
          texts[i] = category.choice().value().getValue();
        }
      }
    }
    return new Entered(numbers, texts);
  }

  private static final class Entered implements RawRow {
    private final double[] numbers;
    private final @Nullable String[] texts;

    Entered(double[] numbers, @Nullable String[] texts) {
      this.numbers = numbers;
      this.texts = texts;
    }

    @Override
    public double number(int input) {
      return numbers[input];
    }

    @Override
    public @Nullable String text(int input) {
      return texts[input];
    }
  }
}
