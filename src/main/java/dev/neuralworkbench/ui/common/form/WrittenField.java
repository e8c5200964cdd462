package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextField;

/**
 * A field for what is written, such as a number, a date or rows {@code 12, 51–60}: each key press
 * is passed on to a {@link Choice}, leaving the field or Enter settles it. What cannot be read
 * stays in the field with its problem, and what is typed in another order or with blanks as it is
 * until the field is left; the last value stays chosen.
 */
public class WrittenField<T> extends TextField {

  /** Letters that have room: those of a date. */
  private static final int COLUMNS = 10;

  private final Choice<T> choice;
  private final Function<String, Optional<T>> read;
  private final Function<T, String> write;
  private final Function<String, Problem> unreadable;
  private boolean showing;
  private boolean wrong;

  /** A field whose text is the value. */
  public static WrittenField<String> of(Choice<String> choice) {
    return new WrittenField<>(choice, Optional::of, Function.identity(), "");
  }

  /**
   * A field whose text has to be read.
   *
   * @param read what a text says; nothing for one that cannot be read
   * @param write a value as it is usually written
   * @param unreadable key of the problem of a text that cannot be read
   */
  public WrittenField(
      Choice<T> choice,
      Function<String, Optional<T>> read,
      Function<T, String> write,
      String unreadable) {
    this(choice, read, write, text -> Problem.of(unreadable, choice.component(), null, text));
    getStyleClass().add("written-field");
    setPrefColumnCount(COLUMNS);
  }

  WrittenField(
      Choice<T> choice,
      Function<String, Optional<T>> read,
      Function<T, String> write,
      Function<String, Problem> unreadable) {
    this.choice = choice;
    this.read = read;
    this.write = write;
    this.unreadable = unreadable;
    write(choice.value().getValue());
    WhileInScene.subscribe(
        this,
        () ->
            choice
                .value()
                .subscribe(value -> show(value))
                .and(choice.reverted().subscribe(() -> write(choice.value().getValue())))
                .and(ProblemLabel.mark(this, choice.problems()))
                .and(this::leave));
    textProperty().addListener((_, _, text) -> typed(text));
    OnAnyChange.whenLeft(this, this::settle);
    setOnAction(_ -> settle());
  }

  /** Whether undo takes back a step of the document, and not what was typed. */
  public final boolean isStep() {
    return choice.isStep();
  }

  private Optional<T> read() {
    return read.apply(getText().strip());
  }

  private void show(T value) {
    if (!read().equals(Optional.of(value))) {
      write(value);
    }
  }

  /** The next character goes on where the text ends. */
  private void write(T value) {
    wrong = false;
    var text = write.apply(value);
    if (!text.equals(getText())) {
      showing = true;
      setText(text);
      if (isFocused()) {
        end();
      } else {
        home();
      }
      showing = false;
    }
  }

  private void typed(String text) {
    if (!showing) {
      var typed = read();
      wrong = typed.isEmpty();
      typed.ifPresentOrElse(choice::choose, () -> choice.unreadable(unreadable.apply(text)));
    }
  }

  /** A field that is taken out of the form takes along what could not be read in it. */
  private void leave() {
    if (wrong) {
      wrong = false;
      choice.choose(choice.value().getValue());
    }
  }

  private void settle() {
    choice.settled();
    var value = choice.value().getValue();
    if (read().equals(Optional.of(value))) {
      write(value);
    }
  }
}
