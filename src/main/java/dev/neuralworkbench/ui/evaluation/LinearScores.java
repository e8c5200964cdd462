package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.baseline.LinearSeparation;
import dev.neuralworkbench.baseline.LogisticRegression;
import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowPart;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Scores;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The linear model of a table as it was prepared: fitted once, whatever networks stand beside it.
 * It is fitted on the caller's thread, one caller at a time; what is kept belongs to the FX thread.
 */
final class LinearScores {

  private final Table table;
  private final Preparation preparation;
  private final Preprocessor preprocessor;
  private final Map<RowPart, Linear> kept = new EnumMap<>(RowPart.class);
  private @Nullable Fit fitted;

  LinearScores(Table table, Model model) {
    this.table = table;
    preparation = model.experiment().preparation();
    preprocessor = model.preprocessor();
  }

  /**
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

  /** Whether this is the linear model of these rows, prepared so. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Table other, Model model) {
    return table == other
        && preparation.equals(model.experiment().preparation())
        && preprocessor.equals(model.preprocessor());
  }

  /** What it comes to on a part, if that was kept. */
  @Nullable Linear of(RowPart part) {
    return kept.get(part);
  }

  void keep(RowPart part, Linear linear) {
    kept.put(part, linear);
  }

  /** Fits it, unless it is, and scores it on a part. In the background. */
  synchronized Linear fit(PreparedData data, TargetEncoder target, RowPart part) {
    if (fitted == null) {
      fitted = Fit.of(data.training());
    }
    var baseline = fitted.baseline();
    return baseline == null
        ? Linear.NONE
        : new Linear(Scores.of(baseline, target, data.rows(part)), fitted.separability());
  }
}
