package dev.neuralworkbench.data.prepare;

public enum ColumnRole {
  INPUT,
  TARGET,
  IGNORED
}
