package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunResult;

/**
 * A run of a study, before it is trained.
 *
 * @param index its place among the runs, from 0 on
 * @param setting what is varied
 * @param experiment all of its choices, seeds included
 */
public record StudyRun(int index, Combination setting, Experiment experiment) {

  public long seed() {
    return experiment.training().seed();
  }

  int epochs() {
    return experiment.training().stopping().epochs();
  }

  /** A run of a study and what it came to, without the model. */
  public record StudyRow(StudyRun run, RunResult result) {}

  public record StudyOutcome(StudyRun run, RunResult result, RunCurve curve, Model model) {

    static StudyOutcome of(StudyRun run, Model model) {
      return new StudyOutcome(run, RunResult.of(model), RunCurve.of(model.history()), model);
    }
  }
}
