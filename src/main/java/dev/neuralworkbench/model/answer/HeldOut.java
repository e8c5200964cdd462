package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.metrics.BestThreshold;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.FoldNetworks;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

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
    var checkpoint = model.checkpoint();
    var folds = checkpoint == null ? null : checkpoint.folds();
    if (folds == null) {
      return Optional.empty();
    }
    var training = data.training();
    var seed = model.experiment().training().seed();
    var foldOf = FoldNetworks.deal(training, folds.size(), seed);
    var outputs = new DMatrixRMaj(training.rows(), model.outputs());
    var all = new Answers[folds.size()];
    for (var fold = 0; fold < all.length; fold++) {
      var number = fold;
      var rows = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] == number).toArray();
      var predictor = new ModelPredictor(plain.withWeights(folds.get(fold).predicting()), products);
      all[fold] = predictor.predict(training.some(rows), progress);
      for (var i = 0; i < rows.length; i++) {
        System.arraycopy(
            all[fold].outputs().data,
            i * outputs.numCols,
            outputs.data,
            rows[i] * outputs.numCols,
            outputs.numCols);
      }
    }
    return Optional.of(
        new HeldOut(
            Decision.Rows.CROSS_VALIDATION,
            ((ClassTargets) training.targets()).classes(),
            new Answers(all[0].target(), outputs, all[0].function())));
  }

  /** Whether there are answered rows of the class, and of others: no threshold is best else. */
  public boolean tells(int positive) {
    return IntStream.of(0, 1)
        .allMatch(
            kind ->
                IntStream.range(0, actual.length)
                    .filter(answers::isAnswered)
                    .anyMatch(row -> (actual[row] == positive ? 1 : 0) == kind));
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
