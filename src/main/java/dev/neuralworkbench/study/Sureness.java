package dev.neuralworkbench.study;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.metrics.Conformal;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
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
    /** Training rows, each predicted by the network of other folds: approximate. */
    FOLDS
  }

  /**
   * Scores the {@linkplain HeldOut rows that the model has not learned}; none where it has no such
   * rows. Test rows take no part.
   *
   * @param table its own rows
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Sureness of(Model model, Table table, Products products, Progress progress) {
    var rows = HeldOut.of(model, model.prepared(table), products, progress).orElse(null);
    if (rows == null) {
      return new Sureness(Basis.FOLDS, new double[0]);
    }
    var watched = FoldRun.watchesValidation(model.experiment().training());
    var basis = watched ? Basis.WATCHED : Basis.VALIDATION;
    return new Sureness(
        rows.rows() == Decision.Rows.VALIDATION ? basis : Basis.FOLDS,
        scores(rows.answers(), rows.targets()));
  }

  /** Scores of prepared rows whose target is known: |y − ŷ| in the user's units, or 1 − p. */
  public static double[] scores(Answers answers, Targets targets) {
    return IntStream.range(0, answers.rows())
        .mapToDouble(
            row ->
                switch (targets) {
                  case ClassTargets of -> 1 - answers.probability(row, of.classes()[row]);
                  case ValueTargets of -> error(answers, row, of.values().get(row, 0));
                })
        .toArray();
  }

  private static double error(Answers answers, int row, double scaled) {
    var target = (NumberTarget) answers.target();
    return Math.abs(target.decode(scaled) - answers.number(row));
  }

  public Conformal at(double level) {
    return Conformal.of(scores, level);
  }
}
