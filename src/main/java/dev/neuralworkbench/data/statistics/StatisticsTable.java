package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The statistics of columns as a table to be saved: a row each, nothing rounded; names as {@link
 * SpreadsheetText}.
 */
public final class StatisticsTable {

  private StatisticsTable() {}

  /**
   * The table; cells that a column does not have, such as the mean of texts, are missing.
   *
   * @param statistics at least one column
   */
  public static Table of(List<ColumnStatistics> statistics) {
    var columns = new ArrayList<Column>();
    columns.add(text("column", statistics.stream().map(ColumnStatistics::name).toList()));
    columns.add(number("rows", statistics, ColumnStatistics::rows));
    columns.add(number("missing", statistics, ColumnStatistics::missing));
    columns.add(number("distinct", statistics, ColumnStatistics::distinct));
    columns.add(ofNumbers("min", statistics, NumberStatistics::minimum));
    columns.add(ofNumbers("q1", statistics, NumberStatistics::lowerQuartile));
    columns.add(ofNumbers("median", statistics, NumberStatistics::median));
    columns.add(ofNumbers("q3", statistics, NumberStatistics::upperQuartile));
    columns.add(ofNumbers("max", statistics, NumberStatistics::maximum));
    columns.add(ofNumbers("mean", statistics, NumberStatistics::mean));
    columns.add(ofNumbers("standard_deviation", statistics, NumberStatistics::deviation));
    columns.add(ofNumbers("skewness", statistics, NumberStatistics::skewness));
    columns.add(ofNumbers("outliers_low", statistics, NumberStatistics::low));
    columns.add(ofNumbers("outliers_high", statistics, NumberStatistics::high));
    columns.add(text("mode", statistics.stream().map(ColumnStatistics::mode).toList()));
    columns.add(number("mode_rows", statistics, ColumnStatistics::modeCount));
    return new Table("columns", columns, statistics.size());
  }

  /** A matrix of correlations: a row and a column for each column; r that is none is missing. */
  public static Table of(Correlations pairs) {
    var columns = new ArrayList<Column>();
    columns.add(text("column", pairs.names()));
    for (var i = 0; i < pairs.size(); i++) {
      var name = SpreadsheetText.guarded(pairs.names().get(i));
      columns.add(NumberColumn.of(name, pairs.values()[i].clone()));
    }
    return new Table("correlations", columns, pairs.size());
  }

  private static Column text(String name, List<String> values) {
    return TextColumn.of(
        name, values.stream().map(SpreadsheetText::guarded).toArray(String[]::new));
  }

  private static Column number(
      String name, List<ColumnStatistics> statistics, ToDoubleFunction<ColumnStatistics> value) {
    return NumberColumn.of(name, statistics.stream().mapToDouble(value).toArray());
  }

  private static Column ofNumbers(
      String name, List<ColumnStatistics> statistics, ToDoubleFunction<NumberStatistics> value) {
    return number(
        name,
        statistics,
        column -> {
          var numbers = column.numbers();
          return numbers == null ? Double.NaN : value.applyAsDouble(numbers);
        });
  }
}
