package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.ui.common.form.Choice;
import java.util.List;
import java.util.function.IntSupplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/** A whole number from 1 to a most that changes. */
final class WholeChoice implements Choice<Double> {

  private final PropertyChoice<Double> choice;
  private final IntSupplier most;

  WholeChoice(String component, ObjectProperty<Double> value, IntSupplier most) {
    choice = new PropertyChoice<>(component, value);
    this.most = most;
  }

  @Override
  public String component() {
    return choice.component();
  }

  @Override
  public ObservableValue<Double> value() {
    return choice.value();
  }

  @Override
  public ObservableValue<List<Problem>> problems() {
    return choice.problems();
  }

  @Override
  public Observable reverted() {
    return choice.reverted();
  }

  @Override
  public void choose(Double next) {
    var range = Range.whole(1, most.getAsInt());
    if (range.contains(next)) {
      choice.choose(next);
    } else {
      choice.unreadable(Problem.of("problem.range", component(), range, next));
    }
  }

  @Override
  public void unreadable(Problem problem) {
    choice.unreadable(problem);
  }

  @Override
  public void settled() {}
}
