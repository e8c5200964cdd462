package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.ui.common.ColumnWidths;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** A column that keeps what it says until {@link #forget}: sorting asks again and again. */
final class RunTableColumn extends TableColumn<RunRow, RunRow> {

  /** Widths in em: of a sign, of the air in a cell, of the broadest column. */
  private static final double SIGN = 0.58;

  private static final double AIR = 1.6;
  private static final double BROADEST = 24;

  /** Signs that a head needs besides its own: it has an arrow where the column is sorted. */
  private static final int HEAD_AIR = 3;

  private final Function<RunRow, String> text;
  private final double least;
  private final IdentityHashMap<RunRow, String> texts = new IdentityHashMap<>();
  private final IdentityHashMap<RunRow, Object> orders = new IdentityHashMap<>();

  private RunTableColumn(String head, Function<RunRow, String> text, double least) {
    super(head);
    setId("runs." + head);
    this.text = text;
    this.least = least;
    setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
  }

  /** A column of cells of their own, so many em broad. */
  static RunTableColumn of(String head, double width, Supplier<TableCell<RunRow, RunRow>> cell) {
    var column = new RunTableColumn(head, _ -> "", width);
    column.setCellFactory(_ -> cell.get());
    return column;
  }

  /** A column of texts; {@code order} gives the number or text by which a row is sorted. */
  static RunTableColumn of(
      String head, String look, Function<RunRow, String> text, Function<RunRow, Object> order) {
    var column = new RunTableColumn(head, text, 4);
    column.getStyleClass().add(look);
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(RunRow row, boolean isEmpty) {
                super.updateItem(row, isEmpty);
                setText(isEmpty ? "" : column.textOf(row));
              }
            });
    return column.sortedBy(
        Comparator.comparing(row -> column.orders.computeIfAbsent(row, order), RunColumn.NATURAL));
  }

  RunTableColumn sortedBy(Comparator<RunRow> order) {
    setComparator(order);
    return this;
  }

  String textOf(RunRow row) {
    return texts.computeIfAbsent(row, text);
  }

  void forget() {
    texts.clear();
    orders.clear();
  }

  /** As broad as its head and what it says, or as the user has dragged it. */
  void widen(Iterable<RunRow> rows, double em) {
    var signs = signs(getText()) + HEAD_AIR;
    for (var row : rows) {
      signs = Math.max(signs, signs(textOf(row)));
    }
    var fitting = Math.clamp(SIGN * signs + AIR, least, BROADEST);
    setPrefWidth(em * ColumnWidths.get(getTableView(), getId(), fitting));
  }

  /** How many signs broad a text is: Chinese ones count twice. */
  private static int signs(String text) {
    return text.length() + (int) text.chars().filter(Character::isIdeographic).count();
  }
}
