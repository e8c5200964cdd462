package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * A choice that is a property, for a form field.
 *
 * @param <T> what is chosen
 */
final class PropertyChoice<T> implements Choice<T> {

  private final String component;
  private final ObjectProperty<T> value;
  private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

  PropertyChoice(String component, ObjectProperty<T> value) {
    this.component = component;
    this.value = value;
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
    return value;
  }

  @Override
  public void choose(T next) {
    problems.set(List.of());
    value.set(next);
  }

  @Override
  public void unreadable(Problem problem) {
    problems.set(List.of(problem));
  }

  @Override
  public void settled() {}
}
