package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A choice kept in a property; no part of the document, so not undone. */
public record PropertyChoice<T>(
    String component,
    ObjectProperty<T> value,
    Function<? super T, List<Problem>> check,
    boolean keepsWrong,
    ObjectProperty<List<Problem>> problems,
    ObjectProperty<Integer> reverted)
    implements Choice<T> {

  public PropertyChoice(String component, ObjectProperty<T> value) {
    this(component, value, _ -> List.of());
  }

  /** A choice of what is not wrong: a wrong value is told, and not chosen. */
  public PropertyChoice(
      String component, ObjectProperty<T> value, Function<? super T, List<Problem>> check) {
    this(component, value, check, false);
  }

  private PropertyChoice(
      String component,
      ObjectProperty<T> value,
      Function<? super T, List<Problem>> check,
      boolean keepsWrong) {
    var problems = new SimpleObjectProperty<List<Problem>>(List.of());
    this(component, value, check, keepsWrong, problems, new SimpleObjectProperty<>(0));
  }

  /** A choice whose wrong values are told and chosen, so that whoever uses it must look. */
  public static <T> PropertyChoice<T> keepingWrong(
      String component, T first, Function<? super T, List<Problem>> check) {
    return new PropertyChoice<>(component, new SimpleObjectProperty<>(first), check, true);
  }

  @Override
  public void choose(T next) {
    var wrong = check.apply(next);
    problems.set(wrong);
    if (wrong.isEmpty() || keepsWrong) {
      value.set(next);
    }
  }

  @Override
  public void unreadable(Problem problem) {
    problems.set(List.of(problem));
  }

  public void fill(T next) {
    choose(next);
    reverted.set(reverted.get() + 1);
  }
}
