package dev.neuralworkbench.data.read.source;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A file or text that is no table; says what is wrong, where, what was expected and found. */
public final class TableFormatException extends ProblemException {

  private static final long serialVersionUID = 1;

  private static final int MEGABYTE = 1_000_000;

  public TableFormatException(Problem problem) {
    this(problem, null);
  }

  public TableFormatException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }

  /** See {@link Problem#at(String, Place, Object, Object)}. */
  public static TableFormatException at(
      String key, Place place, @Nullable Object expected, @Nullable Object found) {
    return new TableFormatException(Problem.at(key, place, expected, found));
  }

  /**
   * A table that is too large.
   *
   * @param mostBytes bytes that it may take in memory
   * @param bytes bytes that it would take
   */
  public static TableFormatException tooLarge(Place file, long mostBytes, long bytes) {
    return at("data.file.tooLarge", file, mostBytes / MEGABYTE, bytes / MEGABYTE);
  }

  /** A table of which no one knows how large it is, but that it is too large. */
  public static TableFormatException tooLarge(Place file, long mostBytes, Throwable cause) {
    return new TableFormatException(
        Problem.at("data.file.tooLarge", file, mostBytes / MEGABYTE, null), cause);
  }
}
