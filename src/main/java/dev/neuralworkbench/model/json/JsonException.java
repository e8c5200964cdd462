package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** JSON that is not as it should be; says what is wrong and at which path. */
public final class JsonException extends ProblemException {

  private static final long serialVersionUID = 1;

  /** Characters of a file's text that a sentence repeats. */
  private static final int MOST_REPEATED = 60;

  public JsonException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }

  /** A problem at a path; of a text that was found, the sentence repeats the beginning. */
  static JsonException at(
      String key, String path, @Nullable Object expected, @Nullable Object found) {
    var repeated = found instanceof String text ? repeated(text) : found;
    return new JsonException(Problem.at(key, Place.path(path), expected, repeated), null);
  }

  /** A text from a file, which may be of any length and control a terminal. */
  private static String repeated(String text) {
    var start = text.length() > MOST_REPEATED ? text.substring(0, MOST_REPEATED) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
