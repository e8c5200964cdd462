package dev.neuralworkbench.data.read;

import java.util.function.Predicate;

/**
 * What whoever reads asks of a table.
 *
 * @param fewestColumns 2 to learn from it, an input and a target; 1 for rows to be answered
 * @param mostBytes bytes that it may take in memory
 * @param isText whether a column of some name is to be texts even where all its cells are numbers
 */
record TableDemands(int fewestColumns, long mostBytes, Predicate<String> isText) {

  /** Share of the largest heap that a table may take while it is read. */
  private static final double HEAP_SHARE = 0.6;

  /** Of a table of at least so many columns. */
  static TableDemands columns(int fewest) {
    return new TableDemands(
        fewest, (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory()), _ -> false);
  }

  TableDemands withText(Predicate<String> names) {
    return new TableDemands(fewestColumns, mostBytes, names);
  }
}
