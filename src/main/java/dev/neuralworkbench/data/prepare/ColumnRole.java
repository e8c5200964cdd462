package dev.neuralworkbench.data.prepare;

/** What a column is for. */
public enum ColumnRole {
  /** Given to the network. */
  INPUT,
  /** To be answered by the network. */
  TARGET,
  /** Not used. */
  IGNORED
}
