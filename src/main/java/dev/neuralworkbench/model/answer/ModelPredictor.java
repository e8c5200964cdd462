package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.DoublePredictor;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossCurve;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
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
  private final DoublePredictor predictor;
  private final FMatrixRMaj oneRow;

  public ModelPredictor(Model model, Products products) {
    this.model = model;
    loss = model.experiment().network().loss();
    predictor = new DoublePredictor(model.experiment().network(), model.weights(), products);
    oneRow = new FMatrixRMaj(1, model.inputs());
  }

  /** The answer for a raw row, such as a form's. */
  public Prediction predict(RawRow row) {
    model.preprocessor().encode(row, oneRow.data, 0);
    return predict(oneRow).prediction(0);
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
    var outputs = new DMatrixRMaj(rows.length, model.outputs());
    for (var from = 0; from < rows.length; from += CHUNK_ROWS) {
      progress.goOn(from, rows.length);
      var chunk = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + CHUNK_ROWS));
      var ofChunk = predictor.outputs(model.preprocessor().encode(table, chunk), _ -> {});
      System.arraycopy(
          ofChunk.data, 0, outputs.data, from * model.outputs(), ofChunk.getNumElements());
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
    return answers(predictor.outputs(data.inputs(), row -> progress.goOn(row, data.rows())));
  }

  /** The answers for encoded rows, (rows × inputs). Not modified. */
  public Answers predict(FMatrixRMaj inputs) {
    return answers(predictor.outputs(inputs, _ -> {}));
  }

  /** A pass of so many rows at once, nearly exact, for one thread; its outputs make answers. */
  public DoublePredictor.Pass pass(int rows) {
    return predictor.new Pass(rows, false);
  }

  /**
   * Answers of what the network computed.
   *
   * @param outputs (rows × outputs). Modified, and kept.
   */
  public Answers answers(DMatrixRMaj outputs) {
    return Answers.trained(model.preprocessor().target(), outputs, loss.outputFunction)
        .decided(model.decision());
  }

  /** The model's loss on prepared rows, dropout off, without penalties; NaN without rows. */
  public double loss(Dataset data) {
    var curve = new LossCurve(loss);
    var outputs = predictor.outputs(data.inputs(), _ -> {});
    var width = outputs.numCols;
    var sum = 0.0;
    for (var row = 0; row < data.rows(); row++) {
      var ofRow = Arrays.copyOfRange(outputs.data, row * width, (row + 1) * width);
      sum += weight(data, row) * curve.value(ofRow, data.targets().of(row, width));
    }
    return sum / data.rows();
  }

  private double weight(Dataset data, int row) {
    return data.targets() instanceof ClassTargets classes
            && model.preprocessor().target() instanceof ClassTarget target
        ? target.weight(classes.classes()[row])
        : 1;
  }
}
