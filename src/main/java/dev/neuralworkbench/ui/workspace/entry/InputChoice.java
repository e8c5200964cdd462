package dev.neuralworkbench.ui.workspace.entry;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The value of one input of a form.
 *
 * @param <T> number or name
 */
public final class InputChoice<T> implements Choice<T> {

  private final String component;
  private final Function<? super T, List<Problem>> check;
  private final ObjectProperty<T> value;
  private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Integer> reverts = new SimpleObjectProperty<>(0);

  /** A choice of anything. */
  public InputChoice(String component, T first) {
    this(component, first, _ -> List.of());
  }

  /**
   * A choice of what is not wrong.
   *
   * @param check says what is wrong with a value; it is then told, and not chosen
   */
  InputChoice(String component, T first, Function<? super T, List<Problem>> check) {
    this.component = component;
    this.check = check;
    value = new SimpleObjectProperty<>(first);
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
    if (wrong.isEmpty()) {
      value.set(next);
    }
  }

  @Override
  public void unreadable(Problem problem) {
    // Any number may be entered, so the sentence names no range.
    problems.set(List.of(Problem.of(problem.key() + ".any", component, null, problem.found())));
  }

  @Override
  public void settled() {}

  /** Sets another value, whatever was typed. */
  public void fill(T next) {
    choose(next);
    reverts.set(reverts.get() + 1);
  }
}
