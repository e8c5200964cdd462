package dev.neuralworkbench.exchange.page;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The training rows in a page, which predictions are compared with when they are explained, and
 * what the program predicts for some of them: by these the page tests itself.
 *
 * @param rows their numbers in the table, from 1 on
 * @param columns of each input its cells, cleaned: numbers, NaN where they are missing, or texts,
 *     empty where they are missing
 * @param checks spread over the rows
 */
record HeldRows(List<Integer> rows, List<Object> columns, List<Check> checks) {

  static final int MOST_CHECKS = 20;

  /**
   * What the program predicts.
   *
   * @param row index among the rows held
   * @param values the probability of each class, or the number; empty where there is no prediction
   * @param predicted index of the class; 0 of a number
   */
  @SuppressWarnings("ArrayRecordComponent") // only written
  record Check(int row, double[] values, int predicted) {}

  static HeldRows of(Model model, Background background, Products products) {
    var inputs = model.preprocessor().inputs();
    var columns =
        IntStream.range(0, inputs.size())
            .mapToObj(
                i -> cells(background.values().column(i), inputs.get(i) instanceof NumberInput))
            .toList();
    var predictor = new ModelPredictor(model, products);
    var checks =
        Dataset.spread(background.rows().size(), MOST_CHECKS)
            .mapToObj(row -> check(model, predictor, background, row))
            .toList();
    return new HeldRows(background.rows(), columns, checks);
  }

  private static Object cells(Column column, boolean areNumbers) {
    var rows = IntStream.range(0, column.rows());
    return areNumbers
        ? rows.mapToDouble(column::value).toArray()
        : rows.mapToObj(row -> column.isMissing(row) ? "" : column.text(row)).toList();
  }

  /** The rows are cleaned already, so they are encoded as they are. */
  private static Check check(
      Model model, ModelPredictor predictor, Background background, int row) {
    var raw = RawRow.of(model.preprocessor(), background.values(), row);
    var encoded = new FMatrixRMaj(1, model.inputs());
    model.preprocessor().encodeCleaned(raw, encoded.data, 0);
    var answers = predictor.predict(encoded);
    if (!answers.isAnswered(0)) {
      return new Check(row, new double[0], 0);
    }
    return answers.classes().isEmpty()
        ? new Check(row, new double[] {answers.number(0)}, 0)
        : new Check(row, answers.probabilities(0), answers.predictedClass(0));
  }
}
