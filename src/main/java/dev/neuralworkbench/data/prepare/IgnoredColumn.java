package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.MessageKey;

public final class IgnoredColumn {

  private IgnoredColumn() {}

  /** The reason, by the rules of {@link PreparationDefaults}; else that it was chosen. */
  public static MessageKey why(Table table, int index) {
    var column = table.column(index);
    if (column.missing() == column.rows()) {
      return new MessageKey("data.ignored.empty");
    }
    return new MessageKey(
        switch (column) {
          case TextColumn text ->
              !PreparationDefaults.namesRows(text)
                  ? "data.ignored.chosen"
                  : TimeOrder.isLikely(text) ? "data.ignored.date" : "data.ignored.names";
          case NumberColumn numbers ->
              PreparationDefaults.countsRows(numbers)
                      || (index == 0 && PreparationDefaults.hasUnnamedCounter(table))
                  ? "data.ignored.counts"
                  : "data.ignored.chosen";
        });
  }
}
