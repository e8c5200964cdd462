package dev.neuralworkbench.ui.network;

import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;

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
