package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that could not be carried out; its problem becomes one line. */
public final class CommandFailure extends RuntimeException {

  /** Exit status for what could not be done. */
  public static final int FAILED = 1;

  /** Exit status for a wrong call. */
  public static final int WRONG_CALL = 2;

  /** Exit status where nobody reads the result any more: as if the system's signal had ended it. */
  static final int READER_GONE = 128 + 13;

  private static final long serialVersionUID = 1;

  public final transient Problem problem;
  public final int status;

  private CommandFailure(Problem problem, int status, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
    this.status = status;
  }

  public static CommandFailure of(Problem problem) {
    return new CommandFailure(problem, FAILED, null);
  }

  public static CommandFailure of(Problem problem, Throwable cause) {
    return new CommandFailure(problem, FAILED, cause);
  }

  public static CommandFailure of(String key, @Nullable Object expected, @Nullable Object found) {
    return of(Problem.of(key, "", expected, found));
  }

  /** Refuses an option that has problems, with the first of them. */
  public static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw option(problems.getFirst());
    }
  }

  public static CommandFailure option(Problem problem) {
    return new CommandFailure(problem, WRONG_CALL, null);
  }

  public static CommandFailure option(
      String key, String option, @Nullable Object expected, @Nullable Object found) {
    return option(Problem.of(key, option, expected, found));
  }
}
