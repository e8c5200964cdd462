package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/**
 * A choice of the draft, as a form field sees it.
 *
 * @param <T> what is chosen
 */
public final class DraftChoice<T> implements Choice<T> {

  private final Workspace workspace;
  private final String component;
  private final String nameKey;
  private final BiFunction<Experiment, T, Experiment> set;
  private final ObservableValue<T> value;
  private final ObservableValue<List<Problem>> problems;

  DraftChoice(
      Workspace workspace,
      String component,
      String nameKey,
      Function<Experiment, T> get,
      BiFunction<Experiment, T, Experiment> set) {
    this.workspace = workspace;
    this.component = component;
    this.nameKey = nameKey;
    this.set = set;
    this.value = workspace.draft().map(get);
    this.problems =
        workspace
            .problems()
            .map(all -> all.stream().filter(it -> it.component().equals(component)).toList());
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
    return workspace.jumps();
  }

  @Override
  public void choose(T next) {
    workspace.type(component, nameKey, draft -> set.apply(draft, next));
  }

  @Override
  public void unreadable(Problem problem) {
    workspace.unreadable(component, problem);
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
