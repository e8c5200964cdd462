package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.ui.common.form.Choice;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A whole number of a study; no part of the document, so not undone. */
final class StudyChoice implements Choice<Double> {

  private final String component;
  private final Range range;
  private final ReadOnlyObjectWrapper<Double> value;
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(this, "problems", List.of());
  private final SimpleObjectProperty<Integer> reverted = new SimpleObjectProperty<>(0);

  StudyChoice(String component, Range range, int first) {
    this.component = component;
    this.range = range;
    value = new ReadOnlyObjectWrapper<>(this, "value", (double) first);
  }

  int number() {
    return value.get().intValue();
  }

  @Override
  public String component() {
    return component;
  }

  @Override
  public ObservableValue<Double> value() {
    return value.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  @Override
  public Observable reverted() {
    return reverted;
  }

  @Override
  public void choose(Double chosen) {
    value.set(chosen);
    problems.set(range.problems(component, chosen));
  }

  @Override
  public void unreadable(Problem problem) {
    problems.set(List.of(problem));
  }

  @Override
  public void settled() {}
}
