package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.WhileInScene;
import javafx.scene.control.TextField;

/** A field for a text of a {@link Choice}, such as a date, taken while it is typed. */
public final class WrittenField extends TextField {

  /** Letters that have room: those of a date. */
  private static final int COLUMNS = 10;

  public WrittenField(Choice<String> choice) {
    getStyleClass().add("written-field");
    setPrefColumnCount(COLUMNS);
    setText(choice.value().getValue());
    textProperty()
        .addListener(
            (_, _, text) -> {
              if (!text.equals(choice.value().getValue())) {
                choice.choose(text.strip());
              }
            });
    OnAnyChange.whenLeft(this, choice::settled);
    WhileInScene.subscribe(
        this,
        () ->
            choice
                .value()
                .subscribe(
                    value -> {
                      if (!value.equals(getText().strip())) {
                        setText(value);
                      }
                    })
                .and(choice.reverted().subscribe(() -> setText(choice.value().getValue())))
                .and(ProblemLabel.mark(this, choice.problems())));
  }
}
