package dev.neuralworkbench.study;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.metrics.BestThreshold;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.FoldNetworks;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Rows on which a decision or a margin may be found, since what answers for them has not learned
 * them: the validation rows; without any the training rows, each answered by the network of the
 * fold that left it out. Never the test rows: what is found on rows is judged too well by them.
 *
 * @param targets what is true of each row
 * @param answers of the model without its decision
 * @param folds number of networks whose answers they are; 0 where it is the model itself
 */
public record HeldOut(Decision.Rows rows, Targets targets, Answers answers, int folds) {

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
      return Optional.of(new HeldOut(Decision.Rows.VALIDATION, validation.targets(), answers, 0));
    }
    return ofFolds(plain, data.training(), products, progress);
  }

  /**
   * The training rows, each answered by a network that has not learned it: those of the run's own
   * folds, or else as many as a {@linkplain CrossValidation#DEFAULT cross-validation} has, trained
   * on the training rows with the model's settings.
   *
   * @param training the model's own rows of the table
   * @return empty where so few rows cannot be dealt into folds
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Optional<HeldOut> crossValidated(
      Model model, Table table, Dataset training, Products products, Progress progress) {
    var plain = model.withDecision(null);
    var known = ofFolds(plain, training, products, progress);
    return known.isPresent() ? known : trained(plain, table, training, products, progress);
  }

  private static Optional<HeldOut> trained(
      Model plain, Table table, Dataset training, Products products, Progress progress) {
    var experiment = plain.experiment();
    var preparation = experiment.preparation();
    var rows = training.sourceRows().clone();
    Arrays.sort(rows);
    var count = Math.min(CrossValidation.DEFAULT.folds(), Folds.most(preparation, table, rows));
    var study = new CrossValidation(count, 1);
    var problems =
        Stream.concat(
            experiment.problems(table).stream(), study.problems(experiment, table, rows).stream());
    if (problems.findAny().isPresent()) {
      return Optional.empty();
    }
    var place = new int[table.rows()];
    for (var i = 0; i < training.rows(); i++) {
      place[training.sourceRows()[i]] = i;
    }
    var outputs = new DMatrixRMaj(training.rows(), plain.outputs());
    long epochs = experiment.training().stopping().epochs();
    var watched = FoldRun.watchesValidation(experiment.training());
    var divisions = study.divisions(experiment, table, rows, 0, watched);
    for (var fold = 0; fold < count; fold++) {
      var within = progress.within(fold * epochs, count * epochs);
      var run = FoldRun.of(experiment, table, divisions.get(fold), products, 1, within);
      if (!run.model().classNames().equals(plain.classNames())) {
        return Optional.empty();
      }
      var test = run.data().test();
      var answers = new ModelPredictor(run.model(), products).predict(test, Progress.NONE);
      for (var i = 0; i < test.rows(); i++) {
        put(answers, i, plain.preprocessor().target(), outputs, place[test.sourceRows()[i]]);
      }
    }
    return Optional.of(of(plain, training, outputs, count));
  }

  /** A number is scaled as in the model: each fold's target has a scale of its own. */
  private static void put(
      Answers from, int row, TargetEncoder target, DMatrixRMaj outputs, int to) {
    if (target instanceof NumberTarget numbers && !numbers.equals(from.target())) {
      outputs.data[to] = numbers.encode(from.number(row));
    } else {
      CommonOps_DDRM.extract(from.outputs(), row, row + 1, 0, outputs.numCols, outputs, to, 0);
    }
  }

  private static HeldOut of(Model plain, Dataset training, DMatrixRMaj outputs, int folds) {
    var function = plain.experiment().network().loss().outputFunction;
    var answers = new Answers(plain.preprocessor().target(), outputs, function);
    return new HeldOut(Decision.Rows.CROSS_VALIDATION, training.targets(), answers, folds);
  }

  private static Optional<HeldOut> ofFolds(
      Model model, Dataset training, Products products, Progress progress) {
    var checkpoint = model.checkpoint();
    var folds = checkpoint == null ? null : checkpoint.folds();
    if (folds == null) {
      return Optional.empty();
    }
    var foldOf = FoldNetworks.deal(training, folds.size(), model.experiment().training().seed());
    var outputs = new DMatrixRMaj(training.rows(), model.outputs());
    for (var fold = 0; fold < folds.size(); fold++) {
      var of = fold;
      var rows = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] == of).toArray();
      var left = model.withWeights(folds.get(fold).predicting());
      var answers = new ModelPredictor(left, products).predict(training.some(rows), progress);
      for (var i = 0; i < rows.length; i++) {
        put(answers, i, model.preprocessor().target(), outputs, rows[i]);
      }
    }
    return Optional.of(of(model, training, outputs, folds.size()));
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
