package dev.neuralworkbench.ui.data.sample;

import dev.neuralworkbench.data.sample.GeneratedSample;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/**
 * A knob of a generated set. A value out of its range makes no table: the last one stays, and the
 * field says what is wrong.
 *
 * @param <T> what is chosen
 */
final class RecipeChoice<T> implements Choice<T> {

  private final RecipeViewModel model;
  private final Workspace workspace;
  private final String component;
  private final ObservableValue<T> value;
  private final BiFunction<GeneratedSample, T, GeneratedSample> set;

  RecipeChoice(
      RecipeViewModel model,
      Workspace workspace,
      String component,
      ObservableValue<T> value,
      BiFunction<GeneratedSample, T, GeneratedSample> set) {
    this.model = model;
    this.workspace = workspace;
    this.component = component;
    this.value = value;
    this.set = set;
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
    return workspace
        .problems()
        .map(all -> all.stream().filter(it -> it.component().equals(component)).toList());
  }

  @Override
  public Observable reverted() {
    return workspace.jumps();
  }

  @Override
  public void choose(T next) {
    var recipe = set.apply(model.present(), next);
    var problems = recipe.problems();
    if (problems.isEmpty()) {
      model.make(recipe, component, component);
    } else {
      unreadable(problems.getFirst());
    }
  }

  @Override
  public void unreadable(Problem problem) {
    workspace.unreadable(
        component,
        new Problem(
            problem.key(), component, problem.place(), problem.expected(), problem.found()));
  }

  @Override
  public void settled() {
    workspace.settle();
  }

  @Override
  public boolean isStep() {
    return true;
  }
}
