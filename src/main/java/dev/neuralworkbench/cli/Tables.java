package dev.neuralworkbench.cli;

import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.problem.Problem;

/** Problems of tables, with the table's name. */
final class Tables {

  private Tables() {}

  /** The problem, at its place in the named table. */
  static Problem named(Problem problem, Table table) {
    return problem.at(problem.place().in(table.name()));
  }
}
