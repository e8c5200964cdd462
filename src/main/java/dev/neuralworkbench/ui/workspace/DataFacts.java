package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.WideInput;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a preparation makes of its table: what network and training must fit.
 *
 * @param shape how much there is; all 0 while there are problems
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

  /** What keeps from training: unreadable fields, the draft, going on from what is trained. */
  List<Problem> problemsOf(Document document, Map<String, Problem> unreadable) {
    var all = new ArrayList<>(unreadable.values());
    if (document.data().table() == null) {
      var isElsewhere = document.data().source() instanceof DataSource.Elsewhere;
      var key = isElsewhere ? "workspace.noRows" : "workspace.noTable";
      all.add(Problem.of(key, "data", null, document.data().name()));
      return List.copyOf(all);
    }
    problemsOf(document.draft(), Runtime.getRuntime().maxMemory()).stream()
        .filter(problem -> !unreadable.containsKey(problem.component()))
        .forEach(all::add);
    if (all.isEmpty()) {
      all.addAll(TrainingPlan.of(document).problems(shape.training()));
    }
    return List.copyOf(all);
  }

  /** The same as {@link Experiment#problems}: no look at every cell for each key press. */
  List<Problem> problemsOf(Experiment draft, long heap) {
    var all = new ArrayList<>(problems);
    if (known()) {
      all.addAll(draft.network().problems(shape.inputs(), problem, shape.classes()));
      all.addAll(draft.trainingProblems(shape.training(), shape.units(), shape.validation()));
      if (all.isEmpty()) {
        all.addAll(draft.memoryProblems(shape, heap));
      }
    } else if (all.isEmpty()) {
      all.add(Problem.of("workspace.reading", "data", null, null));
    }
    return all;
  }
}
