package dev.neuralworkbench.ui.network;

import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.LayerDesign;

/** Which row of the form a layer takes. */
enum LayerKind {
  DENSE,
  DROPOUT;

  static LayerKind of(LayerDesign layer) {
    return switch (layer) {
      case DenseDesign _ -> DENSE;
      case DropoutDesign _ -> DROPOUT;
    };
  }
}
