package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.baseline.LinearSeparation;
import dev.neuralworkbench.baseline.LogisticRegression;
import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.Progress;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.study.Scores;
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
  private final Map<Part, Judgement> judgements = new EnumMap<>(Part.class);
  private final Map<Part, LinearResult> linears = new EnumMap<>(Part.class);
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
  @Nullable Judgement judgement(Part part) {
    return judgements.get(part);
  }

  /** What the linear model comes to, if it was kept. */
  @Nullable LinearResult linear(Part part) {
    return linears.get(part);
  }

  void keep(Judgement judgement) {
    judgements.put(judgement.part(), judgement);
  }

  void keep(Part part, LinearResult linear) {
    linears.put(part, linear);
  }

  /** Judges the model on a part; empty if it has no rows. In the background. */
  Optional<Judgement> judge(Part part, Progress progress) {
    var prepared = data.get();
    var rows = part.of(prepared);
    if (rows.rows() == 0) {
      return Optional.empty();
    }
    var constant = Baseline.constant(prepared.training()).predict(rows.inputs());
    var scores = Scores.of(new Answers(model.preprocessor().target(), constant), rows);
    var predictor = new ModelPredictor(model, products.get());
    return Optional.of(Judgement.of(part, predictor, rows, scores, progress));
  }

  /** Fits the linear model, once, and judges it on a part. In the background. */
  LinearResult fit(Part part) {
    var prepared = data.get();
    var fit = fitted;
    if (fit == null) {
      fit = Fit.of(prepared.training());
      fitted = fit;
    }
    return fit.baseline() == null
        ? LinearResult.NONE
        : new LinearResult(
            Linear.of(
                fit.baseline(),
                fit.separability(),
                model.preprocessor().target(),
                part.of(prepared)));
  }
}
