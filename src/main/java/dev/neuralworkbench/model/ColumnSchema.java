package dev.neuralworkbench.model;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;

/**
 * A column of the table that a model was made from, as far as it is known without the table.
 *
 * @param numeric whether its cells are numbers
 */
public record ColumnSchema(String name, boolean numeric) {

  public static ColumnSchema of(Column column) {
    return new ColumnSchema(column.name(), column instanceof NumberColumn);
  }
}
