package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A field for one of several values of a {@link Choice}, their names following the language. The
 * closed field shows the name of its value and nothing else, whatever list it was chosen from.
 */
public class ChoiceField<T> extends ComboBox<T> {

  private final Choice<T> choice;
  private final Function<T, ObservableValue<String>> name;
  private boolean showing;
  private boolean late;

  public ChoiceField(
      Choice<T> choice,
      ObservableValue<List<T>> values,
      Function<T, ObservableValue<String>> name) {
    this.choice = choice;
    this.name = name;
    getStyleClass().add("choice-field");
    setMaxWidth(Double.MAX_VALUE);
    setConverter(new NameOfValue());
    setCellFactory(_ -> new NameCell());
    var shown = new ValueCell();
    setButtonCell(shown);
    valueProperty().addListener((_, _, chosen) -> chosen(chosen));
    addEventHandler(KeyEvent.KEY_TYPED, this::type);
    WhileInScene.subscribe(
        this,
        () ->
            values
                .subscribe(offered -> offer(offered))
                .and(choice.value().subscribe(value -> show(value)))
                .and(valueProperty().flatMap(name).subscribe(_ -> shown.write()))
                .and(ProblemLabel.mark(this, choice.problems())));
  }

  /** Makes the list when somebody comes near: for a field whose width does not follow from it. */
  public final ChoiceField<T> late() {
    late = true;
    return this;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return late ? new ClosedListSkin<>(this) : super.createDefaultSkin();
  }

  public final boolean isStep() {
    return choice.isStep();
  }

  /**
   * A list that is open goes with the values it offered: what is chosen there would be another. The
   * value is forgotten first: one that stays equal would keep its place in the list before.
   */
  private void offer(List<T> values) {
    hide();
    showing = true;
    setValue(null);
    getItems().setAll(values);
    setValue(choice.value().getValue());
    showing = false;
  }

  private void show(T value) {
    showing = true;
    setValue(value);
    showing = false;
  }

  /** Shows what was taken: a document that has no table now keeps the column that it has. */
  private void chosen(@Nullable T value) {
    if (!showing && value != null) {
      choice.choose(value);
      choice.settled();
      show(choice.value().getValue());
    }
  }

  /** A letter chooses the next value whose name begins with it, as lists elsewhere have it. */
  private void type(KeyEvent key) {
    var letter = key.getCharacter();
    if (letter.isBlank() || key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    var items = getItems();
    var from = items.indexOf(getValue()) + 1;
    for (var step = 0; step < items.size(); step++) {
      var item = items.get((from + step) % items.size());
      if (nameOf(item).regionMatches(true, 0, letter, 0, letter.length())) {
        setValue(item);
        key.consume();
        return;
      }
    }
  }

  private String nameOf(@Nullable T value) {
    return value == null ? "" : name.apply(value).getValue();
  }

  /** Shows the value of the field; the toolkit's own cell shows what stands at an index. */
  private final class ValueCell extends ListCell<T> {

    /** Also while no list tells the cell of its place. */
    void write() {
      updateItem(null, true);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      var value = ChoiceField.this.getValue();
      super.updateItem(value, value == null);
      setText(nameOf(value));
    }
  }

  /** How the toolkit names a value that it does not find in the list. */
  private final class NameOfValue extends StringConverter<T> {

    @Override
    public String toString(@Nullable T value) {
      return nameOf(value);
    }

    @Override
    public @Nullable T fromString(String text) {
      return null;
    }
  }

  /** A value by its name, which follows the language. */
  private final class NameCell extends ListCell<T> {

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
