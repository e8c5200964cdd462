package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextField;

/** A field for what is written, such as a date or rows {@code 12, 51–60}, taken while typed. */
public final class WrittenField extends TextField {

  /** Letters that have room: those of a date. */
  private static final int COLUMNS = 10;

  private final Choice<?> choice;

  /** A field whose text is the value. */
  public WrittenField(Choice<String> choice) {
    this(choice, Optional::of, Function.identity(), "");
  }

  /**
   * A field whose text has to be read. What is typed in another order or with blanks stays as it is
   * until the field is left.
   *
   * @param read what a text says; nothing for one that cannot be read
   * @param write a value as it is usually written
   * @param unreadable key of the problem of a text that cannot be read
   */
  public <T> WrittenField(
      Choice<T> choice,
      Function<String, Optional<T>> read,
      Function<T, String> write,
      String unreadable) {
    this.choice = choice;
    getStyleClass().add("written-field");
    setPrefColumnCount(COLUMNS);
    var shown = choice.value().map(write);
    setText(shown.getValue());
    textProperty()
        .addListener(
            (_, _, text) -> {
              var typed = read.apply(text.strip());
              if (typed.isEmpty()) {
                var problem = Problem.of(unreadable, choice.component(), null, text);
                choice.unreadable(problem);
              } else if (!typed.get().equals(choice.value().getValue())
                  || !choice.problems().getValue().isEmpty()) {
                choice.choose(typed.get());
              }
            });
    Runnable leave =
        () -> {
          choice.settled();
          if (read.apply(getText().strip()).equals(Optional.of(choice.value().getValue()))) {
            put(shown.getValue());
          }
        };
    OnAnyChange.whenLeft(this, leave);
    setOnAction(_ -> leave.run());
    WhileInScene.subscribe(
        this,
        () ->
            choice
                .value()
                .subscribe(
                    value -> {
                      if (!read.apply(getText().strip()).equals(Optional.of(value))) {
                        put(write.apply(value));
                      }
                    })
                .and(choice.reverted().subscribe(() -> put(shown.getValue())))
                .and(ProblemLabel.mark(this, choice.problems())));
  }

  /** Whether undo takes back a step of the document, and not what was typed. */
  public boolean isStep() {
    return choice.isStep();
  }

  /** The next character goes on where the text ends. */
  private void put(String text) {
    if (!text.equals(getText())) {
      setText(text);
      end();
    }
  }
}
