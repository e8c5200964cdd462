package dev.neuralworkbench.nn;

/**
 * Works out the gradients of all parameters, each matrix in pieces of its rows, so that a piece is
 * still in a core's cache when it is used.
 */
final class GradientPass {

  private final LayerStack layers;
  private final Team team;
  private final int[] pieceInputs; // by layer: inputs of a piece
  private final int[] firstPiece; // by layer
  private final Team.Work gradientWork = this::gradientPiece;
  private final Team.Work partWork = this::usePiece;

  // What the team is at.
  private int rows;
  private int pieces;
  private boolean add;
  private GradientUse use = GradientUse.NONE;

  GradientPass(LayerStack layers, Team team) {
    this.layers = layers;
    this.team = team;
    pieceInputs = new int[layers.size()];
    firstPiece = new int[layers.size()];
  }

  /**
   * Gradients for the rows of the last passes.
   *
   * @param rows number of those rows
   * @param add whether they are added to those of the batch's earlier blocks
   * @param use what is done with each part at once
   */
  void run(int rows, boolean add, GradientUse use) {
    this.rows = rows;
    this.add = add;
    this.use = use;
    pieces = 0;
    for (var i = 0; i < layers.size(); i++) {
      if (layers.hasParameters(i)) {
        pieceInputs[i] = Pieces.inputs(rows, layers.inputs(i), layers.units(i));
        firstPiece[i] = pieces;
        pieces += Math.ceilDiv(layers.inputs(i), pieceInputs[i]);
      }
    }
    share(gradientWork);
  }

  /** Does something with every part of the gradients, in the pieces they were worked out in. */
  void forEachPart(GradientUse use) {
    this.use = use;
    share(partWork);
  }

  private void share(Team.Work work) {
    if (Pieces.isShared(rows * layers.weightCount)) {
      team.run(pieces, work);
    } else {
      for (var index = 0; index < pieces; index++) {
        work.piece(index);
      }
    }
  }

  private void gradientPiece(int index) {
    var layer = layerOfPiece(index);
    var from = (index - firstPiece[layer]) * pieceInputs[layer];
    layers
        .layer(layer)
        .gradient(from, Math.min(layers.inputs(layer), from + pieceInputs[layer]), add);
    usePiece(index);
  }

  private void usePiece(int index) {
    var layer = layerOfPiece(index);
    var units = layers.units(layer);
    var from = (index - firstPiece[layer]) * pieceInputs[layer];
    var to = Math.min(layers.inputs(layer), from + pieceInputs[layer]);
    use.complete(layers.parameterIndex(layer), from * units, to * units);
    if (from == 0) {
      use.complete(layers.parameterIndex(layer) + 1, 0, units);
    }
  }

  private int layerOfPiece(int index) {
    var layer = layers.size() - 1;
    while (!layers.hasParameters(layer) || firstPiece[layer] > index) {
      layer--;
    }
    return layer;
  }
}
