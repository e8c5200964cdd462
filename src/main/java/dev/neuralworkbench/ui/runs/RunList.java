package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.runs.RunComparison.Compared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

final class RunList extends TableView<RunRow> {

  private static final double NAME_IN_EM = 9;
  private static final double CURVE_IN_EM = 7;
  private static final double NOTE_IN_EM = 12;

  /** Room for so many rows, or for the sentence of a list without any. */
  private static final int LEAST_ROWS = 2;

  private static final double ROW_IN_EM = 2;
  private static final double EDGE = 2;

  private final RunsViewModel model;
  private final Messages messages;
  private double em;
  private String filter = "";
  private boolean changing;

  /** Whether the last two rows are chosen because nobody has chosen others. */
  private boolean usual = true;

  private RunCells.CurveCell.Scale scale = new RunCells.CurveCell.Scale(0, 1);
  private List<RunColumn> columns = List.of();

  /** Which of the charts' colors a run has, by its number; empty where they have none. */
  final ObjectProperty<Map<Integer, Integer>> colors = new SimpleObjectProperty<>(Map.of());

  private List<RunColumn> shown = List.of();

  RunList(RunsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#runs-list", "data-table", "dense", "run-list");
    setPlaceholder(Labels.sentence(messages.text("runs.none"), "#runs-none", "empty-sentence"));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    accessibleTextProperty().bind(messages.text("runs.title"));
    setSortPolicy(_ -> sorts());
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunRow>) _ -> usual = changing && usual);
    ColumnWidths.follow(this, () -> em);
  }

  private RunWords words() {
    return new RunWords(messages.words());
  }

  List<Integer> chosen() {
    return getSelectionModel().getSelectedItems().stream()
        .flatMap(row -> row.runs().stream())
        .map(run -> run.number())
        .distinct()
        .toList();
  }

  /** A run for each chosen row, of a group the one of the first seed. */
  List<LoggedRun> picked() {
    return getSelectionModel().getSelectedItems().stream()
        .map(
            row ->
                switch (row) {
                  case RunRow.One one -> one.run();
                  case RunRow.Several several -> several.group().ofFirstSeed();
                })
        .toList();
  }

  void filter(String wanted) {
    filter = wanted.strip().toLowerCase(Locale.ROOT);
    keepingChosen(this::showRows);
  }

  /** The rows that the filter lets through; runs of an unfolded group go with its line. */
  private List<RunRow> rows() {
    var rows = new ArrayList<RunRow>();
    var group = false;
    for (var row : model.rows.get()) {
      group = isInner(row) ? group : matches(row);
      if (group) {
        rows.add(row);
      }
    }
    return rows;
  }

  private boolean matches(RunRow row) {
    return filter.isEmpty()
        || row.runs().stream()
            .anyMatch(run -> model.noteOf(run).toLowerCase(Locale.ROOT).contains(filter))
        || own()
            .map(column -> column.textOf(row))
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(filter));
  }

  /** The numbers of the runs that somebody has chosen, or where these are not several of all. */
  List<Integer> compared() {
    var chosen = chosen();
    return chosen.size() > 1 && !usual ? chosen : runs().stream().map(run -> run.number()).toList();
  }

  /** The runs of all rows, in their order; an unfolded group's line stands for none of its own. */
  List<LoggedRun> runs() {
    return getItems().stream()
        .filter(row -> !(row instanceof RunRow.Several group && group.unfolded()))
        .flatMap(row -> row.runs().stream())
        .toList();
  }

  /** Shows the runs as they are; what is chosen and sorted stays. */
  void refreshRows() {
    scale = RunCells.CurveCell.Scale.of(listed().map(run -> run.record().curve()).toList());
    columns = model.table.get().columns();
    keepingChosen(
        () -> {
          makeColumns();
          showRows();
        });
    if (usual || getSelectionModel().isEmpty()) {
      chooseLast();
    }
  }

  private void chooseLast() {
    var last =
        IntStream.range(0, getItems().size())
            .filter(i -> !isInner(getItems().get(i)))
            .boxed()
            .sorted(Comparator.comparingInt(i -> -getItems().get(i).runs().getLast().number()))
            .limit(2)
            .mapToInt(i -> i)
            .toArray();
    changing = true;
    getSelectionModel().clearSelection();
    if (last.length > 0) {
      getSelectionModel().selectIndices(last[0], last);
    }
    changing = false;
    usual = true;
  }

  /** The height at which head and rows show, so many at most. */
  double wantedHeight() {
    var head = lookup(".column-header-background") instanceof Region it ? it.getHeight() : 0;
    var row = lookup(".table-row-cell") instanceof Region it ? it.getHeight() : ROW_IN_EM * em;
    var bar = lookup(".scroll-bar:horizontal");
    var under = bar instanceof Region it && it.isVisible() ? it.getHeight() : 0;
    return Math.ceil(head + Math.max(LEAST_ROWS, getItems().size()) * row + under + EDGE);
  }

  private void showRows() {
    getItems().setAll(ordered(rows()));
  }

  /** Chosen cells must not lose their columns, or the toolkit throws: meanwhile none is chosen. */
  private void keepingChosen(Runnable change) {
    var chosen = getSelectionModel().getSelectedItems().stream().map(Line::of).toList();
    changing = true;
    try {
      getSelectionModel().clearSelection();
      change.run();
      select(Set.copyOf(chosen));
    } finally {
      changing = false;
    }
  }

  /** Whether rows are being put into the list: what is chosen is not what it will be. */
  boolean isChanging() {
    return changing;
  }

  void refreshWords() {
    keepingChosen(this::makeColumns);
    refresh();
  }

  void em(double size) {
    em = size;
    widen();
  }

  private void widen() {
    own().forEach(column -> column.widen(model.rows.get(), em));
  }

  private Stream<RunTableColumn> own() {
    return getColumns().stream().map(RunTableColumn.class::cast);
  }

  /** What a row is about, whatever becomes of it: a run, or the group that begins with it. */
  private record Line(int number, boolean isGroup) {

    static Line of(RunRow row) {
      return new Line(row.runs().getFirst().number(), row instanceof RunRow.Several);
    }
  }

  private void select(Set<Line> chosen) {
    var present = getItems().stream().map(Line::of).collect(Collectors.toSet());
    var lost =
        chosen.stream()
            .filter(line -> !present.contains(line))
            .map(Line::number)
            .collect(Collectors.toSet());
    var places =
        IntStream.range(0, getItems().size())
            .filter(i -> isChosen(getItems().get(i), chosen, lost))
            .toArray();
    if (places.length > 0) {
      getSelectionModel().selectIndices(places[0], places);
    }
  }

  private static boolean isChosen(RunRow row, Set<Line> chosen, Set<Integer> lost) {
    return chosen.contains(Line.of(row))
        || (row.runs().stream().anyMatch(run -> lost.contains(run.number()))
            && !(row instanceof RunRow.Several group && group.unfolded()));
  }

  private boolean sorts() {
    var places = new IdentityHashMap<RunRow, Integer>();
    for (var row : ordered(rows())) {
      places.put(row, places.size());
    }
    FXCollections.sort(
        getItems(), Comparator.comparingInt(row -> places.getOrDefault(row, places.size())));
    return true;
  }

  /** Rows in the order of the moment; runs of an unfolded group stay below its line. */
  private List<RunRow> ordered(List<RunRow> rows) {
    var order = getComparator();
    if (order == null) {
      return rows;
    }
    List<List<RunRow>> blocks = new ArrayList<>();
    for (var row : rows) {
      if (!isInner(row)) {
        blocks.add(new ArrayList<>());
      }
      blocks.getLast().add(row);
    }
    blocks.sort(Comparator.comparing(List::getFirst, order));
    blocks.forEach(block -> block.subList(1, block.size()).sort(order));
    return blocks.stream().flatMap(List::stream).toList();
  }

  private static boolean isInner(RunRow row) {
    return row instanceof RunRow.One one && one.inGroup();
  }

  private Stream<LoggedRun> listed() {
    return model.rows.get().stream().flatMap(row -> row.runs().stream());
  }

  private void makeColumns() {
    var byFolds = new Compared(model.table.get()).byFolds();
    List<TableColumn<RunRow, ?>> all = new ArrayList<>();
    var name = messages.now("runs.column.run");
    all.add(
        RunTableColumn.of(name, NAME_IN_EM, () -> new RunCells.RunNameCell(model, messages, colors))
            .sortedBy(Comparator.comparingInt(row -> row.runs().getFirst().number())));
    columns.forEach(column -> all.add(choice(column)));
    if (listed().anyMatch(it -> !it.record().anew() || it.record().from() != null)) {
      all.add(text(messages.now("runs.column.origin"), this::origin, this::origin));
    }
    all.add(
        mean(
            byFolds ? scoreKey().replace("validationScore", "foldsScore") : scoreKey(),
            run -> run.result().validationScore()));
    if (listed().anyMatch(run -> run.record().testScore() != null)) {
      all.add(mean(scoreKey().replace("validationScore", "testScore"), RunRecord::testScore));
    }
    all.add(
        mean(
            byFolds ? "runs.column.foldsLoss" : "runs.column.validationLoss",
            run -> run.result().validationLoss()));
    all.add(mean("headline.loss.learning", run -> run.result().trainingLoss()));
    all.add(number("runs.column.epochs", RunList::epochs, row -> count(epochs(row))));
    var curve =
        RunTableColumn.of(
            messages.now("runs.column.curve"),
            CURVE_IN_EM,
            () -> new RunCells.CurveCell(() -> scale));
    curve.setSortable(false);
    all.add(curve);
    all.add(text(messages.now("runs.column.end"), this::end, this::end));
    var note = messages.now("runs.column.note");
    all.add(
        RunTableColumn.of(note, NOTE_IN_EM, () -> new RunCells.NoteCell(model, messages))
            .sortedBy(Comparator.comparing(RunCells.NoteCell::noteOf)));
    show(all);
    widen();
  }

  /** New columns in the place of the old ones, where they are others; the order of rows stays. */
  private void show(List<TableColumn<RunRow, ?>> all) {
    if (heads(all).equals(heads(getColumns())) && columns.equals(shown)) {
      own().forEach(RunTableColumn::forget);
      return;
    }
    shown = columns;
    var sorted = List.copyOf(getSortOrder());
    getColumns().setAll(all);
    for (var before : sorted) {
      all.stream()
          .filter(it -> it.getText().equals(before.getText()))
          .findFirst()
          .ifPresent(
              it -> {
                it.setSortType(before.getSortType());
                getSortOrder().setAll(List.of(it));
              });
    }
  }

  private static List<String> heads(List<TableColumn<RunRow, ?>> of) {
    return of.stream().map(TableColumn::getText).toList();
  }

  private String origin(RunRow row) {
    return words().origin(row.runs().getFirst().record());
  }

  private String scoreKey() {
    var kind = model.table.get().problemType();
    return "runs.column.validationScore" + (kind == null ? "" : "." + Ids.of(kind));
  }

  private RunTableColumn choice(RunColumn column) {
    return text(
        words().head(column),
        row ->
            switch (row) {
              case RunRow.One one -> words().value(column, one.run().number());
              case RunRow.Several several -> common(several, column);
            },
        row -> {
          var value = column.of(row.runs().getFirst().number());
          return value instanceof Number ? value : value.toString();
        });
  }

  private String common(RunRow.Several group, RunColumn column) {
    var values =
        group.runs().stream().map(run -> words().value(column, run.number())).distinct().toList();
    return values.size() == 1 ? values.getFirst() : "";
  }

  private String end(RunRow row) {
    return row instanceof RunRow.One one
        ? words().end(one.record(), one.use() == RunRow.Use.UNDER_WAY)
        : "";
  }

  /** NaN where none has an epoch yet. */
  private static double epochs(RunRow row) {
    return row.spread(it -> it.result().epochs() == 0 ? null : (double) it.result().epochs())
        .mean();
  }

  private static String count(double epochs) {
    return Double.isNaN(epochs) ? "–" : Numbers.count(Math.round(epochs));
  }

  /** Of a group the mean of its runs that have the number. */
  private RunTableColumn mean(String key, Function<RunRecord, @Nullable Double> number) {
    return number(key, row -> row.spread(number).mean(), row -> words().number(row.spread(number)));
  }

  private RunTableColumn number(
      String key, ToDoubleFunction<RunRow> order, Function<RunRow, String> text) {
    return RunTableColumn.of(messages.now(key), "number-column", text, order::applyAsDouble);
  }

  private static RunTableColumn text(
      String head, Function<RunRow, String> text, Function<RunRow, Object> order) {
    return RunTableColumn.of(head, "text-column", text, order);
  }
}
