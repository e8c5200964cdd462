package dev.neuralworkbench.study;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.metrics.Conformal;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How sure a model's predictions are: what it rests on, and how far the truth may be from them.
 *
 * @param scores of the rows that it rests on, see {@link Conformal}
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record Sureness(Basis basis, double[] scores) {

  /** Rows whose scores count. */
  public enum Basis {
    /** Validation rows that decided nothing: the level holds. */
    VALIDATION,
    /** Validation rows that decided when to stop, or the rate: approximate. */
    WATCHED,
    /**
     * Training rows, each predicted by a network that was trained on other folds: approximate, as
     * these are other networks.
     */
    FOLDS
  }

  private static final int FOLDS = 10;

  /**
   * Scores the validation rows of a model's own table; where it has none, its training rows, by
   * networks that are trained again on folds of them. Test rows take no part.
   *
   * @param table its own rows
   * @param progress told of the folds' epochs
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Sureness of(Model model, Table table, Products products, Progress progress) {
    var validation = model.prepared(table).validation();
    if (validation.rows() == 0) {
      return new Sureness(Basis.FOLDS, ofFolds(model, table, products, progress));
    }
    var watched = FoldRun.watchesValidation(model.experiment().training());
    return new Sureness(
        watched ? Basis.WATCHED : Basis.VALIDATION,
        scores(new ModelPredictor(model, products), validation));
  }

  /** None where the rows are too few to train on folds of them. */
  private static double[] ofFolds(Model model, Table table, Products products, Progress progress) {
    var experiment = model.experiment();
    var preparation = experiment.preparation();
    var rows = RowSplit.of(preparation, table).training();
    var count = Math.min(FOLDS, Folds.most(preparation, table, rows));
    if (count < 2) {
      return new double[0];
    }
    var watched = FoldRun.watchesValidation(experiment.training());
    var divisions = Folds.of(preparation, table, rows, count, 0, watched);
    if (divisions.stream().anyMatch(it -> !FoldRun.problems(experiment, table, it).isEmpty())) {
      return new double[0];
    }
    long epochs = experiment.training().stopping().epochs();
    var scores = DoubleStream.empty();
    for (var i = 0; i < count; i++) {
      var within = progress.within(i * epochs, count * epochs);
      var run = FoldRun.of(experiment, table, divisions.get(i), products, 1, within);
      var predictor = new ModelPredictor(run.model(), products);
      scores = DoubleStream.concat(scores, Arrays.stream(scores(predictor, run.data().test())));
    }
    return scores.toArray();
  }

  /** Scores of prepared rows whose target is known: |y − ŷ| in the user's units, or 1 − p. */
  public static double[] scores(ModelPredictor predictor, Dataset rows) {
    var answers = predictor.predict(rows);
    return switch (rows.targets()) {
      case ClassTargets of ->
          IntStream.range(0, answers.rows())
              .mapToDouble(row -> 1 - answers.probability(row, of.classes()[row]))
              .toArray();
      case ValueTargets of ->
          IntStream.range(0, answers.rows())
              .mapToDouble(row -> error(answers, row, of.values().get(row, 0)))
              .toArray();
    };
  }

  private static double error(Answers answers, int row, double scaled) {
    var target = (NumberTarget) answers.target();
    return Math.abs(target.decode(scaled) - answers.number(row));
  }

  public Conformal at(double level) {
    return Conformal.of(scores, level);
  }
}
