package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.ui.common.Styled;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/**
 * A table to be read: a name, then numbers.
 *
 * @param <R> what a row tells about
 */
final class NumberTable<R> extends TableView<R> {

  private List<Head<R>> shown = List.of();

  /** The least height, which is in em, for which the columns were measured. */
  private double measured;

  NumberTable(String id) {
    Styled.as(this, "#" + id, "data-table", "dense", "number-table");
    setPlaceholder(new Region());
  }

  /**
   * A column.
   *
   * @param name what it is called
   * @param text what it says of a row
   */
  record Head<R>(String name, Function<R, String> text) {}

  /** Shows other columns; the first is the name. */
  void heads(List<Head<R>> heads) {
    shown = heads;
    var columns = heads.stream().map(head -> column(head, !head.equals(heads.getFirst()))).toList();
    getColumns().setAll(columns);
  }

  /** Shows other rows. */
  void rows(List<R> rows) {
    setItems(FXCollections.observableArrayList(rows));
  }

  /** Where the text has another size, columns are as broad as their texts anew. */
  @Override
  protected void layoutChildren() {
    if (getMinHeight() != measured) {
      measured = getMinHeight();
      heads(shown);
    }
    super.layoutChildren();
  }

  private static <R> TableColumn<R, String> column(Head<R> head, boolean number) {
    var column = new TableColumn<R, String>(head.name());
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(head.text().apply(row.getValue())));
    column.getStyleClass().add(number ? "number-column" : "text-column");
    return column;
  }
}
