package dev.neuralworkbench.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

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
   * @param name name of a value in the window's language
   */
  public ChoiceField(
      Choice<T> choice,
      ObservableValue<List<T>> values,
      Function<T, ObservableValue<String>> name) {
    this.choice = choice;
    getStyleClass().add("choice-field");
    setMaxWidth(Double.MAX_VALUE);
    setCellFactory(_ -> new NameCell<>(name));
    setButtonCell(new NameCell<>(name));
    valueProperty().addListener((_, _, chosen) -> chosen(chosen));
    WhileInScene.subscribe(
        this,
        () ->
            values
                .subscribe(offered -> offer(offered))
                .and(choice.value().subscribe(value -> show(value)))
                .and(
                    choice
                        .problems()
                        .subscribe(
                            problems ->
                                (problems.isEmpty() ? Validity.VALID : Validity.INVALID)
                                    .mark(this))));
  }

  private void offer(List<T> values) {
    showing = true;
    getItems().setAll(values);
    setValue(choice.value().getValue());
    showing = false;
  }

  private void show(T value) {
    showing = true;
    setValue(value);
    showing = false;
  }

  private void chosen(@Nullable T value) {
    if (!showing && value != null) {
      choice.choose(value);
      choice.settled();
    }
  }

  private static final class NameCell<T> extends ListCell<T> {

    private final Function<T, ObservableValue<String>> name;

    NameCell(Function<T, ObservableValue<String>> name) {
      this.name = name;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      textProperty().unbind();
      if (empty || item == null) {
        setText(null);
      } else {
        textProperty().bind(name.apply(item));
      }
    }
  }
}
