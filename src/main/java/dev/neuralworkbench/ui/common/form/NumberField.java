package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A field for one number of a {@link Choice}; Up and Down step a whole number. What cannot be read
 * is text that is no number, and a number that the program could not even hold. Whether a number
 * makes sense is said by the choice.
 */
public final class NumberField extends WrittenField<Double> {

  private final Choice<Double> choice;
  private final Range range;

  /** A field for the choice; {@code range} only decides about whole numbers and their size. */
  public NumberField(Choice<Double> choice, Range range) {
    this(choice, range, null);
  }

  /** An empty field stands for something: 0 for no limit, NaN for a value that is missing. */
  NumberField(Choice<Double> choice, Range range, @Nullable Double ofEmpty) {
    super(
        choice,
        text -> read(text, range, ofEmpty),
        value ->
            Double.isNaN(value) || Objects.equals(ofEmpty, value + 0.0) ? "" : Numbers.exact(value),
        text -> problem(text, choice.component(), range));
    this.choice = choice;
    this.range = range;
    getStyleClass().add("number-field");
    addEventFilter(KeyEvent.KEY_PRESSED, this::step);
  }

  private static Optional<Double> read(String text, Range range, @Nullable Double ofEmpty) {
    if (ofEmpty != null && text.isEmpty()) {
      return Optional.of(ofEmpty);
    }
    var number = Numbers.read(text);
    return number.isPresent() && fits(number.getAsDouble(), range)
        ? Optional.of(number.getAsDouble())
        : Optional.empty();
  }

  private static boolean fits(double value, Range range) {
    return !range.whole() || (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE);
  }

  private static Problem problem(String text, String component, Range range) {
    OptionalDouble number = Numbers.read(text);
    return number.isPresent()
        ? UnreadableNumber.notWhole(number.getAsDouble(), component, range)
        : UnreadableNumber.text(text, component, range);
  }

  private void step(KeyEvent key) {
    var up = key.getCode() == KeyCode.UP;
    if (!range.whole() || !(up || key.getCode() == KeyCode.DOWN) || key.isShortcutDown()) {
      return;
    }
    var next = choice.value().getValue() + (up ? 1 : -1);
    if (range.contains(next)) {
      choice.choose(next);
      end();
    }
    key.consume();
  }
}
