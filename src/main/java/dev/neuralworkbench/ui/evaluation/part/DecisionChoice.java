package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * A number of the model's decision; what is wrong is told and not chosen. Choosing it is a step.
 *
 * @param get the number of a model
 * @param make the decision of a model with another number
 */
record DecisionChoice(
    Workspace workspace,
    String component,
    Range range,
    Function<Model, Double> get,
    BiFunction<Model, Double, Decision> make,
    ObjectProperty<List<Problem>> problems)
    implements Choice<Double> {

  DecisionChoice(
      Workspace workspace,
      String component,
      Range range,
      Function<Model, Double> get,
      BiFunction<Model, Double, Decision> make) {
    this(workspace, component, range, get, make, new SimpleObjectProperty<>(List.of()));
  }

  @Override
  public ObservableValue<Double> value() {
    return workspace.model.map(it -> it.classes() == 0 ? Double.NaN : get.apply(it));
  }

  @Override
  public Observable reverted() {
    return workspace.jumps;
  }

  @Override
  public void choose(Double value) {
    problems.set(range.problems(component, value));
    var present = workspace.model.getValue();
    if (!problems.get().isEmpty() || present == null || get.apply(present).equals(value)) {
      return;
    }
    var next = make.apply(present, value);
    problems.set(next.problems("decision", present.classNames()));
    if (problems.get().isEmpty()) {
      workspace.typeDocument(
          component,
          "command.decision",
          document -> {
            var trained = document.trained();
            return trained == null ? document : document.withTrained(trained.withDecision(next));
          });
    }
  }

  @Override
  public void unreadable(Problem problem) {
    problems.set(List.of(problem));
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
