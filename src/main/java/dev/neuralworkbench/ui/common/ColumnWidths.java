package dev.neuralworkbench.ui.common;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/**
 * Widths of columns as the user has dragged them, in em, by table and column. The root of a window
 * has those of all its tables, as it has their style sheet; the program keeps them for its next
 * start.
 */
public final class ColumnWidths {

  /** What was dragged by less, in pixels, is how the toolkit rounds. */
  private static final double NOTICED = 1;

  private final Map<String, Double> widths;

  /** The widths of the last start. */
  public ColumnWidths(Map<String, Double> widths) {
    this.widths = new HashMap<>(widths);
  }

  /** What the user has dragged, by the names of the columns. */
  public Map<String, Double> all() {
    return Map.copyOf(widths);
  }

  /** Gives the tables of a window these widths. */
  public void install(Parent root) {
    root.getProperties().put(ColumnWidths.class, this);
  }

  private static ColumnWidths of(Node table) {
    var scene = table.getScene();
    return scene != null
            && scene.getRoot().getProperties().get(ColumnWidths.class) instanceof ColumnWidths kept
        ? kept
        : new ColumnWidths(Map.of());
  }

  /** The width that the user has given a column of a table, in em, or another. */
  public static double get(Node table, String column, double otherwise) {
    return of(table).widths.getOrDefault(column, otherwise);
  }

  /** The user gives a column of a table a width, in em. */
  public static void choose(Node table, String column, double width) {
    of(table).widths.put(column, width);
  }

  /**
   * Notices when the user drags columns of a table; their ids are their names.
   *
   * @param em size of the table's text
   */
  public static void follow(TableView<?> table, DoubleSupplier em) {
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> notice(table, em.getAsDouble()));
  }

  private static void notice(TableView<?> table, double em) {
    for (var column : table.getColumns()) {
      var id = column.getId();
      if (id != null && Math.abs(column.getWidth() - column.getPrefWidth()) > NOTICED) {
        choose(table, id, column.getWidth() / em);
        column.setPrefWidth(column.getWidth());
      }
    }
  }
}
