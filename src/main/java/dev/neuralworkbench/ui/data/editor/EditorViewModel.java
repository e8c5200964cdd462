package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A table that is being typed, apart from the document until it is used. */
public final class EditorViewModel {

  private final Workspace workspace;
  private final Consumer<TypedText> open;
  private final Consumer<Runnable> whenMayGo;
  public final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  final ReadOnlyIntegerWrapper begun = new ReadOnlyIntegerWrapper();
  final ReadOnlyObjectWrapper<TypedCells> cells = new ReadOnlyObjectWrapper<>(TypedCells.EMPTY);

  /** What it makes; null while it is no table. */
  final ReadOnlyObjectWrapper<@Nullable Table> table = new ReadOnlyObjectWrapper<>();

  /** Why it is no table; null while nothing has been typed, or where it is one. */
  final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  private final Deque<TypedCells> past = new ArrayDeque<>();
  private final Deque<TypedCells> future = new ArrayDeque<>();
  private TypedCells first = TypedCells.EMPTY;
  private UnaryOperator<TypedCells> withOpenCell = UnaryOperator.identity();
  private String name = "";

  /**
   * @param open opens a table that is not the present one; {@link #leave} once it has
   * @param whenMayGo does something once what is typed is saved or may be lost
   */
  public EditorViewModel(
      Workspace workspace, Consumer<TypedText> open, Consumer<Runnable> whenMayGo) {
    this.workspace = workspace;
    this.open = open;
    this.whenMayGo = whenMayGo;
  }

  public ObservableValue<Boolean> canEdit() {
    return workspace.document().map(EditorViewModel::isTyped);
  }

  /** What is being typed and not used yet, that of an open cell too; empty where it is as begun. */
  public Optional<TypedText> unused() {
    var typed = withOpenCell.apply(cells.get());
    var isKept = !editing.get() || typed.rows().isEmpty() || typed.equals(first);
    return isKept ? Optional.empty() : Optional.of(new TypedText(name, typed.csv()));
  }

  void typing(UnaryOperator<TypedCells> withItsText) {
    withOpenCell = withItsText;
  }

  /** Begins with nothing. What was being typed can be taken back. */
  public void begin(String newName) {
    start(newName, TypedCells.EMPTY);
  }

  public void beginWithOpen() {
    var data = workspace.document().get().data();
    var present = data.table();
    if (present != null) {
      start(data.name(), TypedCells.of(present));
    }
  }

  void put(int row, int column, List<List<String>> block) {
    change(cells.get().with(row, column, block));
  }

  void replace(List<List<String>> block) {
    change(TypedCells.EMPTY.with(0, 0, block));
  }

  void clear() {
    change(TypedCells.EMPTY);
  }

  /** Puts points below the rows; the first ones bring the names of their columns. */
  void paint(List<Painting.Point> points) {
    if (points.isEmpty() || Painting.of(cells.get()).isEmpty()) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    if (cells.get().rows().isEmpty()) {
      rows.add(Painting.NAMES);
    }
    points.forEach(point -> rows.add(point.cells()));
    put(cells.get().rows().size(), 0, rows);
  }

  void undo() {
    if (!past.isEmpty()) {
      future.push(cells.get());
      show(past.pop());
    }
  }

  void redo() {
    if (!future.isEmpty()) {
      past.push(cells.get());
      show(future.pop());
    }
  }

  /** Makes room for another table. What was typed can be taken back once a table is begun. */
  public void leave() {
    editing.set(false);
  }

  void cancel() {
    whenMayGo.accept(
        () -> {
          leave();
          past.clear();
          future.clear();
          show(TypedCells.EMPTY);
        });
  }

  /** Puts the table into the document if the columns are those it had; else it is opened anew. */
  void use() {
    change(withOpenCell.apply(cells.get()));
    var made = table.get();
    if (made == null) {
      return;
    }
    var data = DataReference.ofTyped(made);
    var present = workspace.document().get();
    if (isTyped(present) && present.data().columns().equals(data.columns())) {
      leave();
      if (!data.hash().equals(present.data().hash())) {
        workspace.edit("command.editTable", document -> document.withOtherData(data));
      }
    } else {
      open.accept(new TypedText(name, cells.get().csv()));
    }
  }

  private void start(String newName, TypedCells begunWith) {
    name = newName;
    first = begunWith;
    change(begunWith);
    editing.set(true);
    begun.set(begun.get() + 1);
  }

  private void change(TypedCells next) {
    if (!next.equals(cells.get())) {
      past.push(cells.get());
      future.clear();
      show(next);
    }
  }

  private void show(TypedCells next) {
    Table made = null;
    Problem wrong = null;
    try {
      made = next.rows().isEmpty() ? null : new TypedText(name, next.csv()).parse();
    } catch (TableFormatException e) {
      wrong = e.problem();
    }
    // Who follows the cells also asks for their table.
    table.set(made);
    cells.set(next);
    problem.set(wrong);
  }

  private static boolean isTyped(Document document) {
    return document.data().source() instanceof DataSource.Embedded
        && document.data().table() != null;
  }
}
