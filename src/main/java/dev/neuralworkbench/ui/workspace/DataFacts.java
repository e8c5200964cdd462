package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.DataShape;
import dev.neuralworkbench.data.Preparation;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.nn.ProblemType;
import dev.neuralworkbench.problem.Problem;
import java.util.List;

/**
 * What a preparation makes of its table: what network and training must fit.
 *
 * @param problems what keeps the preparation from being carried out
 * @param problem whether classes or a number are asked for
 * @param shape how much there is; all 0 while there are problems
 */
public record DataFacts(List<Problem> problems, ProblemType problem, DataShape shape) {

  private static final DataShape NOTHING = new DataShape(0, 0, 0, 0, 0);

  /** Copies the list. */
  public DataFacts {
    problems = List.copyOf(problems);
  }

  /** Nothing known yet, or no table at hand. */
  static DataFacts unknown(Preparation preparation) {
    return new DataFacts(List.of(), preparation.problemType(), NOTHING);
  }

  /** They could not be found, though the table is at hand. */
  static DataFacts failed(Preparation preparation) {
    return new DataFacts(
        List.of(Problem.of("workspace.notLooked", "data", null, null)),
        preparation.problemType(),
        NOTHING);
  }

  /** The facts; takes a look at every cell. */
  static DataFacts of(Preparation preparation, Table table) {
    var problems = preparation.problems(table);
    return new DataFacts(
        problems,
        preparation.problemType(),
        problems.isEmpty() ? DataShape.of(preparation, table) : NOTHING);
  }

  /** Whether the numbers of the shape can be relied on. */
  public boolean known() {
    return shape.training() > 0;
  }
}
