package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class TestScores {

  private TestScores() {}

  /**
   * Accuracy or R² of each run's model on the rows that its split holds out for the test, by the
   * run's number; runs without a model, without such rows or without a score are left out.
   *
   * @param table the rows of all runs
   */
  public static Map<Integer, Double> of(
      List<LoggedRun> runs, Table table, Products products, Progress progress) {
    Map<List<Record>, PreparedData> prepared = new HashMap<>();
    Map<Integer, Double> scores = new HashMap<>();
    for (var run : runs) {
      progress.goOn(scores.size(), runs.size());
      var model = run.model();
      if (model == null) {
        continue;
      }
      var learned = List.of(model.preprocessor(), model.experiment().preparation());
      var data = prepared.computeIfAbsent(learned, _ -> model.prepared(table));
      var rows = data.rows(RowPart.TEST);
      if (rows.rows() > 0) {
        var judged = Judgement.of(new ModelPredictor(model, products), data.training(), rows);
        var score = Metric.of(judged.problem()).getFirst().of(judged.network());
        if (Double.isFinite(score)) {
          scores.put(run.number(), score);
        }
      }
    }
    return scores;
  }
}
