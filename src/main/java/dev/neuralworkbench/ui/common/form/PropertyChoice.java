package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A choice kept in a property; no part of the document, so not undone. */
public final class PropertyChoice<T> implements Choice<T> {

  private final String component;
  private final ObjectProperty<T> value;
  private final Function<? super T, List<Problem>> check;
  private final boolean keepsWrong;
  private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Integer> reverts = new SimpleObjectProperty<>(0);

  private PropertyChoice(
      String component,
      ObjectProperty<T> value,
      Function<? super T, List<Problem>> check,
      boolean keepsWrong) {
    this.component = component;
    this.value = value;
    this.check = check;
    this.keepsWrong = keepsWrong;
  }

  public PropertyChoice(String component, ObjectProperty<T> value) {
    this(component, value, _ -> List.of());
  }

  /** A choice of what is not wrong: a wrong value is told, and not chosen. */
  public PropertyChoice(
      String component, ObjectProperty<T> value, Function<? super T, List<Problem>> check) {
    this(component, value, check, false);
  }

  /** A choice whose wrong values are told and chosen, so that whoever uses it must look. */
  public static <T> PropertyChoice<T> keepingWrong(
      String component, T first, Function<? super T, List<Problem>> check) {
    return new PropertyChoice<>(component, new SimpleObjectProperty<>(first), check, true);
  }

  @Override
  public String component() {
    return component;
  }

  @Override
  public ObservableValue<T> value() {
    return value;
  }

  @Override
  public ObservableValue<List<Problem>> problems() {
    return problems;
  }

  @Override
  public Observable reverted() {
    return reverts;
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

  /** Sets another value, whatever was typed. */
  public void fill(T next) {
    choose(next);
    reverts.set(reverts.get() + 1);
  }
}
