package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * A choice that the document keeps, so that undo takes it back.
 *
 * @param own problems that are told at its field alone; null where they are the draft's
 */
public record DocumentChoice<T>(
    Workspace workspace,
    String component,
    ObservableValue<T> value,
    Consumer<T> change,
    @Nullable ObjectProperty<List<Problem>> own)
    implements Choice<T> {

  public DocumentChoice(
      Workspace workspace, String component, ObservableValue<T> value, Consumer<T> change) {
    this(workspace, component, value, change, null);
  }

  /** A part of the draft; the key names a step of it in the menu. */
  public static <T> Choice<T> of(
      Workspace workspace,
      String component,
      String nameKey,
      Function<Experiment, T> get,
      BiFunction<Experiment, T, Experiment> set) {
    return new DocumentChoice<>(
        workspace,
        component,
        workspace.draft().map(get),
        next -> workspace.type(component, nameKey, draft -> set.apply(draft, next)));
  }

  @Override
  public ObservableValue<List<Problem>> problems() {
    return own != null
        ? own
        : workspace
            .problems()
            .map(all -> all.stream().filter(it -> it.component().equals(component)).toList());
  }

  @Override
  public Observable reverted() {
    return workspace.jumps;
  }

  @Override
  public void choose(T next) {
    change.accept(next);
  }

  @Override
  public void unreadable(Problem problem) {
    if (own == null) {
      workspace.unreadable(component, problem);
    } else {
      own.set(List.of(problem));
    }
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
