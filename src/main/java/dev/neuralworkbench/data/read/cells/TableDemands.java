package dev.neuralworkbench.data.read.cells;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Records;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What whoever reads asks of a table.
 *
 * @param fewestColumns 2 to learn from it, an input and a target; 1 for rows to be answered
 * @param mostBytes bytes that it may take in memory
 * @param isText whether a column of some name is to be texts even where all its cells are numbers
 * @param isPadded whether the column at some place has texts such as {@code 007}, which it holds as
 *     texts
 * @param choices what is not to be guessed
 * @param mostRows rows after which the rest is left unread
 * @param usualDecimal decimal mark of an earlier file of the same kind, for numbers that leave
 *     theirs open; null for none
 * @param pictureSide pixels of a side that pictures are scaled to; 0 where they decide themselves
 */
public record TableDemands(
    int fewestColumns,
    long mostBytes,
    Predicate<String> isText,
    IntPredicate isPadded,
    ReadingChoices choices,
    long mostRows,
    @Nullable String usualDecimal,
    int pictureSide) {

  /** Cells that a file may leave out, so that a small one does not fill a machine for a minute. */
  public static final long MOST_LEFT_OUT = 50_000_000;

  /** Most columns that are kept: as many inputs as a network may have, and a target. */
  public static final int MOST_COLUMNS = 65_537;

  /** Share of the largest heap that a table may take while it is read. */
  private static final double HEAP_SHARE = 0.6;

  public static TableDemands columns(int fewest) {
    var most = (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory());
    return new TableDemands(
        fewest, most, _ -> false, _ -> false, ReadingChoices.NONE, Long.MAX_VALUE, null, 0);
  }

  public TableDemands withText(Predicate<String> names) {
    return Records.with(this, "isText", names);
  }

  public TableDemands withPadded(IntPredicate places) {
    return Records.with(this, "isPadded", places);
  }

  public ColumnBuilder.Reading reading(String column, int index) {
    return choices
        .type(column)
        .map(
            type ->
                switch (type) {
                  case NUMBER -> ColumnBuilder.Reading.NUMBER;
                  case TEXT -> ColumnBuilder.Reading.TEXT;
                })
        .orElse(
            isText.test(column) || isPadded.test(index)
                ? ColumnBuilder.Reading.TEXT
                : ColumnBuilder.Reading.GUESSED);
  }

  /** Refuses more columns than are kept. */
  public static void checkColumns(Place file, Number columns) throws TableFormatException {
    if (columns.longValue() > MOST_COLUMNS) {
      throw TableFormatException.at("data.file.tooManyColumns", file, MOST_COLUMNS, columns);
    }
  }

  /** Refuses a table that takes more memory than it may. */
  public void checkBytes(Place file, long bytes) throws TableFormatException {
    if (bytes > mostBytes) {
      throw TableFormatException.tooLarge(file, mostBytes, bytes);
    }
  }
}
