package dev.neuralworkbench.nn;

import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Carries rows through the layers: each product in pieces of its columns, the rest by rows. */
final class ForwardPass {

  private final LayerStack layers;
  private final Team team;
  private final Team.Work multiplyWork = this::multiplyPiece;
  private final Team.Work activateWork = this::activatePiece;

  // What the team is at: the layers lower … upper, in pieces of columns, then of rows.
  private int lower;
  private int upper;
  private int columns;
  private int pieceColumns;
  private int rows;
  private int pieceRows;

  ForwardPass(LayerStack layers, Team team) {
    this.layers = layers;
    this.team = team;
  }

  /**
   * Outputs of the last layer.
   *
   * @param x (rows × inputs). Not modified.
   * @param draws of dropout in training; null for prediction
   * @return (rows × outputs). Owned by the last layer; valid until the next pass.
   */
  FMatrixRMaj run(FMatrixRMaj x, @Nullable DropoutDraws draws) {
    var values = x;
    for (lower = 0; lower < layers.size(); lower = upper + 1) {
      upper = lower;
      var inner = values.numCols;
      values = layers.layer(lower).begin(values, draws);
      if (layers.hasParameters(lower)) {
        columns = values.numCols;
        pieceColumns = Pieces.columns(values.numRows, inner, columns);
        team.run(Math.ceilDiv(columns, pieceColumns), multiplyWork);
      }
      // What works element by element follows at once, up to the next product.
      while (upper + 1 < layers.size() && !layers.hasParameters(upper + 1)) {
        upper++;
        values = layers.layer(upper).begin(values, draws);
      }
      rows = values.numRows;
      pieceRows = Pieces.rows(rows, values.numCols);
      team.run(Math.ceilDiv(rows, pieceRows), activateWork);
    }
    return values;
  }

  private void multiplyPiece(int index) {
    var from = index * pieceColumns;
    layers.layer(lower).multiply(from, Math.min(columns, from + pieceColumns));
  }

  private void activatePiece(int index) {
    var from = index * pieceRows;
    var to = Math.min(rows, from + pieceRows);
    for (var i = lower; i <= upper; i++) {
      layers.layer(i).activate(from, to);
    }
  }
}
