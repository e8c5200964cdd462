package dev.neuralworkbench.study.optimum;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingStart;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /** Copies the lists. */
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
    var total = run.result().epochs();
    var plan =
        new TrainingPlan(experiment, new TrainingStart.Anew(TrainingStart.Reason.FIRST, total));
    var session = plan.session(data, products);
    session.replay(TrainingHistory.of(Stream.empty(), run.interventions(), null));
    var epochs = new ArrayList<Integer>();
    var gaps = new ArrayList<Double>();
    var every = Math.max(1, Math.ceilDiv(total, RunCurve.MOST));
    for (var epoch = 1; epoch <= total && session.history().stopReason() == null; epoch++) {
      progress.goOn(epoch, total);
      session.trainEpoch();
      if (epoch % every == 0 || epoch == total) {
        epochs.add(epoch);
        gaps.add(objective.get().at(session.snapshot().weights()) - least.get().value());
      }
    }
    return new DescentGap(null, least.get().value(), epochs, gaps);
  }
}
