package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import java.util.ArrayList;
import java.util.List;

/** Hidden layers and units that come and go in the drawing. */
final class LayerEditing {

  private static final DenseDesign FIRST = DenseDesign.of(4, Activation.TANH);

  private LayerEditing() {}

  /** A network with some units more or less in a column; column 1 is the first dense layer. */
  static NetworkDesign withUnits(NetworkDesign design, int column, int more) {
    var index = index(design.hidden(), column);
    if (index >= 0 && design.hidden().get(index) instanceof DenseDesign dense) {
      var units = dense.units() + more;
      return DenseDesign.UNITS.contains(units)
          ? design.withHidden(index, dense.withUnits(units))
          : design;
    }
    return design;
  }

  static NetworkDesign withOneMore(NetworkDesign design) {
    if (!NetworkDesign.HIDDEN_LAYERS.contains(design.hidden().size() + 1.0)) {
      return design;
    }
    var layers = new ArrayList<>(design.hidden());
    var dense = design.hiddenDense();
    layers.add(dense.isEmpty() ? FIRST : dense.getLast());
    return design.withHidden(layers);
  }

  static NetworkDesign withOneLess(NetworkDesign design) {
    var layers = new ArrayList<>(design.hidden());
    while (!layers.isEmpty() && layers.getLast() instanceof DropoutDesign) {
      layers.removeLast();
    }
    if (!layers.isEmpty()) {
      layers.removeLast();
    }
    return design.withHidden(layers);
  }

  /** Whether there is something to draw: while a number is typed, there may not be. */
  static boolean isDrawable(NetworkDesign design) {
    return design.hidden().size() <= NetworkDesign.HIDDEN_LAYERS.most()
        && design.hiddenDense().stream()
            .allMatch(layer -> DenseDesign.UNITS.contains(layer.units()));
  }

  private static int index(List<LayerDesign> hidden, int column) {
    var dense = 0;
    for (var i = 0; i < hidden.size(); i++) {
      dense += hidden.get(i) instanceof DenseDesign ? 1 : 0;
      if (dense == column) {
        return i;
      }
    }
    return -1;
  }
}
