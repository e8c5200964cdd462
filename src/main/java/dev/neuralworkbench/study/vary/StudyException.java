package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.problem.Problem;

/** What a user asked of a study cannot be; the problem says why. */
public final class StudyException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  StudyException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
