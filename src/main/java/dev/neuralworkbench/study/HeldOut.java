package dev.neuralworkbench.study;

import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.metrics.BestThreshold;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.FoldNetworks;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Rows on which a decision or a margin may be found, since what answers for them has not learned
 * them: the validation rows; without any the training rows, each answered by the network of the
 * fold that left it out. Never the test rows: what is found on rows is judged too well by them.
 *
 * @param targets what is true of each row
 * @param answers of the model without its decision
 */
public record HeldOut(Decision.Rows rows, Targets targets, Answers answers) {

  /**
   * Looks for such rows and answers them.
   *
   * @param data the model's own
   * @return empty without validation rows and folds
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Optional<HeldOut> of(
      Model model, PreparedData data, Products products, Progress progress) {
    var plain = model.withDecision(null);
    var validation = data.validation();
    if (validation.rows() > 0) {
      var answers = new ModelPredictor(plain, products).predict(validation, progress);
      return Optional.of(new HeldOut(Decision.Rows.VALIDATION, validation.targets(), answers));
    }
    var checkpoint = model.checkpoint();
    var folds = checkpoint == null ? null : checkpoint.folds();
    if (folds == null) {
      return Optional.empty();
    }
    var training = data.training();
    var foldOf = FoldNetworks.deal(training, folds.size(), model.experiment().training().seed());
    var outputs = new DMatrixRMaj(training.rows(), model.outputs());
    for (var fold = 0; fold < folds.size(); fold++) {
      var of = fold;
      var rows = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] == of).toArray();
      var left = plain.withWeights(folds.get(fold).predicting());
      var answers = new ModelPredictor(left, products).predict(training.some(rows), progress);
      for (var i = 0; i < rows.length; i++) {
        CommonOps_DDRM.extract(
            answers.outputs(), i, i + 1, 0, outputs.numCols, outputs, rows[i], 0);
      }
    }
    var function = model.experiment().network().loss().outputFunction;
    var answers = new Answers(model.preprocessor().target(), outputs, function);
    return Optional.of(new HeldOut(Decision.Rows.CROSS_VALIDATION, training.targets(), answers));
  }

  /** Whether the class, by its index, is the true one of a row; not to be asked of numbers. */
  private boolean is(int row, int of) {
    return ((ClassTargets) targets).classes()[row] == of;
  }

  /** Whether there are answered rows of the class, and of others: no threshold is best else. */
  public boolean tells(int positive) {
    return answered().anyMatch(row -> is(row, positive))
        && answered().anyMatch(row -> !is(row, positive));
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
      of[i] = is(rows[i], positive);
    }
    return of;
  }

  private IntStream answered() {
    return IntStream.range(0, answers.rows()).filter(answers::isAnswered);
  }
}
