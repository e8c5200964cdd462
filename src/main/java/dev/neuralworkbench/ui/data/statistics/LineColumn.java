package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.statistics.ColumnStatistics;
import dev.neuralworkbench.data.statistics.NumberStatistics;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A column of the columns' table: its head says in a tooltip what it is. */
final class LineColumn extends TableColumn<LineColumn.Line, LineColumn.Line> {

  /** A column's place in the table, what its rows tell, its role and how it is read. */
  record Line(int index, ColumnStatistics told, ColumnPlan plan) {

    /** Its numbers; null where it has none, or is read as names. */
    @Nullable NumberStatistics numbers() {
      return plan.kind() == ColumnKind.NUMBER ? told.numbers() : null;
    }

    /** One of its numbers; NaN where it has none. */
    double number(ToDoubleFunction<NumberStatistics> value) {
      var numbers = numbers();
      return numbers == null ? Double.NaN : value.applyAsDouble(numbers);
    }

    /** Heights of its small bars: intervals of numbers, or the most frequent names. */
    List<Integer> bars() {
      return numbers() == null ? told.shares() : told.profile();
    }
  }

  private final double wideInEm;

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
      String key, double wideInEm, Messages messages, Supplier<TableCell<Line, Line>> cell) {
    var column = new LineColumn(key, wideInEm, messages);
    column.setCellFactory(_ -> cell.get());
    column.setSortable(false);
    return column;
  }

  static LineColumn text(
      String key, double wideInEm, Messages messages, Function<Line, String> text) {
    var column = of(key, wideInEm, messages, () -> cell(text));
    column.getStyleClass().add("text-column");
    return column.sortedBy(Comparator.comparing(text));
  }

  /** A column of numbers; lines without one stay last, whichever way it is sorted. */
  static LineColumn number(
      String key,
      double wideInEm,
      Messages messages,
      Function<Line, String> text,
      ToDoubleFunction<Line> number) {
    var column = of(key, wideInEm, messages, () -> cell(text));
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

  LineColumn sortedBy(Comparator<Line> order) {
    setComparator(order);
    setSortable(true);
    return this;
  }

  void em(double size) {
    setPrefWidth(size * ColumnWidths.get(getTableView(), getId(), wideInEm));
  }

  private static TableCell<Line, Line> cell(Function<Line, String> text) {
    return new TableCell<>() {
      @Override
      protected void updateItem(Line line, boolean isEmpty) {
        super.updateItem(line, isEmpty);
        setText(line == null || isEmpty ? "" : text.apply(line));
      }
    };
  }

  /** The name of a column, in the look of its role; in full, with the role, in its tooltip. */
  static final class NameCell extends TableCell<Line, Line> {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");

    private final Messages messages;
    private final Tooltip tip = new Tooltip();

    NameCell(Messages messages) {
      this.messages = messages;
      getStyleClass().addAll("column-line-name", "data");
    }

    @Override
    protected void updateItem(Line line, boolean isEmpty) {
      super.updateItem(line, isEmpty);
      var role = line == null || isEmpty ? null : line.plan().role();
      if (line == null || isEmpty) {
        setText("");
        setTooltip(null);
      } else {
        var name = line.told().name();
        setText(name);
        tip.setText(name + "\n" + messages.now("columnrole." + Ids.of(line.plan().role())));
        setTooltip(tip);
      }
      pseudoClassStateChanged(TARGET, role == ColumnRole.TARGET);
      pseudoClassStateChanged(IGNORED, role == ColumnRole.IGNORED);
    }
  }

  /** Intervals of numbers, or the most frequent names. */
  static final class ProfileCell extends TableCell<Line, Line> {

    private final SmallBars bars = new SmallBars();

    ProfileCell() {
      getStyleClass().add("profile-cell");
    }

    @Override
    protected void updateItem(Line line, boolean isEmpty) {
      super.updateItem(line, isEmpty);
      setGraphic(isEmpty ? null : bars);
      bars.show(
          line == null || isEmpty ? new int[0] : line.bars().stream().mapToInt(it -> it).toArray());
    }
  }
}
