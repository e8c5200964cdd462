package dev.neuralworkbench.app;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.Choice;
import dev.neuralworkbench.ui.workspace.Trainer;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/** The draft's learning rate that, once typed, is also the rate of the run under way. */
record LiveRate(Choice<Double> draft, Trainer trainer) implements Choice<Double> {

  @Override
  public String component() {
    return draft.component();
  }

  @Override
  public ObservableValue<Double> value() {
    return draft.value();
  }

  @Override
  public ObservableValue<List<Problem>> problems() {
    return draft.problems();
  }

  @Override
  public Observable reverted() {
    return draft.reverted();
  }

  @Override
  public void choose(Double value) {
    draft.choose(value);
  }

  @Override
  public void unreadable(Problem problem) {
    draft.unreadable(problem);
  }

  @Override
  public void settled() {
    draft.settled();
    if (trainer.state().get().isActive()) {
      trainer.learningRate(draft.value().getValue());
    }
  }
}
