package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.model.Model;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a unit of the first layer makes of an image: {@code w · x}, the sum of its weights times the
 * scaled pixels, without the bias.
 *
 * @param unit from 1 on
 * @param weights one for each pixel. Not modified.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record UnitSum(int unit, double product, float[] weights) {

  static final int MOST = 12;

  /** Those with the largest products, largest first. */
  static List<UnitSum> of(Model model, RawRow row) {
    var inputs = new float[model.inputs()];
    model.preprocessor().encode(row, inputs, 0);
    var layer = model.weights().layer(0);
    return IntStream.range(0, layer.units())
        .mapToObj(
            unit -> {
              var weights = new float[inputs.length];
              var product = 0.0;
              for (var i = 0; i < inputs.length; i++) {
                weights[i] = layer.weight(i, unit);
                product += (double) weights[i] * inputs[i];
              }
              return new UnitSum(unit + 1, product, weights);
            })
        .sorted(Comparator.comparingDouble(it -> -it.product))
        .limit(MOST)
        .toList();
  }

  /** The weights as shares of the largest, in [−1, 1]. */
  float[] shares() {
    var most = Float.MIN_NORMAL;
    for (var weight : weights) {
      most = Math.max(most, Math.abs(weight));
    }
    var shares = weights.clone();
    for (var i = 0; i < shares.length; i++) {
      shares[i] /= most;
    }
    return shares;
  }
}
