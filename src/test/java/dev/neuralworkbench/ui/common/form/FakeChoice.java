package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A choice that keeps its value itself and remembers what was asked of it. */
final class FakeChoice<T> implements Choice<T> {

  private final String component;
  final ObjectProperty<T> value;
  final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
  final IntegerProperty reverted = new SimpleIntegerProperty();
  final List<T> chosen = new ArrayList<>();
  int settled;

  /** Whether what is chosen becomes its value. */
  boolean takes = true;

  FakeChoice(String component, T value) {
    this.component = component;
    this.value = new SimpleObjectProperty<>(value);
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
    return reverted;
  }

  @Override
  public void choose(T next) {
    problems.set(List.of());
    chosen.add(next);
    if (takes) {
      value.set(next);
    }
  }

  @Override
  public void unreadable(Problem problem) {
    problems.set(List.of(problem));
  }

  @Override
  public void settled() {
    settled++;
  }
}
