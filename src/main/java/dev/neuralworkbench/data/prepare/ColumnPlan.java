package dev.neuralworkbench.data.prepare;

/**
 * What is to become of one column.
 *
 * @param name name of the table's column
 * @param role what it is for
 * @param kind how its values are understood
 */
public record ColumnPlan(String name, ColumnRole role, ColumnKind kind) {

  /** The same column in another role. */
  public ColumnPlan withRole(ColumnRole role) {
    return new ColumnPlan(name, role, kind);
  }

  /** The same column understood otherwise. */
  public ColumnPlan withKind(ColumnKind kind) {
    return new ColumnPlan(name, role, kind);
  }
}
