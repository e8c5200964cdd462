package dev.neuralworkbench.data.table;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/** Columns with the places of their names: of many thousands each is found at once. Immutable. */
final class NamedColumns extends AbstractList<Column> implements RandomAccess {

  private final List<Column> columns;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a name occurs twice
   */
  NamedColumns(List<Column> columns) {
    this.columns = List.copyOf(columns);
    for (var column : columns) {
      if (places.put(column.name(), places.size()) != null) {
        throw new IllegalArgumentException("two columns are named " + column.name());
      }
    }
  }

  /** Index of the column of a name, or −1 if there is none. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }

  @Override
  public Column get(int index) {
    return columns.get(index);
  }

  @Override
  public int size() {
    return columns.size();
  }
}
