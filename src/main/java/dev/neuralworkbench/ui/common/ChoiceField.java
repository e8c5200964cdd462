package dev.neuralworkbench.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/**
 * A field for one of several values of a {@link Choice}, their names following the language.
 *
 * @param <T> what is chosen
 */
public final class ChoiceField<T> extends ComboBox<T> {

  private final Choice<T> choice;
  private boolean showing;

  /**
   * A field for the choice.
   *
   * @param values what can be chosen, in the order shown
   * @param nameKey key of the name of a value
   */
  public ChoiceField(
      Choice<T> choice, List<T> values, Messages messages, Function<T, String> nameKey) {
    this.choice = choice;
    getStyleClass().add("choice-field");
    getItems().setAll(values);
    setMaxWidth(Double.MAX_VALUE);
    setCellFactory(_ -> new NameCell<>(messages, nameKey));
    setButtonCell(new NameCell<>(messages, nameKey));
    valueProperty().addListener((_, _, chosen) -> chosen(chosen));
    WhileInScene.subscribe(
        this,
        () ->
            choice
                .value()
                .subscribe(value -> show(value))
                .and(
                    choice
                        .problems()
                        .subscribe(
                            problems ->
                                (problems.isEmpty() ? Validity.VALID : Validity.INVALID)
                                    .mark(this))));
  }

  private void show(T value) {
    showing = true;
    setValue(value);
    showing = false;
  }

  private void chosen(T value) {
    if (!showing) {
      choice.choose(value);
      choice.settled();
    }
  }

  private static final class NameCell<T> extends ListCell<T> {

    private final Messages messages;
    private final Function<T, String> nameKey;

    NameCell(Messages messages, Function<T, String> nameKey) {
      this.messages = messages;
      this.nameKey = nameKey;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      textProperty().unbind();
      if (empty || item == null) {
        setText(null);
      } else {
        textProperty().bind(messages.text(nameKey.apply(item)));
      }
    }
  }
}
