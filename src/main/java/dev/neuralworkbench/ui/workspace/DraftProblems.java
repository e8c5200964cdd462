package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same as {@link Experiment#problems}, by facts: no look at every cell for each key press. */
final class DraftProblems {

  private DraftProblems() {}

  /** What keeps from training: unreadable fields, the draft, going on from what is trained. */
  static List<Problem> of(Document document, DataFacts facts, Map<String, Problem> unreadable) {
    var all = new ArrayList<>(unreadable.values());
    if (document.data().table() == null) {
      all.add(Problem.of("workspace.noTable", "data", null, document.data().name()));
      return List.copyOf(all);
    }
    of(document.draft(), facts, Runtime.getRuntime().maxMemory()).stream()
        .filter(problem -> !unreadable.containsKey(problem.component()))
        .forEach(all::add);
    if (all.isEmpty()) {
      all.addAll(TrainingPlan.of(document).problems(facts.shape().training()));
    }
    return List.copyOf(all);
  }

  static List<Problem> of(Experiment draft, DataFacts facts, long heap) {
    var problems = new ArrayList<>(facts.problems());
    if (facts.known()) {
      var shape = facts.shape();
      problems.addAll(draft.network().problems(shape.inputs(), facts.problem(), shape.classes()));
      problems.addAll(draft.trainingProblems(shape.training(), shape.units(), shape.validation()));
      if (problems.isEmpty()) {
        problems.addAll(draft.memoryProblems(shape, heap));
      }
    } else if (problems.isEmpty()) {
      problems.add(Problem.of("workspace.reading", "data", null, null));
    }
    return problems;
  }
}
