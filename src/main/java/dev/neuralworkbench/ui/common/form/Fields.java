package dev.neuralworkbench.ui.common.form;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.RangeWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * Makes the rows of forms. The keys {@code <key>} and {@code <key>.tip} name a field and say what
 * its knob does; its id is the component with hyphens, {@code #training-batchSize}, and that of its
 * problem ends in {@code -problem}. The {@link Disclosure}s that are open follow the user.
 */
public record Fields(Messages messages, ObservableSet<String> open) {

  public Fields(Messages messages) {
    this(messages, FXCollections.observableSet());
  }

  public FieldRow number(Choice<Double> choice, Range range, String key) {
    return row(choice, numberField(new NumberField(choice, range), choice, range, key), key);
  }

  /** A field for a number of any size; NaN for one that is missing, which an empty field says. */
  public NumberField missableField(Choice<Double> choice, boolean canMiss) {
    var field = new NumberField(choice, Range.ANY, canMiss ? Double.NaN : null);
    // Only where it shows: a field with a prompt has more to lay out.
    OnAnyChange.all(
        () ->
            field.setPromptText(
                Double.isNaN(choice.value().getValue()) ? messages.now("form.numberMissing") : ""),
        choice.value(),
        messages.language());
    return field;
  }

  /** A row for a field of any kind. */
  public FieldRow field(Choice<?> choice, Control field, String key) {
    return row(choice, describe(field, choice, messages.text(key + ".tip")), key);
  }

  /** A row for a number that may be absent: an empty field, with words in it, stands for 0. */
  public FieldRow optionalNumber(Choice<Double> choice, Range range, String key, String emptyKey) {
    var field = numberField(new NumberField(choice, range, 0.0), choice, range, key);
    field.promptTextProperty().bind(messages.text(emptyKey));
    return row(choice, field, key);
  }

  public NumberField numberField(Choice<Double> choice, Range range, String key) {
    var field = numberField(new NumberField(choice, range), choice, range, key);
    return Labels.unseen(messages.text(key), field);
  }

  private NumberField numberField(
      NumberField field, Choice<Double> choice, Range range, String key) {
    var tip =
        messages
            .language()
            .map(_ -> messages.now(key + ".tip") + "\n" + RangeWords.of(range, messages.words()));
    return describe(field, choice, tip);
  }

  public <T> FieldRow choice(
      Choice<T> choice, List<T> values, Function<T, String> nameKey, String key) {
    return row(choice, choiceField(choice, fixed(values), nameKey, key), key);
  }

  /** The same under a name that tells it from others of its kind. */
  public <T> FieldRow choice(
      Choice<T> choice,
      List<T> values,
      Function<T, String> nameKey,
      String key,
      ObservableValue<String> name) {
    var label = Labels.line(name);
    return row(label, choiceField(choice, fixed(values), nameKey, key), choice);
  }

  public <T> FieldRow choice(
      Choice<T> choice, ObservableValue<List<T>> values, Function<T, String> nameKey, String key) {
    return row(choice, choiceField(choice, values, nameKey, key), key);
  }

  public FieldRow choiceOfData(
      Choice<String> choice, ObservableValue<List<String>> names, String key) {
    var field = Styling.as(new ChoiceField<>(choice, names, SimpleStringProperty::new), "data");
    return row(choice, describe(field, choice, messages.text(key + ".tip")), key);
  }

  public <T> ChoiceField<T> choiceField(
      Choice<T> choice, List<T> values, Function<T, String> nameKey, String key) {
    return Labels.unseen(messages.text(key), choiceField(choice, fixed(values), nameKey, key));
  }

  private static <T> ObservableValue<List<T>> fixed(List<T> values) {
    return new SimpleObjectProperty<>(List.copyOf(values));
  }

  private <T> ChoiceField<T> choiceField(
      Choice<T> choice, ObservableValue<List<T>> values, Function<T, String> nameKey, String key) {
    var field = new ChoiceField<>(choice, values, value -> messages.text(nameKey.apply(value)));
    return describe(
        field,
        choice,
        messages.text(choice.value(), (words, value) -> tip(words, key, nameKey.apply(value))));
  }

  private static String tip(Words words, String key, String nameKey) {
    var field = words.text(key + ".tip");
    return words.has(nameKey + ".tip")
        ? words.text("tip.value", field, words.text(nameKey), words.text(nameKey + ".tip"))
        : field;
  }

  public FieldRow flag(Choice<Boolean> choice, String key) {
    var box = new CheckBox();
    WhileInScene.subscribe(box, () -> choice.value().subscribe(it -> box.setSelected(it)));
    box.setOnAction(
        _ -> {
          choice.choose(box.isSelected());
          choice.settled();
        });
    return row(choice, describe(box, choice, messages.text(key + ".tip")), key);
  }

  /** Rows that are seldom needed, behind the button {@code more-<name>}; wrong ones show anyway. */
  public Disclosure more(String name, ObservableValue<Boolean> wrong, Node... rows) {
    return new Disclosure(name, wrong, rows);
  }

  /**
   * A small button that tells a reason, pressed or pointed at, and to who hears the window; there
   * is none where it does not apply.
   */
  public Button why(String id, ObservableValue<String> reason, ObservableValue<Boolean> applies) {
    var button = Buttons.describe(new Button(null, new IconView(Icon.INFO)), messages, "form.why");
    Tooltips.install(button, reason);
    Tooltips.showWhenPressed(button);
    Visibility.when(button, applies);
    return Styling.as(button, "#" + id, Styles.BUTTON_ICON, Styles.FLAT, "why");
  }

  public Label heading(String key) {
    return Labels.line(messages.text(key), "form-heading");
  }

  public ProblemLabel problem(Choice<?> choice) {
    return problem(id(choice.component()), choice.problems());
  }

  /** A label for any problems; its id ends in {@code -problem}. */
  public ProblemLabel problem(String id, ObservableValue<List<Problem>> problems) {
    var label = Styling.as(new ProblemLabel(messages), "#" + id + "-problem");
    WhileInScene.subscribe(label, () -> problems.subscribe(present -> label.show(present)));
    return label;
  }

  public static String id(String component) {
    return component.replaceAll("[.\\[]", "-").replace("]", "");
  }

  private FieldRow row(Choice<?> choice, Control field, String key) {
    return row(Labels.line(messages.text(key)), field, choice);
  }

  private FieldRow row(Label name, Control field, Choice<?> choice) {
    if (field instanceof ChoiceField<?> list) {
      list.late(); // Fields of a form have one width.
    }
    return new FieldRow(name, field, choice);
  }

  private static <C extends Control> C describe(
      C field, Choice<?> choice, ObservableValue<String> tip) {
    field.setId(id(choice.component()));
    Tooltips.install(field, tip);
    return field;
  }

  public final class Disclosure extends VBox {

    private final String name;
    private final ObservableValue<Boolean> wrong;
    private final Button button = Styling.as(new Button(), Styles.FLAT, Styles.SMALL, "more");
    private final List<Node> rows;
    private final VBox content = Styling.as(new VBox(), "form");

    private Disclosure(String name, ObservableValue<Boolean> wrong, Node... rows) {
      this.name = name;
      this.wrong = wrong;
      this.rows = List.of(rows);
      getStyleClass().add("form");
      button.setId("more-" + name);
      Buttons.name(button, messages, "form.more");
      button.setOnAction(
          _ -> {
            if (!open.remove(name)) {
              open.add(name);
            }
          });
      getChildren().setAll(button, content);
      WhileInScene.subscribe(
          this,
          () -> Subscription.combine(wrong.subscribe(_ -> show()), open.subscribe(this::show)));
    }

    private void show() {
      var shown = open.contains(name) || wrong.getValue();
      if (shown && content.getChildren().isEmpty()) {
        // Not before: rows that nobody has opened would be styled and laid out at every start.
        content.getChildren().setAll(rows);
      }
      Visibility.when(content, shown);
      button.setGraphic(new IconView(shown ? Icon.DOWN : Icon.RIGHT));
    }
  }

  /** A row of a form: name and field, and below, from the first time on, what is wrong. */
  public final class FieldRow extends VBox {

    private final HBox line;

    private FieldRow(Label name, Control field, Choice<?> choice) {
      getStyleClass().add("field-row");
      name.getStyleClass().add("field-name");
      name.setLabelFor(field);
      name.setWrapText(true);
      name.setMaxWidth(Double.MAX_VALUE);
      line = Styling.as(new HBox(Space.wide(name), field), "field-line");
      getChildren().setAll(line);
      WhileInScene.subscribe(
          this,
          () ->
              choice
                  .problems()
                  .subscribe(
                      present -> {
                        if (!present.isEmpty() && getChildren().size() == 1) {
                          getChildren().add(problem(choice));
                        }
                      }));
    }

    /** Gives the focus to its field. */
    @Override
    public void requestFocus() {
      line.getChildren().getLast().requestFocus();
    }

    /** The same row, with something small before its field. */
    public FieldRow with(Node small) {
      line.getChildren().add(1, small);
      return this;
    }
  }
}
