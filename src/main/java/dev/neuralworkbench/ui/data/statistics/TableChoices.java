package dev.neuralworkbench.ui.data.statistics;

/** What the data screen does when something of the statistics is chosen. */
public interface TableChoices {

  void column(int index);

  /** Chooses the columns of the scatter. */
  void pair(int x, int y);

  /** Brings a row into sight, once the rows show again. */
  void row(int index);
}
