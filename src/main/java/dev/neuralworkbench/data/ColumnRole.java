package dev.neuralworkbench.data;

/** What a column is for. */
public enum ColumnRole {
  /** Given to the network. */
  INPUT,
  /** To be answered by the network. */
  TARGET,
  /** Not used. */
  IGNORED
}
