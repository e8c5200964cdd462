package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import java.util.Arrays;
import java.util.List;

/**
 * A 2-2-1 network of ReLUs with a straight output under squared error, worked out by hand.
 *
 * <pre>
 * inputs   x = (1, 2), target y = 3, η = 0.1
 * layer 1  w = (1 −1; 1 −2), one row an input; b = (0, 0)
 *          z₁ = 1·1 + 1·2 = 3, a₁ = 3          z₂ = −1·1 − 2·2 = −5, a₂ = 0
 * layer 2  w = (0.5, 4), b = 0                 ŷ = 0.5·3 + 4·0 = 1.5
 * back     δ = 2·(1.5 − 3) = −3                ∂L/∂w₁ = 3·(−3) = −9   ∂L/∂w₂ = 0·(−3) = 0   ∂L/∂b = −3
 *          δ₁ = 0.5·(−3)·1 = −1.5              δ₂ = 4·(−3)·0 = 0, for z₂ ≤ 0
 *          ∂L/∂w₁₁ = 1·(−1.5) = −1.5           ∂L/∂w₂₁ = 2·(−1.5) = −3         ∂L/∂b₁ = −1.5
 * </pre>
 *
 * So w₁ of layer 2 changes most, by 0.9; next is its bias, or w₂₁, by 0.3. The largest weight, w₂ =
 * 4, stays as it is.
 */
public final class ReluStep {

  private ReluStep() {}

  private static NetworkWeights weights(float... all) {
    return new NetworkWeights(
        List.of(
            new LayerWeights(2, 2, Arrays.copyOf(all, 4), Arrays.copyOfRange(all, 4, 6)),
            new LayerWeights(2, 1, Arrays.copyOfRange(all, 6, 8), Arrays.copyOfRange(all, 8, 9))));
  }

  /** The step, taken apart. */
  public static BackpropTrace trace(OptimizerConfig optimizer, double rate, double target) {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(2, Activation.RELU));
    var weights = weights(1, -1, 1, -2, 0, 0, 0.5f, 4, 0);
    var config = TrainingConfig.of(optimizer, 1, 1);
    var fresh = weights(new float[9]);
    var state =
        new OptimizerState(0, optimizer instanceof Adam ? List.of(fresh, fresh) : List.of());
    var setting = new StepSetting(design, config, weights, state, rate, 0, 0, 0);
    return BackpropTrace.of(
        setting, new StepRows(new double[][] {{1, 2}}, new double[][] {{target}}, null));
  }
}
