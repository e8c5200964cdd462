package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.nn.DropoutDraws;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.train.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What dropout does to each value in one step, by the engine's own draws: 0, or 1 / (1 − rate).
 * Several dropouts in a row are multiplied.
 *
 * @param rates the shares dropped before each dense layer, a dropout after the other; none without
 */
record DropoutMasks(List<double @Nullable [][]> masks, List<List<Double>> rates) {

  static DropoutMasks of(StepSetting setting, int rows, int inputs) {
    var draws = new DropoutDraws(setting.config().seed());
    var masks = new ArrayList<double @Nullable [][]>();
    var rates = new ArrayList<List<Double>>();
    var present = new ArrayList<Double>();
    var width = inputs;
    double[][] mask = null;
    var index = 0;
    for (var layer : setting.design().layers(setting.outputs())) {
      switch (layer) {
        case DropoutDesign(var rate) -> {
          var drawn = draw(setting, draws, index, rate, rows, width);
          mask = mask == null ? drawn : times(mask, drawn);
          present.add(rate);
        }
        case DenseDesign dense -> {
          masks.add(mask);
          rates.add(List.copyOf(present));
          present.clear();
          mask = null;
          width = dense.units();
        }
      }
      index++;
    }
    return new DropoutMasks(masks, rates);
  }

  private static double[][] draw(
      StepSetting setting, DropoutDraws draws, int layer, double rate, int rows, int width) {
    var mask = new double[rows][width];
    for (var r = 0; r < rows; r++) {
      draws.at(setting.epoch(), setting.batch(), setting.block() + r / TrainingSession.BLOCK_ROWS);
      for (var i = 0; i < width; i++) {
        var element = (long) (r % TrainingSession.BLOCK_ROWS) * width + i;
        mask[r][i] = draws.drops(layer, rate, element) ? 0 : 1 / (1 - rate);
      }
    }
    return mask;
  }

  /** Element by element. */
  static double[][] times(double[][] values, double[][] mask) {
    var product = new double[values.length][];
    for (var r = 0; r < product.length; r++) {
      product[r] = values[r].clone();
      for (var i = 0; i < product[r].length; i++) {
        product[r][i] *= mask[r][i];
      }
    }
    return product;
  }

  /** The factors on the inputs of a dense layer, (rows × inputs); null without dropout. */
  double @Nullable [][] before(int layer) {
    return masks.get(layer);
  }
}
