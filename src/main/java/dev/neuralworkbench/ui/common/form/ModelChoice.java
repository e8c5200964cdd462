package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A choice that a screen's model keeps, among values of which none is wrong. */
public record ModelChoice<T>(String component, ObservableValue<T> value, Consumer<T> change)
    implements Choice<T> {

  @Override
  public ObservableValue<List<Problem>> problems() {
    return new SimpleObjectProperty<>(List.of());
  }

  /** Never: a text that cannot be read is nothing that the model knows of. */
  @Override
  public Observable reverted() {
    return problems();
  }

  @Override
  public void choose(T next) {
    change.accept(next);
  }

  @Override
  public void unreadable(Problem problem) {}
}
