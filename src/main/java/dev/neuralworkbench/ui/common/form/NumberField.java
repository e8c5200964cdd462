package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A field for one number of a {@link Choice}. Each key press is passed on; Up and Down step a whole
 * number; leaving the field or Enter settles it. Text that is no number, and a number that the
 * program could not even hold, stay in the field with their problem while the last value stays
 * chosen. Whether a number makes sense is said by the choice.
 */
public final class NumberField extends TextField {

  private final Choice<Double> choice;
  private final Range range;
  private final @Nullable Double ofEmpty;
  private boolean showing;
  private boolean unreadable;

  /** A field for the choice; {@code range} only decides about whole numbers and their size. */
  public NumberField(Choice<Double> choice, Range range) {
    this(choice, range, null);
  }

  /** An empty field stands for something: 0 for no limit, NaN for a value that is missing. */
  NumberField(Choice<Double> choice, Range range, @Nullable Double ofEmpty) {
    this.choice = choice;
    this.range = range;
    this.ofEmpty = ofEmpty;
    getStyleClass().add("number-field");
    WhileInScene.subscribe(
        this,
        () ->
            choice
                .value()
                .subscribe(value -> show(value))
                .and(choice.reverted().subscribe(() -> write(choice.value().getValue())))
                .and(ProblemLabel.mark(this, choice.problems()))
                .and(this::leave));
    textProperty().addListener((_, _, typed) -> typed(typed));
    OnAnyChange.whenLeft(this, this::settle);
    setOnAction(_ -> settle());
    addEventFilter(KeyEvent.KEY_PRESSED, this::step);
  }

  public boolean isStep() {
    return choice.isStep();
  }

  private void show(double value) {
    var shown = read(getText());
    if (shown.isEmpty() || Double.compare(shown.getAsDouble(), value) != 0) {
      write(value);
    }
  }

  private void write(double value) {
    unreadable = false;
    showing = true;
    var isEmpty = Double.isNaN(value) || Objects.equals(ofEmpty, value + 0.0);
    setText(isEmpty ? "" : Numbers.exact(value));
    showing = false;
  }

  private void typed(String text) {
    if (showing) {
      return;
    }
    var read = read(text);
    unreadable = read.isEmpty() || (range.whole() && !fitsWhole(read.getAsDouble()));
    if (read.isEmpty()) {
      choice.unreadable(UnreadableNumber.text(text, choice.component(), range));
    } else if (unreadable) {
      choice.unreadable(UnreadableNumber.notWhole(read.getAsDouble(), choice.component(), range));
    } else {
      choice.choose(read.getAsDouble());
    }
  }

  private OptionalDouble read(String text) {
    return ofEmpty != null && text.isBlank() ? OptionalDouble.of(ofEmpty) : Numbers.read(text);
  }

  private static boolean fitsWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
  }

  /** A field that is taken out of the form takes along what could not be read in it. */
  private void leave() {
    if (unreadable) {
      unreadable = false;
      choice.choose(choice.value().getValue());
    }
  }

  private void settle() {
    choice.settled();
    var read = read(getText());
    if (read.isPresent() && Double.compare(read.getAsDouble(), choice.value().getValue()) == 0) {
      write(read.getAsDouble());
    }
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
