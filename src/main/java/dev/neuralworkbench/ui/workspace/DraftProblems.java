package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a draft from being trained, once the facts of its data are known: the same as {@link
 * Experiment#problems}, without looking at every cell again for each key press.
 */
final class DraftProblems {

  private DraftProblems() {}

  static List<Problem> of(Experiment draft, DataFacts facts) {
    var problems = new ArrayList<>(facts.problems());
    if (facts.known()) {
      var shape = facts.shape();
      problems.addAll(draft.network().problems(shape.inputs(), facts.problem(), shape.classes()));
      problems.addAll(draft.training().problems(shape.training(), shape.validation()));
    } else if (problems.isEmpty()) {
      problems.add(Problem.of("workspace.reading", "data", null, null));
    }
    return problems;
  }
}
