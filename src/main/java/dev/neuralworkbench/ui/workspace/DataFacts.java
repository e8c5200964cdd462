package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.WideInput;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a preparation makes of its table; the shape is all 0 while there are problems.
 *
 * @param wide the column that makes the most inputs, if they are many; null for none
 */
public record DataFacts(
    List<Problem> problems, ProblemType problem, DataShape shape, @Nullable WideInput wide) {

  private static final DataShape NOTHING = new DataShape(0, 0, 0, 0, 0);

  public DataFacts {
    problems = List.copyOf(problems);
  }

  /** Nothing known yet, or no table at hand. */
  static DataFacts unknown(Preparation preparation) {
    return nothing(List.of(), preparation);
  }

  static DataFacts failed(Preparation preparation) {
    return nothing(List.of(Problem.of("workspace.notLooked", "data", null, null)), preparation);
  }

  /** The facts; takes a look at every cell. */
  static DataFacts of(Preparation preparation, Table table) {
    var problems = preparation.problems(table);
    return problems.isEmpty()
        ? new DataFacts(
            problems,
            preparation.problemType(),
            DataShape.of(preparation, table),
            WideInput.widest(preparation, table).orElse(null))
        : nothing(problems, preparation);
  }

  private static DataFacts nothing(List<Problem> problems, Preparation preparation) {
    return new DataFacts(problems, preparation.problemType(), NOTHING, null);
  }

  public boolean known() {
    return shape.training() > 0;
  }
}
