package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.metrics.BestThreshold;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.ModelFold;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Rows on which a decision may be found, since what answers for them has not learned them: the
 * validation rows; without any the training rows, each answered by the network of the fold that
 * left it out. Never the test rows: what is found on rows is judged too well by them.
 *
 * @param actual true class of each row. Not to be modified.
 * @param answers of the model without its decision
 */
@SuppressWarnings("ArrayRecordComponent") // As many as rows; nobody compares them.
public record HeldOut(Decision.Rows rows, int[] actual, Answers answers) {

  /**
   * Looks for such rows and answers them.
   *
   * @param model one that predicts classes
   * @param data its own
   * @return empty without validation rows and folds
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Optional<HeldOut> of(
      Model model, PreparedData data, Products products, Progress progress) {
    var plain = model.withDecision(null);
    if (data.validation().rows() > 0) {
      var answers = new ModelPredictor(plain, products).predict(data.validation(), progress);
      var targets = (ClassTargets) data.validation().targets();
      return Optional.of(new HeldOut(Decision.Rows.VALIDATION, targets.classes(), answers));
    }
    var training = data.training();
    var folds = ModelFold.of(model, training);
    if (folds.isEmpty()) {
      return Optional.empty();
    }
    var outputs = new DMatrixRMaj(training.rows(), model.outputs());
    var function = model.experiment().network().loss().outputFunction;
    for (var fold : folds) {
      var answers =
          new ModelPredictor(fold.model(), products).predict(training.some(fold.rows()), progress);
      for (var i = 0; i < fold.rows().length; i++) {
        CommonOps_DDRM.extract(
            answers.outputs(), i, i + 1, 0, outputs.numCols, outputs, fold.rows()[i], 0);
      }
    }
    return Optional.of(
        new HeldOut(
            Decision.Rows.CROSS_VALIDATION,
            ((ClassTargets) training.targets()).classes(),
            new Answers(model.preprocessor().target(), outputs, function)));
  }

  /** Whether there are answered rows of the class, and of others: no threshold is best else. */
  public boolean tells(int positive) {
    var ofClass = answered().filter(row -> actual[row] == positive).count();
    return ofClass > 0 && ofClass < answered().count();
  }

  /**
   * The threshold for the positive class of two that is best on these rows.
   *
   * @param positive a class that they {@linkplain #tells tell} of
   */
  public BestThreshold best(int positive, BestThreshold.Aim aim) {
    return BestThreshold.of(probabilities(positive), isOf(positive), aim);
  }

  /** What the aim says of another threshold. */
  public double value(int positive, double threshold, BestThreshold.Aim aim) {
    return BestThreshold.value(probabilities(positive), isOf(positive), threshold, aim);
  }

  private double[] probabilities(int positive) {
    return answered().mapToDouble(row -> answers.probability(row, positive)).toArray();
  }

  private boolean[] isOf(int positive) {
    var rows = answered().toArray();
    var of = new boolean[rows.length];
    for (var i = 0; i < rows.length; i++) {
      of[i] = actual[rows[i]] == positive;
    }
    return of;
  }

  private IntStream answered() {
    return IntStream.range(0, actual.length).filter(answers::isAnswered);
  }
}
