package dev.neuralworkbench.file;

import dev.neuralworkbench.problem.Known;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that was not written. What stood there before is as it was. */
public final class NotSavedException extends IOException implements Known {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  NotSavedException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** What is wrong, with the file's name. */
  @Override
  public Problem problem() {
    return problem;
  }
}
