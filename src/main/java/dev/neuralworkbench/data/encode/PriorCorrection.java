package dev.neuralworkbench.data.encode;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Takes back from predictions what class weights did to them. Who learns from rows that count ω(c)
 * answers for a world in which a class is ω(c) times as frequent as it is; the probabilities of the
 * world that the rows are from are p(c) = (p̂(c) / ω(c)) / Σⱼ p̂(j) / ω(j) (Elkan 2001, theorem 2;
 * Saerens, Latinne and Decaestecker 2002, equation 4). On logits that is z(c) − log ω(c), and on a
 * single one, of the second of two classes, z − log ω(1) / ω(0).
 */
public final class PriorCorrection {

  private final double[] weights;
  private final double[] logarithms;
  private final boolean areLogits;

  /**
   * The correction for some weights.
   *
   * @param weights how much a row of each class counted, above 0. Kept, not modified.
   * @param areLogits whether outputs are logits; otherwise they estimate the probabilities
   */
  PriorCorrection(double[] weights, boolean areLogits) {
    this.weights = weights;
    this.areLogits = areLogits;
    logarithms =
        IntStream.range(0, weights.length).mapToDouble(c -> StrictMath.log(weights[c])).toArray();
  }

  /**
   * Corrects every row.
   *
   * @param outputs (rows × classes), or (rows × 1) for two classes. Modified.
   */
  public void apply(DMatrixRMaj outputs) {
    for (var row = 0; row < outputs.numRows; row++) {
      apply(outputs.data, row * outputs.numCols, outputs.numCols);
    }
  }

  /**
   * Corrects one row; one with an output that is no finite number stays without an answer.
   *
   * @param outputs the row's from {@code start} on. Modified: logits stay logits, others become
   *     probabilities.
   * @param columns one for each class, or 1 for two classes
   */
  public void apply(double[] outputs, int start, int columns) {
    if (!areLogits) {
      correct(outputs, start, columns);
    } else if (columns == 1) {
      outputs[start] -= logarithms[1] - logarithms[0];
    } else {
      for (var c = 0; c < columns; c++) {
        outputs[start + c] -= logarithms[c];
      }
    }
  }

  private void correct(double[] outputs, int start, int columns) {
    for (var i = start; i < start + columns; i++) {
      if (!Double.isFinite(outputs[i])) {
        return;
      }
    }
    if (columns == 1) {
      var second = Math.clamp(outputs[start], 0, 1);
      var first = (1 - second) / weights[0];
      second /= weights[1];
      outputs[start] = second / (first + second);
      return;
    }
    var sum = 0.0;
    for (var c = 0; c < columns; c++) {
      sum += Math.clamp(outputs[start + c], 0, 1) / weights[c];
    }
    for (var c = 0; c < columns; c++) {
      var share = Math.clamp(outputs[start + c], 0, 1) / weights[c];
      outputs[start + c] = sum > 0 ? share / sum : 0;
    }
  }
}
