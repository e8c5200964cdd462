package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunResult;

public record StudyOutcome(StudyRun run, RunResult result, RunCurve curve, Model model) {

  static StudyOutcome of(StudyRun run, Model model) {
    return new StudyOutcome(run, RunResult.of(model), RunCurve.of(model.history()), model);
  }
}
