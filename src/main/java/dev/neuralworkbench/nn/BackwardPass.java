package dev.neuralworkbench.nn;

import org.ejml.data.FMatrixRMaj;

/** Carries the gradient of the loss back through the layers, from outputs to inputs. */
final class BackwardPass {

  private final LayerStack layers;
  private final Team team;
  private final Team.Work inputGradientWork = this::inputGradientPiece;
  private final Team.Work backwardWork = this::backwardPiece;

  // What the team is at: from layer upper down to lower, in pieces of columns, then of rows.
  private int upper;
  private int lower;
  private int columns;
  private int pieceColumns;
  private int rows;
  private int pieceRows;

  BackwardPass(LayerStack layers, Team team) {
    this.layers = layers;
    this.team = team;
  }

  /**
   * Gives every layer with parameters its dL/dZ.
   *
   * @param lossGradient dL/dŶ, (rows × outputs). Modified.
   */
  void run(FMatrixRMaj lossGradient) {
    rows = lossGradient.numRows;
    upper = layers.size() - 1;
    layers.layer(upper).beginBackward(lossGradient);
    layers.layer(upper).backward(0, rows);
    // Nothing before the first layer with weights can be trained: there the way back ends.
    while (upper > layers.firstWithParameters) {
      var gradient = layers.layer(upper).beginInputGradient();
      lower = upper;
      do {
        lower--;
        layers.layer(lower).beginBackward(gradient);
      } while (!layers.hasParameters(lower));
      columns = gradient.numCols;
      pieceColumns = Pieces.columns(rows, layers.units(upper), columns);
      team.run(Math.ceilDiv(columns, pieceColumns), inputGradientWork);
      pieceRows = Pieces.rows(rows, columns);
      team.run(Math.ceilDiv(rows, pieceRows), backwardWork);
      upper = lower;
    }
  }

  private void inputGradientPiece(int index) {
    var from = index * pieceColumns;
    layers.layer(upper).inputGradient(from, Math.min(columns, from + pieceColumns));
  }

  private void backwardPiece(int index) {
    var from = index * pieceRows;
    var to = Math.min(rows, from + pieceRows);
    for (var i = upper - 1; i >= lower; i--) {
      layers.layer(i).backward(from, to);
    }
  }
}
