package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** A column of the columns' table: its head says in a tooltip what it is. */
final class LineColumn extends TableColumn<ColumnLine, ColumnLine> {

  private double wideInEm;

  private LineColumn(String key, double wideInEm, Messages messages) {
    this.wideInEm = wideInEm;
    setId("columns-" + key);
    var head =
        Labels.line(messages.text("columns." + key), "#columns-" + key + "-head", "line-head");
    Tooltips.install(head, messages.text("columns." + key + ".tip"));
    // Read by the screen reader; what shows is the label, which has the tooltip.
    textProperty().bind(messages.text("columns." + key));
    setGraphic(head);
    setReorderable(false);
    setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
  }

  /** A column of cells of their own; not sorted by anything until {@link #sortedBy}. */
  static LineColumn of(
      String key,
      double wideInEm,
      Messages messages,
      Supplier<TableCell<ColumnLine, ColumnLine>> cell) {
    var column = new LineColumn(key, wideInEm, messages);
    column.setCellFactory(_ -> cell.get());
    column.setSortable(false);
    return column;
  }

  static LineColumn text(
      String key, double wideInEm, Messages messages, Function<ColumnLine, String> text) {
    var column = of(key, wideInEm, messages, () -> new TextCell(text));
    column.getStyleClass().add("text-column");
    return column.sortedBy(Comparator.comparing(text));
  }

  /** A column of numbers; lines without one stay last, whichever way it is sorted. */
  static LineColumn number(
      String key,
      double wideInEm,
      Messages messages,
      Function<ColumnLine, String> text,
      ToDoubleFunction<ColumnLine> number) {
    var column = of(key, wideInEm, messages, () -> new TextCell(text));
    column.getStyleClass().add("number-column");
    return column.sortedBy(
        (one, other) -> column.compare(number.applyAsDouble(one), number.applyAsDouble(other)));
  }

  private int compare(double one, double other) {
    if (Double.isNaN(one) == Double.isNaN(other)) {
      return Double.compare(one, other);
    }
    // The table turns the order round where it falls.
    return Double.isNaN(one) == (getSortType() == SortType.ASCENDING) ? 1 : -1;
  }

  LineColumn sortedBy(Comparator<ColumnLine> order) {
    setComparator(order);
    setSortable(true);
    return this;
  }

  void widen(double nextWideInEm, double em) {
    wideInEm = nextWideInEm;
    em(em);
  }

  void em(double size) {
    setPrefWidth(size * ColumnWidths.get(getTableView(), getId(), wideInEm));
  }

  private static final class TextCell extends TableCell<ColumnLine, ColumnLine> {

    private final Function<ColumnLine, String> text;

    TextCell(Function<ColumnLine, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(ColumnLine line, boolean isEmpty) {
      super.updateItem(line, isEmpty);
      setText(line == null || isEmpty ? "" : text.apply(line));
    }
  }
}
