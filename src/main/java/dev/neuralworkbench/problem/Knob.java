package dev.neuralworkbench.problem;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that a user chooses: a number in a range, or yes or no. One declaration
 * serves the check, the form's row and the command line.
 *
 * @param name the component's
 * @param range of a number; null for yes or no
 * @param seldom whether it is usually left as it is
 */
public record Knob(String name, @Nullable Range range, boolean seldom) {

  /** A number that is chosen. */
  public static Knob of(String name, Range range) {
    return new Knob(name, range, false);
  }

  /** A number that is usually left as it is. */
  public static Knob seldom(String name, Range range) {
    return new Knob(name, range, true);
  }

  /** Yes or no, usually left as it is. */
  public static Knob flag(String name) {
    return new Knob(name, null, true);
  }

  /** The present choice, a {@link Double} or a {@link Boolean}. */
  public Object get(Object of) {
    var value = read(of);
    return value instanceof Number number ? (Object) number.doubleValue() : value;
  }

  private Object read(Object of) {
    try {
      return of.getClass().getMethod(name).invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("expected a record with " + name + ", received " + of, e);
    }
  }

  /**
   * The record with another choice.
   *
   * @param value a {@link Double}, of a whole number too, or a {@link Boolean}
   */
  @SuppressWarnings("unchecked") // A record's constructor makes a record of its class.
  public <R> R with(R of, Object value) {
    var components = of.getClass().getRecordComponents();
    var types = Arrays.stream(components).map(it -> it.getType()).toArray(Class<?>[]::new);
    var values =
        Arrays.stream(components)
            .map(
                it ->
                    !it.getName().equals(name)
                        ? new Knob(it.getName(), null, false).read(of)
                        : it.getType() == int.class ? (Object) ((Double) value).intValue() : value)
            .toArray();
    try {
      return (R) of.getClass().getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("expected a choice of " + name + ", received " + value, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("expected a public record, received " + of, e);
    }
  }

  /**
   * What is wrong with the present choice, as a list of none or one.
   *
   * @param prefix of the component: {@code training.optimizer.}
   */
  public List<Problem> problems(String prefix, Object of) {
    return range == null
        ? List.of()
        : range.problems(prefix + name, ((Number) read(of)).doubleValue());
  }
}
