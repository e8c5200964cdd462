package dev.neuralworkbench.ui.common;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.RangeText;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A row of a form: name before the field, and below it what is wrong while something is. The keys
 * {@code <key>} and {@code <key>.tip} name the field and say what its knob does.
 */
public final class FieldRow extends VBox {

  private FieldRow(Choice<?> choice, Control field, String id, String key, Messages messages) {
    getStyleClass().add("field-row");
    var name = new Label();
    name.getStyleClass().add("field-name");
    name.textProperty().bind(messages.text(key));
    name.setLabelFor(field);
    field.setId(id);
    field.accessibleTextProperty().bind(messages.text(key));
    HBox.setHgrow(field, Priority.NEVER);
    var space = new HBox();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(name, space, field);
    line.getStyleClass().add("field-line");
    getChildren().setAll(line, problemLabel(choice, id, messages));
  }

  /** A row for a number. */
  public static FieldRow number(
      Choice<Double> choice, Range range, String id, String key, Messages messages) {
    var field = new NumberField(choice, range);
    Tips.install(
        field,
        messages
            .language()
            .map(_ -> messages.now(key + ".tip") + "\n" + RangeText.of(range, messages.words())));
    return new FieldRow(choice, field, id, key, messages);
  }

  /** A row for one of several values. */
  public static <T> FieldRow choice(
      Choice<T> choice,
      List<T> values,
      Function<T, String> nameKey,
      String id,
      String key,
      Messages messages) {
    var field = new ChoiceField<>(choice, values, messages, nameKey);
    Tips.install(field, messages.text(key + ".tip"));
    return new FieldRow(choice, field, id, key, messages);
  }

  private static ProblemLabel problemLabel(Choice<?> choice, String id, Messages messages) {
    var label = new ProblemLabel(messages);
    label.setId(id + "-problem");
    WhileInScene.subscribe(
        label, () -> choice.problems().subscribe((List<Problem> problems) -> label.show(problems)));
    return label;
  }
}
