package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;

/** Correlations as a table to be saved: nothing rounded; names as {@link SpreadsheetText}. */
public final class CorrelationTable {

  private CorrelationTable() {}

  /** A matrix of correlations: a row and a column for each column; r that is none is missing. */
  public static Table of(Correlations pairs) {
    var columns = new ArrayList<Column>();
    var guarded = pairs.names().stream().map(SpreadsheetText::guarded).toArray(String[]::new);
    columns.add(TextColumn.of("column", guarded));
    for (var i = 0; i < pairs.size(); i++) {
      columns.add(NumberColumn.of(guarded[i], pairs.values()[i].clone()));
    }
    return new Table("correlations", columns, pairs.size());
  }
}
