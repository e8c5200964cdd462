package dev.neuralworkbench.problem;

import org.jspecify.annotations.Nullable;

/** Something that cannot be done or read; its problem says what is wrong, and where. */
public abstract class ProblemException extends Exception implements Known {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  protected ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  @Override
  public final Problem problem() {
    return problem;
  }
}
