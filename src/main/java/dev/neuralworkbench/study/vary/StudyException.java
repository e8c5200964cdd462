package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;

/** What a user asked of a study cannot be; the problem says why. */
public final class StudyException extends ProblemException {

  private static final long serialVersionUID = 1;

  StudyException(Problem problem) {
    super(problem, null);
  }
}
