package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.metrics.ThresholdCurve;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.nn.function.OutputFunction;
import org.jspecify.annotations.Nullable;

/** How good answers are, on rows whose target is known. */
public sealed interface Scores {

  int rows();

  /** The model's own loss; NaN for a baseline, which has none, and where nobody asks for it. */
  double loss();

  /** Rows without an answer, which are never right: see {@link Answers#isAnswered}. */
  int unanswered();

  /**
   * Of classes.
   *
   * @param logLoss mean negative logarithm of the probability given to the true class, taken from
   *     logits where there are any; NaN if a row has no answer
   * @param auc area under the ROC curve of ranks by logits where there are any, the mean of each
   *     class against the others where there are more than two; NaN if only one class occurs, or a
   *     row has no answer
   */
  record OfClasses(ConfusionMatrix confusion, double loss, double logLoss, double auc)
      implements Scores {
    @Override
    public int rows() {
      return confusion.rows();
    }

    @Override
    public int unanswered() {
      return confusion.unanswered();
    }
  }

  /**
   * Of numbers, in the user's units.
   *
   * @param report the scores; NaN where a row has no answer
   * @param loss the model's loss, in scaled units
   */
  record OfNumbers(RegressionReport report, double loss, int unanswered) implements Scores {
    @Override
    public int rows() {
      return report.rows();
    }
  }

  static Scores of(ModelPredictor predictor, Dataset rows) {
    return of(predictor.predict(rows), rows.targets(), predictor.loss(rows));
  }

  /** Those of a baseline, whose classes follow from its probabilities as decided. */
  static Scores of(
      Baseline baseline, TargetEncoder target, Dataset rows, @Nullable Decision decision) {
    var outputs = baseline.outputs(rows.inputs());
    var function = baseline.outputFunction();
    // The constant answer knows how frequent the classes are; a linear model weighs them, too.
    var answers =
        function == OutputFunction.IDENTITY
            ? new Answers(target, outputs, function)
            : Answers.trained(target, outputs, function);
    return of(answers.decided(decision), rows.targets(), Double.NaN);
  }

  /**
   * Any answers beside what is right.
   *
   * @param answers one for each target
   * @param loss the model's loss on these rows; NaN if it is not known
   */
  static Scores of(Answers answers, Targets targets, double loss) {
    return switch (targets) {
      case ClassTargets classes -> ofClasses(answers, classes, loss);
      case ValueTargets values -> {
        var target = (NumberTarget) answers.target();
        yield new OfNumbers(
            RegressionReport.of(target.decode(values.values()), target.decode(answers.outputs())),
            loss,
            answers.unanswered());
      }
    };
  }

  private static OfClasses ofClasses(Answers answers, ClassTargets targets, double loss) {
    var actual = targets.classes();
    var confusion = ConfusionMatrix.of(actual, answers.predictedClasses(), targets.classCount());
    return confusion.unanswered() == 0
        ? new OfClasses(
            confusion, loss, answers.logLoss(actual), ThresholdCurve.area(answers.ranks(), actual))
        : new OfClasses(confusion, loss, Double.NaN, Double.NaN);
  }
}
