package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/**
 * One thing that the user chooses, as its form field sees it. The field shows {@link #value()} and
 * calls the commands; whoever implements this keeps the truth.
 */
public interface Choice<T> {

  /** Name of the choice, as problems address it, such as {@code training.batchSize}. */
  String component();

  ObservableValue<T> value();

  /** What is wrong with it, the most important first; empty where nothing is. */
  ObservableValue<List<Problem>> problems();

  /** Invalidated when the field must forget what was typed and could not be read. */
  Observable reverted();

  /** Chooses. A run of calls without {@link #settled()} between them is one step of undo. */
  void choose(T value);

  /** Tells that what was typed cannot be read; the last value stays chosen. */
  void unreadable(Problem problem);

  default void settled() {}

  /**
   * Whether choosing changes the document, so that its undo takes it back. Elsewhere undo takes
   * back what was typed into the field, and never anything else.
   */
  default boolean isStep() {
    return false;
  }
}
