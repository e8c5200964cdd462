package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The list of the runs: what they differ in, what they came to, and what was said of them. */
final class RunList extends TableView<RunRow> {

  private final RunsViewModel model;
  private final Messages messages;
  private double em;
  private CurveCell.Scale scale = new CurveCell.Scale(0, 1);
  private List<RunColumn> columns = List.of();

  /** Widths in em: of a sign, of the air in a cell, of the narrowest and the broadest column. */
  private static final double SIGN = 0.56;

  private static final double AIR = 2;
  private static final double NARROWEST = 5;
  private static final double BROADEST = 24;
  private static final double CURVE = 9;
  private static final double NOTE = 16;
  private static final double NAME = 9;

  RunList(RunsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styled.as(this, "#runs-list", "data-table", "dense", "run-list");
    setPlaceholder(new Region());
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    accessibleTextProperty().bind(messages.text("runs.title"));
  }

  private RunWords words() {
    return new RunWords(messages.words());
  }

  /** The numbers of the chosen runs; those of a group are all of its runs. */
  List<Integer> chosen() {
    return getSelectionModel().getSelectedItems().stream()
        .flatMap(row -> row.runs().stream())
        .map(run -> run.number())
        .distinct()
        .toList();
  }

  /** Shows the runs as they are; what is chosen and sorted stays. */
  void refreshRows() {
    var chosen = chosen();
    var sorted = List.copyOf(getSortOrder());
    scale =
        CurveCell.Scale.of(
            model.rows().get().stream()
                .flatMap(row -> row.runs().stream())
                .map(run -> run.record().curve())
                .toList());
    if (getColumns().isEmpty() || !model.table().get().columns().equals(columns)) {
      columns = model.table().get().columns();
      makeColumns();
    }
    setItems(FXCollections.observableArrayList(model.rows().get()));
    widen();
    getSortOrder().setAll(sorted.stream().filter(getColumns()::contains).toList());
    sort();
    select(chosen);
  }

  /** Makes all columns anew, in the language of the moment. */
  void refreshWords() {
    makeColumns();
    refresh();
  }

  private void select(Collection<Integer> numbers) {
    getSelectionModel().clearSelection();
    for (var i = 0; i < getItems().size(); i++) {
      if (getItems().get(i) instanceof RunRow.One one && numbers.contains(one.run().number())) {
        getSelectionModel().select(i);
      }
    }
  }

  private void makeColumns() {
    var all = new ArrayList<TableColumn<RunRow, ?>>();
    var name = NameCell.column(model, messages);
    name.setUserData(NAME);
    all.add(name);
    for (var column : columns) {
      all.add(choice(column));
    }
    all.add(result("runs.column.validationScore", RunResult::validationScore, true));
    all.add(result("runs.column.validationLoss", RunResult::validationLoss, false));
    all.add(result("runs.column.trainingLoss", RunResult::trainingLoss, false));
    all.add(
        number(
            "runs.column.epochs",
            row -> row.spread(it -> (double) it.epochs()).mean(),
            row -> Numbers.count(Math.round(row.spread(it -> (double) it.epochs()).mean()))));
    all.add(curve());
    all.add(text("runs.column.end", this::end));
    var note = NoteCell.column(model, messages);
    note.setUserData(NOTE);
    all.add(note);
    getColumns().setAll(all);
    widen();
  }

  /** Text has another size. */
  void em(double size) {
    em = size;
    widen();
  }

  /** Each column as broad as its head and what it says. */
  private void widen() {
    for (var column : getColumns()) {
      var longest =
          model.rows().get().stream()
              .map(row -> column.getUserData() instanceof Says says ? says.of(row) : "")
              .mapToInt(RunList::signs)
              .max()
              .orElse(0);
      var signs = Math.max(longest, signs(column.getText()) + 1);
      var least = column.getUserData() instanceof Double own ? own : NARROWEST;
      column.setPrefWidth(em * Math.clamp(SIGN * signs + AIR, least, BROADEST));
    }
  }

  /** How many signs broad a text is: Chinese ones count twice. */
  private static int signs(String text) {
    return text.length() + (int) text.chars().filter(Character::isIdeographic).count();
  }

  /** What a column says of a row. */
  interface Says {
    String of(RunRow row);
  }

  private TableColumn<RunRow, RunRow> choice(RunColumn column) {
    var made =
        column(
            words().head(column),
            row ->
                row instanceof RunRow.One one
                    ? words().value(column, one.run().number())
                    : common((RunRow.Several) row, column),
            Comparator.comparing(row -> sortable(column, row), NATURAL));
    made.getStyleClass().add("text-column");
    return made;
  }

  private static final Comparator<Object> NATURAL =
      (one, other) ->
          one instanceof Number a && other instanceof Number b
              ? Double.compare(a.doubleValue(), b.doubleValue())
              : one.toString().compareTo(other.toString());

  private static Object sortable(RunColumn column, RunRow row) {
    return column.of(row.runs().getFirst().number());
  }

  /** What all runs of a group have; nothing where they differ. */
  private String common(RunRow.Several group, RunColumn column) {
    var values =
        group.runs().stream().map(run -> words().value(column, run.number())).distinct().toList();
    return values.size() == 1 ? values.getFirst() : "";
  }

  private String end(RunRow row) {
    return row instanceof RunRow.One one ? words().end(one.record().result()) : "";
  }

  private TableColumn<RunRow, RunRow> result(
      String key, Function<RunResult, @Nullable Double> number, boolean higherIsBetter) {
    return number(
        key,
        row -> {
          var mean = row.spread(number).mean();
          return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : higherIsBetter ? -mean : mean;
        },
        row -> words().number(row.spread(number)));
  }

  private TableColumn<RunRow, RunRow> number(
      String key, ToDoubleFunction<RunRow> order, Function<RunRow, String> text) {
    var column = column(messages.now(key), text, Comparator.comparingDouble(order));
    column.getStyleClass().add("number-column");
    return column;
  }

  private TableColumn<RunRow, RunRow> text(String key, Function<RunRow, String> text) {
    var column = column(messages.now(key), text, Comparator.comparing(text));
    column.getStyleClass().add("text-column");
    return column;
  }

  private TableColumn<RunRow, RunRow> curve() {
    var column = new TableColumn<RunRow, RunRow>(messages.now("runs.column.curve"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        _ -> {
          var cell = new CurveCell();
          cell.scale(scale);
          itemsProperty().subscribe(_ -> cell.scale(scale));
          return cell;
        });
    column.setSortable(false);
    column.setUserData(CURVE);
    return column;
  }

  private static TableColumn<RunRow, RunRow> column(
      String head, Function<RunRow, String> text, Comparator<RunRow> order) {
    var column = new TableColumn<RunRow, RunRow>(head);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new TextCell(text));
    column.setComparator(order);
    column.setUserData((Says) text::apply);
    return column;
  }
}
