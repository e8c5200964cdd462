package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.ColumnKind;
import dev.neuralworkbench.data.ColumnRole;
import dev.neuralworkbench.data.Preparation;
import dev.neuralworkbench.data.SplitSummary;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the data screen shows: the table, what is known of its columns, and its split. */
public final class DataScreenViewModel {

  /** A table of more rows is looked through in the background. */
  private static final int FEW_ROWS = 20_000;

  private final Workspace workspace;
  private final DataViewModel choices;
  private final ReadOnlyObjectWrapper<@Nullable TableContent> content =
      new ReadOnlyObjectWrapper<>(this, "content");
  private final ReadOnlyIntegerWrapper column = new ReadOnlyIntegerWrapper(this, "column", -1);
  private final Finding<Preparation, SplitSummary> split;
  private @Nullable Table table;
  private @Nullable TableCells cells;
  private Subscription following = Subscription.EMPTY;

  /** A screen of a workspace; follows it while it is shown. */
  public DataScreenViewModel(Workspace workspace, BackgroundTasks tasks) {
    this.workspace = workspace;
    choices = new DataViewModel(workspace);
    split = new Finding<>(tasks, "job.split");
    split.found().subscribe(_ -> showContent());
  }

  // Read-only properties.

  /** What is known of the open data. */
  ObservableValue<DataReference> data() {
    return workspace.document().map(Document::data);
  }

  /** Roles and types. */
  ObservableValue<Preparation> preparation() {
    return choices.preparation();
  }

  /** The table as the grid shows it; null where a model was opened without its data. */
  ReadOnlyObjectProperty<@Nullable TableContent> content() {
    return content.getReadOnlyProperty();
  }

  /** The chosen column; −1 while there is no table. */
  ReadOnlyIntegerProperty column() {
    return column.getReadOnlyProperty();
  }

  /** What is wrong with a column. */
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

  /** Everything that is wrong with the draft. */
  ObservableValue<List<Problem>> problems() {
    return workspace.problems();
  }

  // Commands.

  /** Starts to follow the workspace. */
  void shown() {
    following.unsubscribe();
    following =
        workspace
            .document()
            .subscribe(document -> follow(document))
            .and(workspace.facts().subscribe(_ -> find()));
  }

  /** Stops to follow. */
  void hidden() {
    following.unsubscribe();
    following = Subscription.EMPTY;
  }

  /** Chooses a column. */
  void choose(int index) {
    if (index != column.get()) {
      column.set(index);
      find();
    }
  }

  /** Gives a column another role. */
  void role(int index, ColumnRole role) {
    choices.role(index, role);
  }

  /** Reads a column as another type. */
  void kind(int index, ColumnKind kind) {
    choices.kind(index, kind);
  }

  @SuppressWarnings("ReferenceEquality")
  private void follow(Document document) {
    var next = document.data().table();
    if (next != table) {
      var name = table == null || column.get() < 0 ? "" : table.column(column.get()).name();
      table = next;
      cells = next == null ? null : new TableCells(next);
      split.forget();
      var same = next == null ? -1 : next.indexOf(name);
      column.set(next == null || same >= 0 ? same : document.draft().preparation().targetIndex());
    }
    showContent();
    find();
  }

  private void find() {
    var shown = table;
    var preparation = workspace.document().get().draft().preparation();
    var facts = workspace.facts().get();
    if (shown == null || !facts.known() || !facts.problems().isEmpty()) {
      split.askNothing();
    } else {
      split.ask(preparation, shown.rows() > FEW_ROWS, () -> SplitSummary.of(preparation, shown));
    }
  }

  private void showContent() {
    var shown = cells;
    var preparation = workspace.document().get().draft().preparation();
    content.set(shown == null ? null : new TableContent(shown, preparation, split.found().get()));
  }
}
