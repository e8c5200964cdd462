package dev.neuralworkbench.data.prepare;

/** What is to become of one column. */
public record ColumnPlan(String name, ColumnRole role, ColumnKind kind) {

  public ColumnPlan withRole(ColumnRole role) {
    return new ColumnPlan(name, role, kind);
  }

  public ColumnPlan withKind(ColumnKind kind) {
    return new ColumnPlan(name, role, kind);
  }
}
