package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossFunction;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Answers of a model for raw rows and for prepared ones. One row alone and the same row in a file
 * get the same bits, since both go through blocks of one size. One owner thread.
 */
public final class ModelPredictor {

  /** Rows that are prepared at once; a multiple of the block, so that blocks stay full. */
  private static final int CHUNK_ROWS = 64 * Predictor.BLOCK_ROWS;

  private final Model model;
  private final Loss loss;
  private final Predictor predictor;
  private final FMatrixRMaj oneRow;
  private final FMatrixRMaj oneAnswer;

  public ModelPredictor(Model model, Products products) {
    this.model = model;
    loss = model.experiment().network().loss();
    predictor =
        Predictor.of(
            model.inputs(),
            model.outputs(),
            model.experiment().network(),
            model.weights(),
            products);
    oneRow = new FMatrixRMaj(1, model.inputs());
    oneAnswer = new FMatrixRMaj(1, model.outputs());
  }

  /** The answer for a raw row, such as a form's. */
  public Prediction predict(RawRow row) {
    model.preprocessor().encode(row, oneRow.data, 0);
    predictor.outputs(oneRow, oneAnswer);
    return answers(oneAnswer).prediction(0);
  }

  /**
   * The answers for some rows of a table, whose columns are matched by name.
   *
   * @param table without {@link dev.neuralworkbench.data.encode.RowsToPredict#problems}
   * @param rows Not modified.
   * @param progress told of the rows
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public Answers predict(Table table, int[] rows, Progress progress) {
    var outputs = new FMatrixRMaj(rows.length, model.outputs());
    for (var from = 0; from < rows.length; from += CHUNK_ROWS) {
      progress.goOn(from, rows.length);
      var count = Math.min(CHUNK_ROWS, rows.length - from);
      var chunk = Arrays.copyOfRange(rows, from, from + count);
      var ofChunk = new FMatrixRMaj(count, model.outputs());
      predictor.outputs(model.preprocessor().encode(table, chunk), ofChunk);
      System.arraycopy(
          ofChunk.data, 0, outputs.data, from * model.outputs(), count * model.outputs());
    }
    return answers(outputs);
  }

  public Answers predict(Dataset data) {
    return predict(data, Progress.NONE);
  }

  /**
   * The answers for prepared rows.
   *
   * @param progress told of the rows
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public Answers predict(Dataset data, Progress progress) {
    var inputs = data.inputs();
    var outputs = new FMatrixRMaj(inputs.numRows, model.outputs());
    predictor.outputs(inputs, outputs, row -> progress.goOn(row, inputs.numRows));
    return answers(outputs);
  }

  private Answers answers(FMatrixRMaj outputs) {
    return Answers.trained(model.preprocessor().target(), outputs, loss.outputFunction);
  }

  /** The model's loss on prepared rows, dropout off, without penalties; NaN without rows. */
  public double loss(Dataset data) {
    return meanLoss(predictor, loss.function().weighted(data.targets().classWeights()), data);
  }

  /** The mean loss of a network's answers to prepared rows; NaN without rows. */
  public static double meanLoss(Predictor predictor, LossFunction loss, Dataset data) {
    var width = predictor.outputs();
    var targets = new FMatrixRMaj(Predictor.BLOCK_ROWS, width);
    var sum = 0.0;
    for (var from = 0; from < data.rows(); from += Predictor.BLOCK_ROWS) {
      var outputs = predictor.outputs(data.inputs(), from);
      var rows = Math.min(Predictor.BLOCK_ROWS, data.rows() - from);
      for (var row = 0; row < rows; row++) {
        data.targets().write(from + row, targets.data, row * width, width);
      }
      sum += loss.sum(outputs.data, targets.data, rows, width);
    }
    return sum / data.rows();
  }
}
