package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.common.Same;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where training with the present weights would go on from, ready for its next step. Immutable.
 *
 * @param setting where the run stands, before its next mini-batch
 * @param standing the weights that stand for that place, {@link
 *     dev.neuralworkbench.train.Checkpoint#predicting}: a step on a row by itself is made in these
 * @param rowBlock where dropout draws for a row by itself
 * @param nextRows table rows of the next mini-batch, from 0 on, in its order
 * @param batches mini-batches of an epoch
 */
public record StepBasis(
    Document document,
    TrainingPlan plan,
    PreparedData data,
    StepSetting setting,
    NetworkWeights standing,
    int rowBlock,
    List<Integer> nextRows,
    int batches) {

  /** Carries out the preparation and readies a session; takes time. */
  static StepBasis of(Document document, Products products) {
    var plan = TrainingPlan.keeping(document);
    var table = Objects.requireNonNull(document.data().table(), "expected rows");
    var data = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(data, products);
    var sources = data.training().sourceRows();
    return new StepBasis(
        document,
        plan,
        data,
        StepSetting.next(session, plan.experiment().network(), plan.experiment().training()),
        session.checkpoint().predicting(),
        session.rowBlock(),
        Arrays.stream(session.nextRows()).mapToObj(row -> sources[row]).toList(),
        session.batchesPerEpoch());
  }

  /** Whether training would go on from the same place. By identity: weights would take time. */
  static boolean sameStand(Document one, @Nullable Document other) {
    return other != null
        && Same.is(one.trained(), other.trained())
        && Same.is(one.data().table(), other.data().table())
        && one.draft().equals(other.draft());
  }

  /** What the weights belong to: the choices of their training where these fit, else the next. */
  public Experiment experiment() {
    return document.inUse().map(Model::experiment).orElse(plan.experiment());
  }

  public Table table() {
    return Objects.requireNonNull(document.data().table(), "expected rows");
  }

  boolean hasTarget(int row) {
    var read = data.preprocessor().cleaned(table());
    var column = read.column(data.preprocessor().target().name());
    return column != null && !column.isMissing(row);
  }

  int firstRow() {
    return IntStream.range(0, table().rows()).filter(this::hasTarget).findFirst().orElse(0);
  }

  /** A row is taken through the model in use, where it has the network that is chosen. */
  StepSetting ofRow() {
    return setting.ofRow(document.inUse().map(Model::weights).orElse(standing), rowBlock);
  }

  PreparedRow prepared(int row) {
    return PreparedRow.of(
        data.preprocessor(), table(), row, plan.experiment().preparation().scaling());
  }

  boolean isTooLarge() {
    return setting.weights().parameterCount() > BackpropTrace.MOST_PARAMETERS;
  }
}
