package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.statistics.ColumnStatistics;
import dev.neuralworkbench.data.statistics.NumberStatistics;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.grid.TableCells;
import dev.neuralworkbench.ui.data.statistics.LineColumn.Line;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;

/** What the columns hold, a line each; sorted by what is clicked, at first as in the table. */
final class ColumnsTable extends TableView<Line> {

  private static final double NUMBER_IN_EM = 6.2;
  private static final double LONG_HEAD_IN_EM = 7.2;

  /** Lines that stay in sight above one that was chosen elsewhere. */
  private static final int LINES_ABOVE = 3;

  /** Em beside the columns: the bar that scrolls. */
  private static final double BESIDE = 1.5;

  private final Messages messages;
  private final List<LineColumn> columns;
  private double em = 14;
  private boolean following;

  ColumnsTable(Messages messages, IntConsumer chosen) {
    this.messages = messages;
    Styling.as(this, "#data-columns", "data-table", "dense", "columns-table");
    accessibleTextProperty().bind(messages.text("columns.title"));
    columns = columns();
    getColumns().setAll(columns);
    setSortPolicy(_ -> sorts());
    ColumnWidths.follow(this, () -> em);
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              if (line != null && !following) {
                chosen.accept(line.index());
              }
            });
  }

  private List<LineColumn> columns() {
    return List.of(
        LineColumn.of("name", 10, messages, () -> new LineColumn.NameCell(messages))
            .sortedBy(Comparator.comparing(line -> line.told().name())),
        LineColumn.of("profile", 8.2, messages, LineColumn.ProfileCell::new),
        number(
            "missing",
            8.5,
            line -> ColumnText.counted(line.told().missing(), line.told().missingShare()),
            line -> line.told().missing()),
        number(
            "distinct",
            NUMBER_IN_EM,
            line -> ColumnText.count(line.told().distinct()),
            line -> line.told().distinct()),
        LineColumn.text(
            "type",
            5.6,
            messages,
            line -> messages.now("columnkind." + Ids.of(line.plan().kind()))),
        exact("min", NumberStatistics::minimum),
        exact("q1", NumberStatistics::lowerQuartile),
        exact("median", NumberStatistics::shortMedian),
        exact("q3", NumberStatistics::upperQuartile),
        exact("max", NumberStatistics::maximum),
        measured("mean", NumberStatistics::mean),
        measured("deviation", NumberStatistics::deviation),
        number(
            "outliers",
            7.5,
            ColumnsTable::outliers,
            line -> line.number(NumberStatistics::outliers)),
        measured("skewness", NumberStatistics::skewness),
        number("mode", 16, ColumnsTable::mode, line -> line.told().modeShare()));
  }

  private LineColumn exact(String key, ToDoubleFunction<NumberStatistics> value) {
    return number(
        key, NUMBER_IN_EM, it -> ColumnText.exact(it.number(value)), it -> it.number(value));
  }

  private LineColumn measured(String key, ToDoubleFunction<NumberStatistics> value) {
    return number(
        key, LONG_HEAD_IN_EM, it -> ColumnText.measured(it.number(value)), it -> it.number(value));
  }

  private LineColumn number(
      String key, double wideInEm, Function<Line, String> text, ToDoubleFunction<Line> number) {
    return LineColumn.number(key, wideInEm, messages, text, number);
  }

  private static String outliers(Line line) {
    var numbers = line.numbers();
    return numbers == null
        ? TableCells.MISSING
        : ColumnText.counted(
            numbers.outliers(), (double) numbers.outliers() / Math.max(1, numbers.count()));
  }

  private static String mode(Line line) {
    ColumnStatistics told = line.told();
    return told.modeCount() == 0
        ? TableCells.MISSING
        : told.mode() + "  " + ColumnText.percent(told.modeShare());
  }

  void show(List<Line> lines, int chosen) {
    following = true;
    try {
      getSelectionModel().clearSelection();
      getItems().setAll(lines);
      sorts();
    } finally {
      following = false;
    }
    choose(chosen);
  }

  void choose(int column) {
    var line = getSelectionModel().getSelectedItem();
    if (line != null && line.index() == column) {
      return;
    }
    following = true;
    try {
      for (var i = 0; i < getItems().size(); i++) {
        if (getItems().get(i).index() == column) {
          getSelectionModel().select(i);
          if (!isFocused()) {
            scrollTo(Math.max(0, i - LINES_ABOVE));
          }
          return;
        }
      }
    } finally {
      following = false;
    }
  }

  void em(double size) {
    em = size;
    columns.forEach(column -> column.em(size));
  }

  double wantedWidth() {
    return columns.stream().mapToDouble(LineColumn::getPrefWidth).sum() + BESIDE * em;
  }

  /** Without a column to sort by, lines stand as the columns do in the table. */
  private boolean sorts() {
    var order = getComparator();
    FXCollections.sort(getItems(), order == null ? Comparator.comparingInt(Line::index) : order);
    return true;
  }

  /** Numbers of a column in a line: {@value TableCells#MISSING} where there is none. */
  private static final class ColumnText {

    private static final int DIGITS = 4;
    private static final int LONGEST = 9;

    private ColumnText() {}

    static String exact(double value) {
      if (Double.isNaN(value)) {
        return TableCells.MISSING;
      }
      var all = Numbers.grouped(value);
      return all.length() > LONGEST ? measured(value) : Numbers.typeset(all);
    }

    static String measured(double value) {
      return Numbers.told(value, DIGITS);
    }

    static String counted(int count, double share) {
      return count == 0 ? "0" : Numbers.count(count) + " (" + percent(share) + ")";
    }

    static String percent(double share) {
      return Numbers.percent(share, share < 0.1 ? 2 : 3);
    }

    static String count(double count) {
      return Double.isNaN(count) ? TableCells.MISSING : Numbers.count(Math.round(count));
    }
  }
}
