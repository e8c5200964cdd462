package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.Experiment;

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
}
