package dev.neuralworkbench.study.optimum;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.runs.RunTrail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run was above the least value of its own objective: J(w) − J* after each epoch, found
 * by training the run again.
 *
 * @param reason why there is no optimum; null where there is one
 * @param least J*; NaN without
 * @param epochs after which epochs, at most as many as a curve has
 * @param gaps J − J* there; never below 0 but for the single precision of the weights
 */
public record DescentGap(
    Objective.@Nullable Reason reason, double least, List<Integer> epochs, List<Double> gaps) {

  public DescentGap {
    epochs = List.copyOf(epochs);
    gaps = List.copyOf(gaps);
  }

  private static DescentGap none(Objective.Reason reason) {
    return new DescentGap(reason, Double.NaN, List.of(), List.of());
  }

  /**
   * Follows a run.
   *
   * @param run one that began with new weights
   * @param table its rows
   */
  public static DescentGap of(RunRecord run, Table table, Products products, Progress progress) {
    var experiment = run.experiment();
    var reason = Objective.reason(experiment);
    if (reason.isPresent()) {
      return none(reason.get());
    }
    var data = PreparedData.of(experiment.preparation(), table);
    var objective = Objective.of(experiment, data.training());
    if (objective.isEmpty()) {
      return none(Objective.Reason.LOSS);
    }
    var least = objective.get().minimum();
    if (least.isEmpty()) {
      return none(Objective.Reason.NO_MINIMUM);
    }
    var moments =
        RunTrail.of(run, null, data, products, progress).moments().stream()
            .filter(it -> it.epochs() > 0)
            .toList();
    return new DescentGap(
        null,
        least.get().value(),
        moments.stream().map(RunTrail.Moment::epochs).toList(),
        moments.stream()
            .map(it -> objective.get().at(it.weights()) - least.get().value())
            .toList());
  }
}
