package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.split.SplitSummary;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.TableCells;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel;
import dev.neuralworkbench.ui.data.trap.TrapsViewModel;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the data screen shows: the table, what is known of its columns, and its split. */
public final class DataViewModel {

  /** Where else rows come from: what the screen asks of whoever opens documents. */
  public record Sources(
      Consumer<Sample> openSample,
      BiConsumer<String, String> openText,
      Runnable askReading,
      Consumer<UnaryOperator<ReadingChoices>> changeReading,
      Runnable openItsData) {}

  private static final int FEW_ROWS = 20_000;
  private static final long FEW_CELLS = 150_000;

  final Workspace workspace;
  final Sources sources;
  final DataFormViewModel choices;
  final StatisticsViewModel statistics;

  /** The table as the grid shows it; null where a model was opened without its data. */
  final ReadOnlyObjectWrapper<@Nullable TableContent> content = new ReadOnlyObjectWrapper<>();

  /** The chosen column; −1 while there is no table. */
  final ReadOnlyIntegerWrapper column = new ReadOnlyIntegerWrapper(-1);

  /** The chosen row, from 0 on; −1 while there is none. */
  final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);

  /** The columns of the scatter; none while there is no table. */
  final ReadOnlyObjectWrapper<Axes> axes = new ReadOnlyObjectWrapper<>(Axes.NONE);

  /** Whether the scatter's axes reach to outliers that would crush the rest. */
  final BooleanProperty allInScatter = new SimpleBooleanProperty();

  final ReadOnlyObjectWrapper<GridCell> sought = new ReadOnlyObjectWrapper<>(GridCell.NONE);
  final TrapsViewModel traps;

  /** Which rows are used for what; null while the preparation has problems. */
  final Inquiry<Preparation, SplitSummary> split;

  final Inquiry<ShownColumn.Question, ShownColumn> shownColumn;

  final Inquiry<Scatter.Question, Scatter> scatter;
  private @Nullable Table table;
  private @Nullable TableCells cells;
  private Subscription following = Subscription.EMPTY;

  public DataViewModel(Workspace workspace, BackgroundTasks tasks, Sources sources) {
    this.workspace = workspace;
    this.sources = sources;
    choices = new DataFormViewModel(workspace);
    traps = new TrapsViewModel(workspace, tasks);
    statistics = new StatisticsViewModel(workspace.document(), tasks);
    split = ofTable(tasks, "job.split");
    shownColumn = ofTable(tasks, "job.column");
    scatter = ofTable(tasks, "job.scatter");
    split.subscribe(_ -> showContent());
    allInScatter.subscribe(this::find);
  }

  private static <Q, A> Inquiry<Q, A> ofTable(BackgroundTasks tasks, String nameKey) {
    var task = LatestTask.seen(tasks, nameKey).unstoppable();
    return new Inquiry<Q, A>(tasks, task).lasting();
  }

  ObservableValue<DataReference> data() {
    return workspace.document().map(Document::data);
  }

  ObservableValue<Preparation> preparation() {
    return choices.preparation();
  }

  List<Problem> problems(int index) {
    var column = "preparation.columns[" + index + "]";
    var isTarget = index == preparation().getValue().targetIndex();
    return workspace.problems().get().stream()
        .filter(
            problem ->
                problem.component().equals(column)
                    || (isTarget && problem.component().equals("preparation.target")))
        .toList();
  }

  List<Remark> remarks(int index) {
    var shown = table;
    var reading = shown == null ? null : shown.reading();
    return shown == null || reading == null
        ? List.of()
        : reading.remarks(shown.column(index).name());
  }

  void shown() {
    following.unsubscribe();
    following =
        workspace.document().subscribe(this::follow).and(workspace.facts().subscribe(_ -> find()));
    traps.shown();
    statistics.shown();
  }

  void hidden() {
    following.unsubscribe();
    traps.hidden();
    statistics.hidden();
  }

  /** Brings a cell into sight; row −1 for a whole column, column −1 for the one that is chosen. */
  void seek(int row, int column) {
    sought.set(GridCell.NONE);
    sought.set(new GridCell(row, column < 0 ? this.column.get() : column));
  }

  /** Leaves a row out, or takes it back. */
  void leaveOut(int row, boolean out) {
    workspace.prepare(
        "form.leftOut",
        it -> it.withLeftOut(out ? it.filter().and(row) : it.filter().without(row)));
  }

  /** Every cell of the column that has the value is read as another, or counts as missing. */
  void readAs(int row, int index, @Nullable String by) {
    var shown = content.get();
    if (shown != null) {
      var value = new Replacement(shown.read().column(index).text(row), by);
      workspace.prepare(
          "table.readAs.name",
          it -> it.withPlan(index, it.columns().get(index).replacing(List.of(value))));
    }
  }

  void chooseRow(int index) {
    row.set(index);
  }

  void choose(int index) {
    if (index != column.get()) {
      column.set(index);
      find();
    }
  }

  void choose(int x, int y) {
    axes.set(new Axes(x, y));
    find();
  }

  private void follow(Document document) {
    var next = document.data().table();
    if (!Same.is(next, table)) {
      open(next, document.draft().preparation());
    }
    showContent();
    find();
  }

  /** Another table: what was chosen stays chosen where a column of the name is there again. */
  private void open(@Nullable Table next, Preparation preparation) {
    var before = table;
    table = next;
    cells = next == null ? null : new TableCells(next);
    List.of(split, shownColumn, scatter).forEach(Inquiry::forget);
    if (next == null) {
      column.set(-1);
      axes.set(Axes.NONE);
      return;
    }
    var first = Axes.atFirst(next, preparation);
    var x = again(before, axes.get().x(), next, first.x());
    var y = again(before, axes.get().y(), next, first.y());
    axes.set(new Axes(x, y));
    column.set(again(before, column.get(), next, first.x()));
  }

  private static int again(@Nullable Table before, int index, Table next, int otherwise) {
    var same = before == null || index < 0 ? -1 : next.indexOf(before.column(index).name());
    return same >= 0 ? same : otherwise;
  }

  private void find() {
    var shown = table;
    if (shown == null) {
      return;
    }
    var preparation = workspace.document().get().draft().preparation();
    var facts = workspace.facts().get();
    var size = (long) shown.rows() * shown.columns().size();
    var small = shown.rows() <= FEW_ROWS && size <= FEW_CELLS;
    var known = facts.known() && facts.problems().isEmpty();
    if (known) {
      split.ask(preparation, small, _ -> SplitSummary.of(preparation, shown));
    } else {
      split.forget();
    }
    if (column.get() >= 0) {
      var question = ShownColumn.Question.of(column.get(), preparation);
      shownColumn.ask(question, small, _ -> ShownColumn.of(question, question.cases().of(shown)));
    }
    var both = Scatter.Question.of(axes.get().x(), axes.get().y(), preparation, allInScatter.get());
    scatter.ask(both, small, _ -> Scatter.of(both, both.cases().of(shown)));
  }

  private void showContent() {
    var shown = cells;
    var preparation = workspace.document().get().draft().preparation();
    var known = split.get();
    if (shown == null) {
      content.set(null);
      return;
    }
    var before = content.get();
    // While a choice is incomplete, the cells stay as they were read before it.
    var isAsBefore =
        before != null
            && before.cells.equals(shown)
            && before.preparation.cleaning().equals(preparation.cleaning());
    var few = shown.table.rows() <= FEW_ROWS;
    var otherwise = few ? preparation.cleaned(shown.table) : shown.table;
    var read = known != null ? known.cleaned() : isAsBefore ? before.read : otherwise;
    var leftOut = preparation.filter().on(read);
    content.set(new TableContent(shown, preparation, known, read, leftOut));
  }

  /** The first ones: two inputs of many values, since few show as stripes; else the target. */
  record Axes(int x, int y) {

    static final Axes NONE = new Axes(-1, -1);
    private static final int LOOKED_AT = 200;
    private static final int FEW_VALUES = 9;

    static Axes atFirst(Table table, Preparation preparation) {
      var inputs =
          IntStream.of(preparation.inputIndices())
              .filter(index -> table.column(index) instanceof NumberColumn)
              .boxed()
              .toList();
      var many = inputs.stream().filter(index -> hasManyValues(table, index)).limit(2).toList();
      var target = preparation.targetIndex();
      var all = IntStream.range(0, table.columns().size()).boxed().toList();
      var preferred =
          Stream.of(many.size() == 2 ? many : inputs, List.of(Math.max(0, target)), all)
              .flatMap(List::stream)
              .distinct()
              .limit(2)
              .toList();
      return new Axes(preferred.getFirst(), preferred.getLast());
    }

    private static boolean hasManyValues(Table table, int index) {
      return table.column(index) instanceof NumberColumn numbers
          && IntStream.range(0, Math.min(LOOKED_AT, numbers.rows()))
                  .mapToDouble(numbers::value)
                  .distinct()
                  .limit(FEW_VALUES + 1L)
                  .count()
              > FEW_VALUES;
    }
  }

  /** The table in a grid, columns marked by role and rows by part; split null while not known. */
  record TableContent(
      TableCells cells,
      Preparation preparation,
      @Nullable SplitSummary split,
      Table read,
      IntPredicate leftOut)
      implements GridContent.OfTable {

    @Override
    public String text(int row, int column) {
      return isMissing(row, column)
          ? TableCells.MISSING
          : isChanged(row, column) ? read.column(column).text(row) : cells.text(row, column);
    }

    @Override
    public boolean isMissing(int row, int column) {
      return read.column(column).isMissing(row);
    }

    @Override
    public boolean isStruck(int row) {
      return leftOut.test(row);
    }

    @Override
    public boolean isChanged(int row, int column) {
      var raw = cells.table.column(column);
      var now = read.column(column);
      return !Same.is(raw, now) && !raw.text(row).equals(now.text(row));
    }

    @Override
    public String widthName(int column) {
      return "data." + cells.table.column(column).name();
    }

    @Override
    public String look(int column) {
      return Ids.of(preparation.columns().get(column).role());
    }

    @Override
    public @Nullable String mark(int row) {
      var part = split == null ? null : split.partOfRow()[row];
      return part == null ? null : Ids.of(part);
    }
  }
}
