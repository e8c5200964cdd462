package dev.neuralworkbench.ui.common;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/**
 * Widths of columns as the user has dragged them, in em, by the kind of table and the column's
 * name: a column of that name is as wide in every file of data. The root of a window has those of
 * all its tables, as it has their style sheet; the program keeps them for its next start.
 */
public final class ColumnWidths {

  /** What was dragged by less, in pixels, is how the toolkit rounds. */
  private static final double NOTICED = 1;

  /** Widths kept at most, those dragged last since the start: names come with every table. */
  private static final int MOST = 400;

  private final Map<String, Double> widths = new LinkedHashMap<>();

  public ColumnWidths(Map<String, Double> widths) {
    this.widths.putAll(widths);
  }

  public Map<String, Double> all() {
    return Map.copyOf(widths);
  }

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

  public static void choose(Node table, String column, double width) {
    var widths = of(table).widths;
    widths.remove(column);
    widths.put(column, width);
    while (widths.size() > MOST) {
      widths.remove(widths.keySet().iterator().next());
    }
  }

  /** Notices when the user drags columns of a table, whose ids are their names. */
  public static void follow(TableView<?> table, DoubleSupplier em) {
    var pressed = new IdentityHashMap<TableColumnBase<?, ?>, Double>();
    table.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        _ -> {
          pressed.clear();
          table.getColumns().forEach(column -> pressed.put(column, column.getWidth()));
        });
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> notice(table, pressed, em.getAsDouble()));
  }

  private static void notice(
      TableView<?> table, Map<TableColumnBase<?, ?>, Double> pressed, double em) {
    for (var column : table.getColumns()) {
      var id = column.getId();
      var before = pressed.get(column);
      if (id != null && before != null && Math.abs(column.getWidth() - before) > NOTICED) {
        choose(table, id, column.getWidth() / em);
        column.setPrefWidth(column.getWidth());
      }
    }
  }
}
