package dev.neuralworkbench.study;

import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.CrossValidationResult.FoldResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * k-fold cross-validation: the rows are dealt into k folds, and each fold judges a network trained
 * on the others. Every usable row is judged once a repetition; the test rows of the experiment's
 * own split are rows like all others.
 *
 * <p>Folds are drawn with the split's seed and stratified if the split is. Where the training
 * watches validation rows, by early stopping or a rate that follows a plateau, the split's share of
 * them is taken from each fold's training rows; otherwise all are learned from. All runs start from
 * the experiment's own seed, so the spread is that of the rows alone. A batch larger than a fold's
 * training rows is all of them.
 *
 * @param folds number of folds k, in {@link Folds#COUNT} and no more than {@link Folds#most};
 *     default 10
 * @param repeats how often the rows are dealt anew, in {@link #REPEATS}; default 1
 */
public record CrossValidation(int folds, int repeats) {

  public static final Range REPEATS = Range.whole(1, 1_000);

  public static final CrossValidation DEFAULT = new CrossValidation(10, 1);

  /**
   * Everything that keeps the study from starting, of the experiment and of the folds, whose
   * components are {@code study.folds} and {@code study.repeats}; empty if it can start.
   */
  public List<Problem> problems(Experiment experiment, Table table) {
    var problems = experiment.problems(table);
    return problems.isEmpty()
        ? problems(experiment, table, Folds.rows(experiment.preparation(), table))
        : problems;
  }

  /**
   * The same where some of the rows take part; of an experiment without problems of its own.
   *
   * @param rows of {@link Folds#rows}. Not modified.
   */
  public List<Problem> problems(Experiment experiment, Table table, int[] rows) {
    var problems = new ArrayList<>(Folds.COUNT.problems("study.folds", folds));
    problems.addAll(REPEATS.problems("study.repeats", repeats));
    if (!problems.isEmpty()) {
      return List.copyOf(problems);
    }
    var most = Folds.most(experiment.preparation(), table, rows);
    if (folds > most) {
      var split = experiment.preparation().split();
      var stay = split.by() != null && !split.namesParts();
      var key = stay ? "study.problem.moreFoldsThanGroups" : "study.problem.moreFoldsThanRows";
      return List.of(Problem.of(key, "study.folds", most, folds));
    }
    var watched = FoldRun.watchesValidation(experiment.training());
    return IntStream.range(0, repeats)
        .boxed()
        .flatMap(it -> divisions(experiment, table, rows, it, watched).stream())
        .map(rowsOf -> FoldRun.problems(experiment, table, rowsOf))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Trains and judges folds × repeats networks, on the caller's thread. The same arguments give the
   * same result, to the last bit.
   *
   * @param threads most threads that share a run's work, the caller's included; no bit depends on
   *     it
   * @param progress told before every batch how many epochs of all are done, those of a run that
   *     ended early with all of its epochs, and asked whether to go on
   * @throws CancellationException if cancelled, or the thread was interrupted
   * @throws IllegalArgumentException if there are {@link #problems}
   */
  public CrossValidationResult run(
      Experiment experiment, Table table, Products products, int threads, Progress progress) {
    var problems = problems(experiment, table);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("expected a study without problems, received " + problems);
    }
    long epochs = experiment.training().stopping().epochs();
    var all = epochs * folds * repeats;
    var rows = Folds.rows(experiment.preparation(), table);
    var watched = FoldRun.watchesValidation(experiment.training());
    var results = new ArrayList<FoldResult>();
    for (var repetition = 0; repetition < repeats; repetition++) {
      var divisions = divisions(experiment, table, rows, repetition, watched);
      for (var fold = 0; fold < folds; fold++) {
        var within = progress.within(results.size() * epochs, all);
        var run = FoldRun.of(experiment, table, divisions.get(fold), products, threads, within);
        results.add(result(repetition, fold, run, products));
      }
    }
    return new CrossValidationResult(Metric.of(experiment.preparation().problemType()), results);
  }

  /**
   * The folds of one repetition, each with the rows that are left to train on.
   *
   * @param rows those that take part. Not modified.
   * @param watched whether validation rows are taken from these
   */
  public List<RowSplit> divisions(
      Experiment experiment, Table table, int[] rows, int repetition, boolean watched) {
    return Folds.of(experiment.preparation(), table, rows, folds, repetition, watched);
  }

  private static FoldResult result(int repetition, int fold, FoldRun run, Products products) {
    var data = run.data();
    var history = run.model().history();
    return new FoldResult(
        repetition,
        fold,
        data.training().rows(),
        data.validation().rows(),
        Judgement.of(new ModelPredictor(run.model(), products), data.training(), data.test())
            .withLinear(data.training(), data.test()),
        history.epochs(),
        Objects.requireNonNull(history.stopReason(), "a run that ended"));
  }
}
