package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.nn.function.ProblemType;
import java.util.List;
import java.util.Locale;

/** A number that judges a run on rows it has not seen. */
public enum Metric {
  /** Share of the rows whose class is right; higher is better. */
  ACCURACY(ProblemType.CLASSIFICATION),
  /** Mean negative logarithm of the probability given to the true class; lower is better. */
  LOG_LOSS(ProblemType.CLASSIFICATION),
  /** Area under the ROC curve, the mean over classes where there are more than two. */
  AUC(ProblemType.CLASSIFICATION),
  /** Share of the variance that is explained; higher is better. */
  R2(ProblemType.REGRESSION),
  /** Root of the mean squared error, in the target's units; lower is better. */
  RMSE(ProblemType.REGRESSION),
  /** Mean absolute error, in the target's units; lower is better. */
  MAE(ProblemType.REGRESSION);

  private final ProblemType problem;

  Metric(ProblemType problem) {
    this.problem = problem;
  }

  /** The metrics of a type of problem, the most telling one first. */
  public static List<Metric> of(ProblemType problem) {
    return List.of(values()).stream().filter(metric -> metric.problem == problem).toList();
  }

  /** Name in JSON: {@code log_loss}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of its name: {@code study.metric.log_loss}. */
  public String nameKey() {
    return "study.metric." + id();
  }
}
