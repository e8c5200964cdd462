package dev.neuralworkbench.study.compare;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.FoldRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models compared on the same folds: the rows that all of them can use are dealt as the first
 * model's split says, and each model is trained again on every fold's other rows, with the first
 * one's seeds. Where one watches validation rows, they are taken from these other rows, so that all
 * have seen the same rows, if not for the same use.
 *
 * @param folds how many, and how often they are dealt anew
 */
public record ModelComparison(CrossValidation folds) {

  /**
   * What keeps the comparison from starting; empty if it can start.
   *
   * @param models at least two, all of which the first one is compared with
   */
  public List<Problem> problems(List<ComparedModel> models, Table table) {
    for (var model : models) {
      var unlike = model.unlike(models.getFirst());
      if (unlike.isPresent()) {
        return List.of(unlike.get());
      }
      var own = model.alike(models.getFirst()).experiment().problems(table);
      if (!own.isEmpty()) {
        return own.stream().map(it -> it.at(it.place().in(model.name()))).toList();
      }
    }
    var rows = rows(models, table);
    return models.stream()
        .map(model -> folds.problems(model.alike(models.getFirst()).experiment(), table, rows))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The rows that every model can use, in rising order. */
  private static int[] rows(List<ComparedModel> models, Table table) {
    return models.stream()
        .map(it -> Folds.rows(it.alike(models.getFirst()).experiment().preparation(), table))
        .reduce(ModelComparison::common)
        .orElseThrow();
  }

  private static int[] common(int[] some, int[] others) {
    return Arrays.stream(some).filter(row -> Arrays.binarySearch(others, row) >= 0).toArray();
  }

  /**
   * Trains and scores folds × repeats networks for each model, on the caller's thread. The same
   * arguments give the same result, to the last bit.
   *
   * @param threads most threads that share a run's work, the caller's included; no bit depends on
   *     it
   * @param progress told before every batch how many epochs of all are done
   * @throws java.util.concurrent.CancellationException if cancelled, or the thread was interrupted
   * @throws IllegalArgumentException if there are {@link #problems}
   */
  public ComparisonResult run(
      List<ComparedModel> models, Table table, Products products, int threads, Progress progress) {
    var problems = problems(models, table);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("expected no problems, received " + problems);
    }
    var first = models.getFirst();
    var common = models.stream().map(it -> it.alike(first)).toList();
    var rows = rows(models, table);
    var metric = Metric.of(first.experiment().preparation().problemType()).getFirst();
    var total = common.stream().mapToLong(it -> folds.folds() * epochs(it)).sum() * folds.repeats();
    var done = 0L;
    var tested = 0L;
    var learned = 0L;
    List<List<Double>> scores =
        Stream.<List<Double>>generate(ArrayList::new).limit(common.size()).toList();
    for (var repetition = 0; repetition < folds.repeats(); repetition++) {
      var draw = repetition;
      var divisions =
          common.stream()
              .map(
                  it -> folds.divisions(it.experiment(), table, rows, draw, it.watchesValidation()))
              .toList();
      // Fold by fold: how long all models take shows with the first of many.
      for (var fold = 0; fold < folds.folds(); fold++) {
        for (var i = 0; i < common.size(); i++) {
          var model = common.get(i);
          var of = divisions.get(i).get(fold);
          progress.goOn(done, total);
          var run = new Fold(table, of, products, threads, progress.within(done, total));
          scores.get(i).add(run.score(model, metric));
          done += epochs(model);
          tested += of.test().length;
          learned += of.training().length + of.validation().length;
        }
      }
    }
    progress.done(total, total);
    return new ComparisonResult(metric, common, scores, (double) tested / learned);
  }

  private static long epochs(ComparedModel model) {
    return model.isLinear() ? 1 : model.experiment().training().stopping().epochs();
  }

  private record Fold(
      Table table, RowSplit rows, Products products, int threads, Progress progress) {

    double score(ComparedModel model, Metric metric) {
      if (!model.isLinear()) {
        var run = FoldRun.of(model.experiment(), table, rows, products, threads, progress);
        return metric.of(Scores.of(new ModelPredictor(run.model(), products), run.data().test()));
      }
      var data = PreparedData.of(model.experiment().preparation(), table, rows);
      return Baseline.linear(data.training())
          .map(it -> metric.of(Scores.of(it, data.preprocessor().target(), data.test(), null)))
          .orElse(Double.NaN);
    }
  }
}
