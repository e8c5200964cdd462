package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.form.WrittenField;
import dev.neuralworkbench.ui.workspace.entry.RowInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A row of the form: a number outside the trained range is allowed and said to be so. */
final class InputRow {

  private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
  private static final int DIGITS = 4;

  private final Fields fields;
  private final Messages messages;
  private final Label name;
  private final Control field;
  private final StackPane beside;

  InputRow(RowInput input, Fields fields, Messages messages) {
    this.fields = fields;
    this.messages = messages;
    field =
        switch (input) {
          case RowInput.OfNumber number -> numberField(number);
          case RowInput.OfCategory category -> categoryField(category);
          case RowInput.OfDate date -> dateField(date);
        };
    var note =
        switch (input) {
          case RowInput.OfNumber number -> range(number);
          case RowInput.OfDate date -> parts(date);
          case RowInput.OfCategory _ -> new Label();
        };
    name = new InputName(input.encoder().name());
    name.setLabelFor(field);
    field.setId(Fields.id(input.choice().component()));
    field.getStyleClass().add("data");
    note.getStyleClass().add("input-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    var problem = fields.problem(input.choice());
    var parts = range(input, note);
    // They keep their room, so that the form does not change its width while one types.
    problem.managedProperty().subscribe(wrong -> parts.setVisible(!wrong));
    problem.setMinHeight(Region.USE_PREF_SIZE);
    beside = Styling.as(new StackPane(parts, problem), "input-beside");
  }

  /** Name, field, and what is said beside it. */
  List<Node> nodes() {
    return List.of(name, field, beside);
  }

  private VBox range(RowInput input, Label note) {
    var parts = Styling.as(new VBox(note), "input-range");
    if (input instanceof RowInput.OfNumber(var encoder, var choice, var _)
        && encoder.minimum() < encoder.maximum()
        && encoder.isRangeKnown()) {
      var slider = new InputSlider(choice, encoder.minimum(), encoder.maximum(), encoder.fill());
      slider.setId(field.getId() + "-slider");
      slider.setAccessibleText(encoder.name());
      Tooltips.install(slider, messages.text("predict.slider.tip"));
      parts.getChildren().add(slider);
    }
    return parts;
  }

  private NumberField numberField(RowInput.OfNumber number) {
    var made = fields.missableField(number.choice(), number.canMiss());
    if (!number.encoder().isRangeKnown()) {
      return made;
    }
    Tooltips.install(
        made,
        messages.text(
            "predict.number.tip",
            number(number.encoder().minimum()),
            number(number.encoder().maximum()),
            Numbers.rounded(number.encoder().mean(), DIGITS).replace('-', '\u2212')));
    return made;
  }

  private WrittenField<String> dateField(RowInput.OfDate date) {
    var made = WrittenField.of(date.choice());
    Tooltips.install(made, messages.text("predict.date.tip", date.encoder().fill()));
    return made;
  }

  private ChoiceField<String> categoryField(RowInput.OfCategory category) {
    ObservableValue<List<String>> texts =
        new SimpleObjectProperty<>(
            Stream.concat(category.encoder().categories().stream(), category.others().stream())
                .toList());
    var made = new ChoiceField<String>(category.choice(), texts, text -> name(category, text));
    Tooltips.install(made, messages.text("predict.category.tip"));
    return made;
  }

  /** A category is called as it is; nothing, and what is none, by what the model makes of them. */
  private ObservableValue<String> name(RowInput.OfCategory category, String text) {
    if (text.isEmpty() && category.encoder().knowsMissing()) {
      return messages.text("predict.category.missing.own");
    } else if (category.encoder().categories().contains(text)) {
      return new SimpleStringProperty(text);
    } else if (text.equals(RowInput.OfCategory.MISSING)) {
      return messages.text("predict.category.missing", category.encoder().fill());
    }
    return category.others().contains(text)
        ? messages.text("predict.category.unknown")
        : messages.text("predict.category.named", text);
  }

  private Label parts(RowInput.OfDate date) {
    var encoder = date.encoder();
    return note(
        date.choice().value(),
        (words, text) -> said(encoder, text, words),
        text -> encoder.outside(text).isPresent());
  }

  private <T> Label note(
      ObservableValue<T> value, BiFunction<Words, T, String> said, Predicate<T> isOutside) {
    var note = Labels.line(messages.text(value, said));
    value.subscribe(now -> note.pseudoClassStateChanged(OUTSIDE, isOutside.test(now)));
    return note;
  }

  private static String said(DateInput encoder, String text, Words words) {
    return text.isEmpty()
        ? words.text("predict.date.standsIn", encoder.fill())
        : encoder
            .outside(text)
            .map(
                it ->
                    words.text(
                        "predict.date.outside",
                        words.text("date.part." + Ids.of(it.part())),
                        number(it.minimum()),
                        number(it.maximum())))
            .orElse("");
  }

  private Label range(RowInput.OfNumber number) {
    var encoder = number.encoder();
    return note(
        number.choice().value(),
        (words, value) ->
            words.text(
                Double.isNaN(value)
                    ? "predict.standsIn"
                    : !encoder.isRangeKnown()
                        ? "predict.range.unknown"
                        : number.isKnown(value) ? "predict.range" : "predict.outside",
                number(encoder.minimum()),
                number(encoder.maximum()),
                Numbers.rounded(encoder.fill(), DIGITS).replace('-', '\u2212')),
        value -> !number.isKnown(value));
  }

  private static String number(double value) {
    return Numbers.readable(value).replace('-', '\u2212');
  }

  /** The name of an input: in one line where there is room, else in as many as it needs. */
  static final class InputName extends Label {

    private static final double MOST_IN_EM = 28;
    private static final double LEAST_IN_EM = 10;

    InputName(String column) {
      super(column);
      getStyleClass().addAll("input-name", "data");
      setWrapText(true);
      setMinHeight(USE_PREF_SIZE);
      setTooltip(new Tooltip(column));
    }

    @Override
    protected double computePrefWidth(double height) {
      return Math.min(super.computePrefWidth(height), MOST_IN_EM * getFont().getSize());
    }

    @Override
    protected double computeMinWidth(double height) {
      return Math.min(super.computePrefWidth(height), LEAST_IN_EM * getFont().getSize());
    }
  }

  /** Moves a number through the trained range in some hundred steps; one outside is at the end. */
  private static final class InputSlider extends Slider {

    private static final double STEPS = 100;

    private final int decimals;
    private final double ofMissing;
    private boolean following;

    InputSlider(Choice<Double> choice, double least, double greatest, double ofMissing) {
      super(least, greatest, least);
      this.ofMissing = ofMissing;
      // Of the largest power of ten that is no longer than a step.
      decimals = (int) -Math.floor(Math.log10((greatest - least) / STEPS));
      Styling.as(this, "input-slider", "small", "data");
      setBlockIncrement((greatest - least) / STEPS);
      WhileInScene.subscribe(this, () -> choice.value().subscribe(this::follow));
      valueProperty()
          .addListener(
              (_, _, value) -> {
                if (!following) {
                  choice.choose(rounded(value.doubleValue()));
                }
              });
    }

    /** The choice's own number may lie outside, or between two steps. */
    private void follow(double chosen) {
      var shown = Double.isNaN(chosen) ? ofMissing : chosen;
      if (rounded(getValue()) != shown) {
        following = true;
        setValue(shown);
        following = false;
      }
    }

    /** Rounding leads out of the range at neither end. */
    private double rounded(double value) {
      var round =
          BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
      return Math.clamp(round, getMin(), getMax());
    }
  }
}
