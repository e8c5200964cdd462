package dev.neuralworkbench.ui.data;

import javafx.collections.ObservableListBase;

/** The numbers of a table's rows, from 0 on, as a list that takes no memory. */
final class RowNumbers extends ObservableListBase<Integer> {

  private final int rows;

  RowNumbers(int rows) {
    this.rows = rows;
  }

  @Override
  public Integer get(int index) {
    if (index < 0 || index >= rows) {
      throw new IndexOutOfBoundsException("expected one of " + rows + " rows, received " + index);
    }
    return index;
  }

  @Override
  public int size() {
    return rows;
  }
}
