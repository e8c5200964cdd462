package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.model.answer.Scores.OfClasses;
import dev.neuralworkbench.model.answer.Scores.OfNumbers;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A number that judges a run on rows it has not seen. */
public enum Metric {
  /** Share of the rows whose class is right; higher is better. */
  ACCURACY(classes(scores -> scores.confusion().accuracy())),
  /** Mean negative logarithm of the probability given to the true class; lower is better. */
  LOG_LOSS(classes(OfClasses::logLoss)),
  /** Area under the ROC curve, the mean over classes where there are more than two. */
  AUC(classes(OfClasses::auc)),
  /** Matthews' correlation of true and predicted classes, −1 to 1; higher is better. */
  MCC(classes(scores -> scores.confusion().matthews())),
  /** Share of the variance that is explained; higher is better. */
  R2(numbers(scores -> scores.report().r2())),
  /** Root of the mean squared error, in the target's units; lower is better. */
  RMSE(numbers(scores -> scores.report().rmse())),
  /** Mean absolute error, in the target's units; lower is better. */
  MAE(numbers(scores -> scores.report().mae())),
  /** Mean absolute error as a share of the target; lower is better. */
  MAPE(numbers(scores -> scores.report().mape()));

  // Functions of scores have no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Rule rule;

  private record Rule(ProblemType problem, ToDoubleFunction<Scores> value) {}

  Metric(Rule rule) {
    this.rule = rule;
  }

  private static Rule classes(ToDoubleFunction<OfClasses> value) {
    return new Rule(
        ProblemType.CLASSIFICATION,
        scores -> scores instanceof OfClasses of ? value.applyAsDouble(of) : Double.NaN);
  }

  private static Rule numbers(ToDoubleFunction<OfNumbers> value) {
    return new Rule(
        ProblemType.REGRESSION,
        scores -> scores instanceof OfNumbers of ? value.applyAsDouble(of) : Double.NaN);
  }

  /** The metrics of a type of problem, the most telling one first. */
  public static List<Metric> of(ProblemType problem) {
    return List.of(values()).stream().filter(metric -> metric.rule.problem == problem).toList();
  }

  /**
   * The number.
   *
   * @return NaN if it does not exist: for the other type of problem; AUC of rows of one class; R²
   *     of rows whose targets are equal, such as one row
   */
  public double of(Scores scores) {
    return rule.value.applyAsDouble(scores);
  }

  /** Whether a higher number is better; otherwise a lower one is. */
  public boolean higherIsBetter() {
    return switch (this) {
      case ACCURACY, AUC, MCC, R2 -> true;
      case LOG_LOSS, RMSE, MAE, MAPE -> false;
    };
  }

  /** Whether it is in the target's units; otherwise it has none. */
  public boolean isInUnits() {
    return this == RMSE || this == MAE;
  }

  public String id() {
    return Ids.of(this);
  }

  public String nameKey() {
    return "study.metric." + id();
  }
}
