package dev.neuralworkbench.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that a user chooses, such as the momentum of an optimizer: a number in a
 * range, or yes or no. One declaration serves the check, the form's row and the command line.
 *
 * @param name the component's
 * @param range of a number; null for yes or no
 * @param seldom whether it is usually left as it is
 */
public record Hyperparameter(String name, @Nullable Range range, boolean seldom) {

  /** A number that is chosen. */
  public static Hyperparameter of(String name, Range range) {
    return new Hyperparameter(name, range, false);
  }

  /** A number that is usually left as it is. */
  public static Hyperparameter seldom(String name, Range range) {
    return new Hyperparameter(name, range, true);
  }

  /** Yes or no, usually left as it is. */
  public static Hyperparameter flag(String name) {
    return new Hyperparameter(name, null, true);
  }

  /**
   * What is wrong with the present choice, as a list of none or one.
   *
   * @param prefix of the component: {@code training.optimizer.}
   */
  public List<Problem> problems(String prefix, Object of) {
    return Records.get(of, name) instanceof Number number && range != null
        ? range.problems(prefix + name, number.doubleValue())
        : List.of();
  }
}
