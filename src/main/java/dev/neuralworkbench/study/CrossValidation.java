package dev.neuralworkbench.study;

import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.CrossValidationResult.FoldResult;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.List;
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
    var problems = new ArrayList<>(experiment.problems(table));
    problems.addAll(Folds.COUNT.problems("study.folds", folds));
    problems.addAll(REPEATS.problems("study.repeats", repeats));
    if (!problems.isEmpty()) {
      return List.copyOf(problems);
    }
    var most = Folds.most(experiment.preparation(), table);
    if (folds > most) {
      var split = experiment.preparation().split();
      var stay = split.by() != null && !split.namesParts();
      var key = stay ? "study.problem.moreFoldsThanGroups" : "study.problem.moreFoldsThanRows";
      return List.of(Problem.of(key, "study.folds", most, folds));
    }
    return IntStream.range(0, repeats)
        .boxed()
        .flatMap(repetition -> divisions(experiment, table, repetition).stream())
        .map(rowsOf -> problems(experiment, table, rowsOf))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Problem> problems(Experiment experiment, Table table, RowSplit rows) {
    var learned = rows.training();
    var units = Folds.most(experiment.preparation(), table, learned);
    return fitting(experiment.training(), rows)
        .problems(learned.length, units, rows.validation().length);
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
    var results = new ArrayList<FoldResult>();
    for (var repetition = 0; repetition < repeats; repetition++) {
      var divisions = divisions(experiment, table, repetition);
      for (var fold = 0; fold < folds; fold++) {
        var rows = divisions.get(fold);
        var fitted = experiment.withTraining(fitting(experiment.training(), rows));
        var data = PreparedData.of(experiment.preparation(), table, rows);
        results.add(fold(fitted, data, products, threads, progress, results.size()));
      }
    }
    return new CrossValidationResult(Metric.of(experiment.preparation().problemType()), results);
  }

  private List<RowSplit> divisions(Experiment experiment, Table table, int repetition) {
    return Folds.of(
        experiment.preparation(),
        table,
        folds,
        repetition,
        watchesValidation(experiment.training()));
  }

  private static boolean watchesValidation(TrainingConfig training) {
    var rule = training.stopping().earlyStopping();
    return (rule != null && rule.monitor().needsValidation())
        || training.schedule() instanceof ReduceOnPlateau;
  }

  private static TrainingConfig fitting(TrainingConfig training, RowSplit rows) {
    return training.batchSize() > rows.training().length ? training.withBatchSize(0) : training;
  }

  /**
   * Trains to the end and judges the fold's rows.
   *
   * @param data the division of the fold, whose test rows are the fold
   * @param before runs done before this one
   */
  private FoldResult fold(
      Experiment experiment,
      PreparedData data,
      Products products,
      int threads,
      Progress progress,
      int before) {
    var training = experiment.training();
    var session =
        TrainingSession.start(
            experiment.network(), training, data.training(), data.validation(), products);
    session.threads(threads);
    long epochs = training.stopping().epochs();
    var all = epochs * folds * repeats;
    var control = new RunControl();
    control.stopWhen(
        () -> {
          progress.done(before * epochs + session.epoch(), all);
          return progress.cancelled();
        });
    var reason = session.run(control);
    if (reason == StopReason.STOPPED) {
      throw new CancellationException();
    }
    progress.done((before + 1) * epochs, all);
    var history = session.history();
    var model = new Model(experiment, data.preprocessor(), session.weights(), history, null);
    return new FoldResult(
        before / folds,
        before % folds,
        data.training().rows(),
        data.validation().rows(),
        Judgement.of(new ModelPredictor(model, products), data.training(), data.test())
            .withLinear(data.training(), data.test()),
        history.epochs(),
        reason);
  }
}
