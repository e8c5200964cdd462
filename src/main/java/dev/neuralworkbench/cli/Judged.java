package dev.neuralworkbench.cli;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.TableScore;
import dev.neuralworkbench.study.Scores;
import org.jspecify.annotations.Nullable;

/**
 * A model's scores on some rows, beside those of answers without a network.
 *
 * @param target what was answered
 * @param network the model's scores
 * @param constant those of the most frequent class or the mean
 * @param linear those of a linear model; null where the training rows are not at hand, or so many
 *     inputs and classes would take too long
 */
record Judged(TargetEncoder target, Scores network, Scores constant, @Nullable Scores linear) {

  /**
   * Judges a model on rows of the very table that it was trained on.
   *
   * @param rows the rows, with their targets
   */
  static Judged onOwnTable(Model model, ModelPredictor predictor, Table table, Dataset rows) {
    var preparation = model.experiment().preparation();
    var training = model.preprocessor().dataset(table, RowSplit.of(preparation, table).training());
    var target = model.preprocessor().target();
    return of(
        model,
        predictor,
        rows,
        scores(Baseline.constant(training), target, rows),
        Baseline.linear(training).map(fitted -> scores(fitted, target, rows)).orElse(null));
  }

  /** Judges a model on rows of another table, whose own most frequent class has to do. */
  static Judged onOtherTable(Model model, ModelPredictor predictor, Dataset rows) {
    var constant = TableScore.constant(model.preprocessor().target(), rows.targets());
    return of(model, predictor, rows, Scores.of(constant, rows), null);
  }

  private static Judged of(
      Model model,
      ModelPredictor predictor,
      Dataset rows,
      Scores constant,
      @Nullable Scores linear) {
    return new Judged(
        model.preprocessor().target(),
        Scores.of(predictor.predict(rows), rows, predictor.loss(rows)),
        constant,
        linear);
  }

  private static Scores scores(Baseline baseline, TargetEncoder target, Dataset rows) {
    return Scores.of(new Answers(target, baseline.predict(rows.inputs())), rows);
  }
}
