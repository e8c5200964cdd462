package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a table that are data, with their cells as they are to be read: what statistics count
 * and classes are taken from.
 *
 * @param cleaning how cells are read otherwise than they stand
 * @param leftOut the rows that are no data
 */
public record Cases(List<Cleaning> cleaning, RowFilter leftOut) {

  public Cases {
    cleaning = List.copyOf(cleaning);
  }

  /** Those rows, from 0 on, in rising order. */
  public int[] rows(Table raw) {
    var isOut = leftOut.on(Cleaning.clean(raw, cleaning));
    return IntStream.range(0, raw.rows()).filter(row -> !isOut.test(row)).toArray();
  }

  /** A table of nothing else; the same where it is all of a table. */
  public Table of(Table raw) {
    var cleaned = Cleaning.clean(raw, cleaning);
    return isAll() ? cleaned : cleaned.only(rows(raw));
  }

  /** A column of them. */
  public Column column(Table raw, int index) {
    var column = Cleaning.clean(raw, cleaning).column(index);
    return isAll() ? column : column.only(rows(raw));
  }

  private boolean isAll() {
    return leftOut.equals(RowFilter.NONE);
  }
}
