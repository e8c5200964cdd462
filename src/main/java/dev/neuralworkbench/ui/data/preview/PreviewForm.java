package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.read.json.JsonFormat;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Guess;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.ModelChoice;
import dev.neuralworkbench.ui.common.form.WrittenField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was found out about a file, each with its reason, to be chosen otherwise. */
final class PreviewForm extends VBox {

  private static final String ENCODINGS =
      "UTF-8 windows-1252 windows-1250 windows-1251 windows-1253 GB18030 Big5 Shift_JIS EUC-KR";

  private static final Map<Guess, List<String>> VALUES =
      Map.of(
          Guess.DELIMITER, List.of(",", ";", "\t", "|", ":", " "),
          Guess.ENCODING, List.of(ENCODINGS.split(" ")),
          Guess.DECIMAL, List.of(".", ","),
          Guess.HEADER, List.of("true", "false"),
          Guess.SKIPPED, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8"));

  private final PreviewViewModel model;
  private final Messages messages;
  private final CheckBox flatten;
  private final Map<Guess, Label> reasons = new EnumMap<>(Guess.class);

  PreviewForm(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#preview-form", "preview-form");
    flatten = Buttons.name(new CheckBox(), messages, "preview.flatten");
    flatten.setOnAction(_ -> model.change(it -> it.withFlatten(flatten.isSelected())));
    getChildren().add(Styling.as(flatten, "#preview-flatten"));
    Stream.of(
            Guess.SHEET,
            Guess.DELIMITER,
            Guess.ENCODING,
            Guess.DECIMAL,
            Guess.HEADER,
            Guess.SKIPPED)
        .forEach(this::add);
    var marks = marks();
    Tooltips.install(marks, messages.text("preview.missing.tip"));
    row("missing", "preview.missing", marks);
    OnAnyChange.all(this::show, model.choices, model.reading, model.problem, messages.language());
  }

  private void add(Guess guess) {
    var component = guess == Guess.SKIPPED ? "skippedLines" : Ids.of(guess);
    var value = model.choices.map(it -> Objects.toString(Records.get(it, component), ""));
    var choice =
        new ModelChoice<>(
            "preview." + Ids.of(guess),
            value,
            next -> model.change(it -> Records.with(it, component, chosen(guess, next))));
    ObservableValue<List<String>> values =
        Bindings.createObjectBinding(
            () -> values(guess, model.reading.get(), value.getValue()), model.reading, value);
    var field =
        new ChoiceField<String>(
            choice,
            values,
            of -> messages.text(model.reading, (words, it) -> name(guess, it, of, words)));
    var row = row(Ids.of(guess), "reading.guess." + Ids.of(guess), field);
    var reason = Labels.sentence("muted", "preview-reason");
    row.getChildren().add(reason);
    reasons.put(guess, reason);
  }

  /** A text of the list as the choices keep it; null where it is left to be guessed. */
  private static @Nullable Object chosen(Guess guess, String text) {
    return text.isEmpty()
        ? null
        : switch (guess) {
          case HEADER -> Boolean.valueOf(text);
          case SKIPPED -> Integer.valueOf(text);
          case DELIMITER, ENCODING, DECIMAL, SHEET -> text;
        };
  }

  private static List<String> values(Guess guess, @Nullable ReadingReport reading, String chosen) {
    var sheets = reading == null ? List.<String>of() : reading.sheets();
    var usual = VALUES.getOrDefault(guess, sheets);
    return Stream.concat(Stream.concat(Stream.of(""), usual.stream()), Stream.of(chosen))
        .distinct()
        .toList();
  }

  private VBox row(String id, String key, Control field) {
    field.setId("preview-" + id);
    field.setMaxWidth(Double.MAX_VALUE);
    var name = Labels.line(messages.text(key), "preview-name");
    name.setLabelFor(field);
    var row = Styling.as(new VBox(name, field), "preview-row");
    getChildren().add(row);
    return row;
  }

  /** Only what the format leaves open; a choice that makes no table keeps its row. */
  private void show() {
    var reading = model.reading.get();
    var wrong = model.problem.get();
    var isNested = wrong != null && wrong.key().equals(JsonFormat.NESTED);
    var wasFlat = reading != null && reading.choices().flattens();
    flatten.setSelected(model.choices.get().flattens());
    Visibility.when(flatten, isNested || wasFlat || flatten.isSelected());
    reasons.forEach(
        (guess, line) -> {
          var reason = reading == null ? null : reading.reason(guess).orElse(null);
          var isOpen = guess != Guess.SHEET && !flatten.isVisible();
          Visibility.when(line.getParent(), reading == null ? isOpen : reason != null);
          line.setText(
              reason == null ? "" : messages.now(reason.key(), reason.arguments().toArray()));
        });
  }

  private static String name(
      Guess guess, @Nullable ReadingReport reading, String value, Words words) {
    if (!value.isEmpty()) {
      return ReadingWords.name(guess, value, words);
    }
    return reading == null
        ? words.text("preview.unknown")
        : words.text("preview.found", ReadingWords.found(reading, guess, words));
  }

  /** A field for texts that stand for missing values, with commas between them. */
  private WrittenField<List<String>> marks() {
    var choice =
        new ModelChoice<List<String>>(
            "preview.missing",
            model.choices.map(ReadingChoices::missing),
            next -> model.change(it -> it.withMissing(next)));
    var field =
        new WrittenField<>(
            choice,
            text -> Optional.of(marks(text)),
            marks -> String.join(", ", marks),
            "preview.missing");
    field.setPromptText("., unknown");
    return Styling.as(field, "data");
  }

  private static List<String> marks(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(mark -> !mark.isEmpty())
        .distinct()
        .toList();
  }
}
