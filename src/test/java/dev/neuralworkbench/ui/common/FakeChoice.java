package dev.neuralworkbench.ui.common;

import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A choice that keeps its value itself and remembers what was asked of it. */
final class FakeChoice<T> implements Choice<T> {

  final ObjectProperty<T> value;
  final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
  final List<T> chosen = new ArrayList<>();
  int settled;

  FakeChoice(T value) {
    this.value = new SimpleObjectProperty<>(value);
  }

  @Override
  public String component() {
    return "test.choice";
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
  public void choose(T next) {
    problems.set(List.of());
    chosen.add(next);
    value.set(next);
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
