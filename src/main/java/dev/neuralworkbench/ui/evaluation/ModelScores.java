package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.baseline.LinearSeparation;
import dev.neuralworkbench.baseline.LogisticRegression;
import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowPart;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything computed for one model. What is asked for is computed on the caller's thread, one
 * caller at a time; what is kept belongs to the FX thread.
 */
final class ModelScores {

  private final Model model;
  private final Supplier<PreparedData> data;
  private final Supplier<Products> products;
  private final Map<RowPart, JudgedPart> judged = new EnumMap<>(RowPart.class);
  private final Map<RowPart, Linear> linears = new EnumMap<>(RowPart.class);
  private volatile @Nullable Fit fitted;

  /**
   * The linear model of the training rows.
   *
   * @param baseline null where so many inputs and classes would take too long
   * @param separability whether a linear model can tell them apart; null where that is no question
   */
  private record Fit(@Nullable Baseline baseline, @Nullable Separability separability) {

    static Fit of(Dataset training) {
      var baseline = Baseline.linear(training).orElse(null);
      var separability =
          baseline instanceof LogisticRegression logistic
                  && training.targets() instanceof ClassTargets classes
              ? LinearSeparation.of(logistic, training.inputs(), classes)
              : null;
      return new Fit(baseline, separability);
    }
  }

  /**
   * Nothing computed yet.
   *
   * @param prepared the rows as the run has them; null if they are to be prepared
   */
  ModelScores(
      Model model, Table table, @Nullable PreparedData prepared, Supplier<Products> products) {
    this.model = model;
    this.products = products;
    data =
        prepared != null
            ? () -> prepared
            : () -> PreparedData.of(model.experiment().preparation(), table);
  }

  Model model() {
    return model;
  }

  /** The scores of a part, if they were kept. */
  @Nullable JudgedPart judged(RowPart part) {
    return judged.get(part);
  }

  /** What the linear model comes to, if it was kept. */
  @Nullable Linear linear(RowPart part) {
    return linears.get(part);
  }

  void keep(JudgedPart result) {
    judged.put(result.part(), result);
  }

  void keep(RowPart part, Linear linear) {
    linears.put(part, linear);
  }

  /** Judges the model on a part; empty if it has no rows. In the background. */
  Optional<JudgedPart> judge(RowPart part, Progress progress) {
    var prepared = data.get();
    var rows = prepared.rows(part);
    if (rows.rows() == 0) {
      return Optional.empty();
    }
    var answers = new ModelPredictor(model, products.get()).predict(rows, progress);
    return Optional.of(JudgedPart.of(part, rows, answers, prepared.training()));
  }

  /** Fits the linear model, once, and judges it on a part. In the background. */
  Linear fit(RowPart part) {
    var prepared = data.get();
    var fit = fitted;
    if (fit == null) {
      fit = Fit.of(prepared.training());
      fitted = fit;
    }
    var baseline = fit.baseline();
    var target = model.preprocessor().target();
    return baseline == null
        ? Linear.NONE
        : new Linear(Scores.of(baseline, target, prepared.rows(part)), fit.separability());
  }
}
