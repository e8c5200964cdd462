package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.explain.diagnosis.VitalsProbe;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** What hidden units answer to prepared rows, dropout off. */
final class HiddenValues {

  private static final Products PRODUCTS = new PortableProducts();

  private HiddenValues() {}

  /** Y = f(XW + b) of so many hidden layers: (rows × units) a layer. Inputs are not modified. */
  static List<FMatrixRMaj> of(
      FMatrixRMaj inputs, NetworkDesign design, NetworkWeights weights, int layers) {
    var found = new ArrayList<FMatrixRMaj>();
    var values = inputs;
    for (var layer : design.hidden()) {
      if (layer instanceof DenseDesign dense && found.size() < layers) {
        values = VitalsProbe.outputs(dense, weights.layer(found.size()), values, PRODUCTS);
        found.add(values);
      }
    }
    return found;
  }

  /** The values of one unit to all rows; the caller's own. */
  static float[] of(int unit, FMatrixRMaj values) {
    var one = new float[values.numRows];
    for (var row = 0; row < one.length; row++) {
      one[row] = values.get(row, unit);
    }
    return one;
  }

  /** The end of the scale of some numbers: the largest size; 1 where all are 0, or NaN. */
  static float end(float[] values) {
    var most = 0f;
    for (var value : values) {
      most = Math.abs(value) > most ? Math.abs(value) : most;
    }
    return most > 0 ? most : 1;
  }
}
