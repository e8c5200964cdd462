package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.ChoiceField;
import dev.neuralworkbench.ui.common.Fields;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NumberField;
import dev.neuralworkbench.ui.common.Tips;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * An input of the form: its column's name, what it was trained on, and the field. A number outside
 * the trained range is allowed and said to be so.
 */
final class InputRow extends VBox {

  private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
  private static final Range ANY = Range.closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  private static final int DIGITS = 4;

  private final Messages messages;

  InputRow(FormInput input, Fields fields, Messages messages) {
    this.messages = messages;
    getStyleClass().add("field-row");
    switch (input) {
      case FormInput.OfNumber number -> layOut(input, numberField(number), range(number), fields);
      case FormInput.OfCategory category ->
          layOut(input, categoryField(category), new Label(), fields);
    }
  }

  private void layOut(FormInput input, Control field, Label note, Fields fields) {
    var column = input.encoder().name();
    var name = new Label(column);
    name.getStyleClass().addAll("field-name", "data");
    name.setTooltip(new Tooltip(column));
    name.setLabelFor(field);
    field.setId(Fields.id(input.choice().component()));
    field.setAccessibleText(column);
    field.getStyleClass().add("data");
    note.getStyleClass().add("input-note");
    note.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(name, space, note, field);
    line.getStyleClass().add("field-line");
    getChildren().setAll(line, fields.problem(input.choice()));
  }

  private NumberField numberField(FormInput.OfNumber number) {
    var field = new NumberField(number.choice(), ANY);
    Tips.install(
        field,
        messages.text(
            "predict.number.tip",
            Numbers.rounded(number.encoder().minimum(), DIGITS),
            Numbers.rounded(number.encoder().maximum(), DIGITS),
            Numbers.rounded(number.encoder().mean(), DIGITS)));
    return field;
  }

  private ChoiceField<String> categoryField(FormInput.OfCategory category) {
    ObservableValue<List<String>> names =
        new SimpleObjectProperty<>(category.encoder().categories());
    var field = new ChoiceField<String>(category.choice(), names, SimpleStringProperty::new);
    Tips.install(field, messages.text("predict.category.tip"));
    return field;
  }

  private Label range(FormInput.OfNumber number) {
    var note = new Label();
    var encoder = number.encoder();
    note.textProperty()
        .bind(
            messages.text(
                number.choice().value(),
                (words, value) ->
                    words.text(
                        number.isKnown(value) ? "predict.range" : "predict.outside",
                        Numbers.rounded(encoder.minimum(), DIGITS),
                        Numbers.rounded(encoder.maximum(), DIGITS))));
    number
        .choice()
        .value()
        .subscribe(value -> note.pseudoClassStateChanged(OUTSIDE, !number.isKnown(value)));
    return note;
  }
}
