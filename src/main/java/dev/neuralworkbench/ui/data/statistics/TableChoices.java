package dev.neuralworkbench.ui.data.statistics;

/** What the data screen does when something of the statistics is chosen. */
public interface TableChoices {

  void column(int index);

  void pair(int x, int y);

  void row(int index);
}
