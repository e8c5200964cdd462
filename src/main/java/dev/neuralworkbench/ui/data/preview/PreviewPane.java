package dev.neuralworkbench.ui.data.preview;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Guess;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A file before it is read: what was found out about it, and the first rows that come of it. */
public final class PreviewPane extends VBox {

  private final PreviewViewModel model;
  private final Messages messages;
  private final CellGrid<Content> grid;
  private final Label doubts = Labels.sentence("#preview-doubts", "muted");
  private final Label lines = Labels.whole("#preview-lines", "preview-lines");
  private final ScrollPane raw = new ScrollPane(lines);
  private final ProblemLabel problem;

  public PreviewPane(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    grid = Styling.as(new CellGrid<Content>(Head::new), "#preview-grid");
    grid.tell(this::words);
    problem = Styling.as(new ProblemLabel(messages), "#preview-problem");
    Styling.as(this, "#preview", "preview");
    layOut();
    lines.textProperty().bind(model.lines);
    OnAnyChange.all(this::show, model.table, model.problem, model.lines, messages.language());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void layOut() {
    var title =
        Labels.line(
            messages.text(
                model.file,
                (words, file) ->
                    file == null
                        ? ""
                        : words.text("preview.title", String.valueOf(file.getFileName()))),
            "screen-title");
    var hint = Labels.sentence(messages.text("preview.hint"), "muted");
    var form = Styling.as(new ScrollPane(new PreviewForm()), "preview-side");
    form.setFitToWidth(true);
    form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var right = new VBox(Space.tall(grid), Space.tall(raw), doubts);
    var parts = new HBox(form, Space.wide(Styling.as(right, "preview-rows")));
    var said = Space.wide(Styling.as(new VBox(problem), "said"));
    var forget =
        Buttons.of(messages, "preview.forget", model::forget, "#preview-forget", Styles.FLAT);
    var cancel = Buttons.of(messages, "dialog.cancel", model::cancel, "#preview-cancel");
    var foot = Styling.as(new HBox(said, forget, cancel, use()), "editor-foot");
    getChildren().setAll(title, hint, Space.tall(Styling.as(parts, "preview-parts")), foot);
  }

  private Button use() {
    var use = Buttons.of(messages, "preview.use", model::use, "#preview-use");
    use.disableProperty().bind(model.table.isNull());
    return use;
  }

  private void show() {
    var table = model.table.get();
    var wrong = model.problem.get();
    problem.show(wrong == null ? List.of() : List.of(wrong));
    Visibility.when(grid, table != null);
    Visibility.when(raw, table == null && !model.lines.get().isEmpty());
    var reading = table == null ? null : table.reading();
    var words = messages.words();
    doubts.setText(reading == null ? "" : String.join("\n", ReadingWords.doubts(reading, words)));
    Visibility.when(doubts, !doubts.getText().isEmpty());
    if (table != null) {
      grid.show(new Content(new TableCells(table), model.choices.get()));
    }
  }

  private String words(GridCell cell) {
    var table = model.table.get();
    if (table == null || cell.row() < 0) {
      return messages.now("table.describe");
    }
    var column = table.column(cell.column());
    return messages.now("table.cell", cell.row() + 1, column.name(), column.text(cell.row()));
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      key.consume();
    }
  }

  /** The head of a column that is looked at: its name, and what it holds, found or chosen. */
  private final class Head extends VBox implements GridHead<Content> {

    private final Label name = Styling.as(new Label(), "column-name", "data");
    private final MenuButton type =
        Styling.as(new MenuButton(), "column-choice", Styles.FLAT, Styles.SMALL);
    private final Map<Optional<CellType>, RadioMenuItem> types = new LinkedHashMap<>();
    private final StringProperty tip = new SimpleStringProperty("");
    private String column = "";

    Head() {
      getStyleClass().add("column-head");
      name.setMaxWidth(Double.MAX_VALUE);
      Tooltips.install(name, tip);
      Tooltips.install(type, messages.text("preview.type.tip"));
      var group = new ToggleGroup();
      add(Optional.empty(), "preview.type.found", group);
      add(Optional.of(CellType.NUMBER), "preview.type.number", group);
      add(Optional.of(CellType.TEXT), "preview.type.text", group);
      type.getItems().setAll(types.values());
      getChildren().setAll(name, type);
    }

    private void add(Optional<CellType> value, String key, ToggleGroup group) {
      Runnable choose = () -> model.change(it -> it.withType(column, value.orElse(null)));
      types.put(value, Buttons.choice(group, messages.text(key), choose));
    }

    @Override
    public void show(Content content, int shown, boolean selected) {
      var holds = content.cells().table().column(shown);
      column = holds.name();
      var chosen = content.choices().type(column);
      setId("preview-column-" + shown);
      type.setId("preview-type-" + shown);
      name.setText(TableCells.head(column));
      tip.set(column);
      var kind = holds instanceof NumberColumn ? "number" : "text";
      var words = messages.now("preview.type." + kind);
      type.setText(chosen.isPresent() ? messages.now("preview.chosen", words) : words);
      type.setAccessibleText(column + ": " + type.getText());
      type.setFocusTraversable(selected);
      types.forEach((value, item) -> item.setSelected(value.equals(chosen)));
    }
  }

  private record Content(TableCells cells, ReadingChoices choices) implements GridContent.OfTable {
    private static final int MOST_ROWS = 100;

    @Override
    public int rows() {
      return Math.min(MOST_ROWS, cells.table().rows());
    }
  }

  /** What was found out about a file, each with its reason, to be chosen otherwise. */
  private final class PreviewForm extends VBox {

    private static final String ENCODINGS =
        "UTF-8 windows-1252 windows-1250 windows-1251 windows-1253 GB18030 Big5 Shift_JIS EUC-KR";

    private static final Map<Guess, List<String>> VALUES =
        Map.of(
            Guess.DELIMITER, List.of(",", ";", "\t", "|", ":", " "),
            Guess.ENCODING, List.of(ENCODINGS.split(" ")),
            Guess.DECIMAL, List.of(".", ","),
            Guess.HEADER, List.of("true", "false"),
            Guess.SKIPPED, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8"));

    private final Map<Guess, VBox> rows = new EnumMap<>(Guess.class);
    private final Map<Guess, Label> reasons = new EnumMap<>(Guess.class);

    PreviewForm() {
      Styling.as(this, "#preview-form", "preview-form");
      add(Guess.SHEET, ReadingChoices::sheet, ReadingChoices::withSheet);
      add(Guess.DELIMITER, ReadingChoices::delimiter, ReadingChoices::withDelimiter);
      add(Guess.ENCODING, ReadingChoices::encoding, ReadingChoices::withEncoding);
      add(Guess.DECIMAL, ReadingChoices::decimal, ReadingChoices::withDecimal);
      add(
          Guess.HEADER,
          ReadingChoices::header,
          (it, value) -> it.withHeader(value == null ? null : Boolean.valueOf(value)));
      add(
          Guess.SKIPPED,
          ReadingChoices::skippedLines,
          (it, value) -> it.withSkippedLines(value == null ? null : Integer.valueOf(value)));
      var marks = new MarksField();
      Tooltips.install(marks, messages.text("preview.missing.tip"));
      row("missing", "preview.missing", marks);
      OnAnyChange.all(this::show, model.reading, messages.language());
    }

    private void add(
        Guess guess,
        Function<ReadingChoices, @Nullable Object> get,
        BiFunction<ReadingChoices, @Nullable String, ReadingChoices> set) {
      var value = model.choices.map(it -> Objects.toString(get.apply(it), ""));
      var choice = new GuessChoice(model, "preview." + Ids.of(guess), value, set);
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
      rows.put(guess, row);
      reasons.put(guess, reason);
    }

    private static List<String> values(
        Guess guess, @Nullable ReadingReport reading, String chosen) {
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
      rows.forEach(
          (guess, row) -> {
            var reason = reading == null ? null : reading.reason(guess).orElse(null);
            Visibility.when(row, reading == null ? guess != Guess.SHEET : reason != null);
            Objects.requireNonNull(reasons.get(guess))
                .setText(
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
    private final class MarksField extends TextField {

      private String shown = "";

      MarksField() {
        getStyleClass().add("data");
        setPromptText("., unknown");
        setOnAction(_ -> take());
        OnAnyChange.whenLeft(this, this::take);
        model.choices.subscribe(choices -> show(choices.missing()));
      }

      /** What was not typed stays as it is: a mark may hold a comma. */
      private void take() {
        if (!getText().equals(shown)) {
          model.change(it -> it.withMissing(marks()));
        }
      }

      private List<String> marks() {
        return Arrays.stream(getText().split(",", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
      }

      private void show(List<String> marks) {
        if (!marks.equals(marks())) {
          setText(String.join(", ", marks));
        }
        shown = getText();
      }
    }

    /**
     * One of the choices of how a file is read, as a text; empty where it is left to be guessed.
     */
    private record GuessChoice(
        PreviewViewModel model,
        String component,
        ObservableValue<String> value,
        BiFunction<ReadingChoices, @Nullable String, ReadingChoices> set)
        implements Choice<String> {

      /** What is wrong shows beside the rows. */
      @Override
      public ObservableValue<List<Problem>> problems() {
        return new SimpleObjectProperty<>(List.of());
      }

      @Override
      public Observable reverted() {
        return model.choices;
      }

      @Override
      public void choose(String next) {
        model.change(it -> set.apply(it, next.isEmpty() ? null : next));
      }

      @Override
      public void unreadable(Problem problem) {}
    }
  }
}
