package dev.neuralworkbench.report;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.step.Walk;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.nn.blas.Products;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Steps of an update with their numbers, to be printed.
 *
 * @param trace what they are of
 * @param row the row of the table, from 1 on; 0 for several or none
 */
public record WorkedSteps(BackpropTrace trace, List<Step> steps, int row, Decimals decimals) {

  /** Most that are printed. */
  public static final int MOST_STEPS = 300;

  public WorkedSteps {
    steps = List.copyOf(steps);
  }

  /**
   * The update of the weights in use by one row, layer by layer.
   *
   * @param document with rows at hand
   * @param row of the table, from 0 on, whose target is known
   * @return empty for a network with more weights than are taken apart
   */
  public static Optional<WorkedSteps> of(Document document, int row, Products products) {
    var plan = TrainingPlan.keeping(document);
    var experiment = plan.experiment();
    var table = Objects.requireNonNull(document.data().table(), "expected rows");
    var data = PreparedData.of(experiment.preparation(), table);
    var session = plan.session(data, products);
    var setting = StepSetting.next(session, experiment.network(), experiment.training());
    if (setting.weights().parameterCount() > BackpropTrace.MOST_PARAMETERS) {
      return Optional.empty();
    }
    var prepared =
        PreparedRow.of(data.preprocessor(), table, row, experiment.preparation().scaling());
    var weights =
        document.inUse().map(Model::weights).orElseGet(() -> session.checkpoint().predicting());
    var from = setting.ofRow(weights, session.rowBlock());
    var trace = BackpropTrace.of(from, PreparedRow.rows(List.of(prepared), from.outputs()));
    var walk = Walk.of(trace, 0, StepDetail.LAYER, prepared);
    return Optional.of(
        new WorkedSteps(
            trace,
            LongStream.range(0, Math.min(walk.size(), MOST_STEPS)).mapToObj(walk::step).toList(),
            row + 1,
            Decimals.DEFAULT));
  }
}
