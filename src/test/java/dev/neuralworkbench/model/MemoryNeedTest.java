package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

  @Test
  void everyArrayIsCounted() {
    var design =
        NetworkDesign.of(
            Loss.CATEGORICAL_CROSS_ENTROPY,
            DenseDesign.of(5, Activation.RELU),
            new DropoutDesign(0.5));
    var config = TrainingConfig.of(Adam.DEFAULT, 8, 1);
    var shape = new DataShape(4, 3, 100, 12, 8);
    var need = MemoryNeed.of(design, config, shape, 3);
    assertEquals(4 * 120 * 5, need.data());
    // 5·5 + 6·3 = 43 parameters; 3 copies at work, 3 at the end, and Adam's two twice.
    assertEquals(4 * 43 * 10, need.network());
    // Batch 4 + 2·3, layer 2·5 + 4, dropout 2·5, output 2·3 + 5.
    assertEquals(4 * 8 * (10 + 14 + 10 + 11), need.buffers());
    // Five folds have the training rows and a network each; the mean is one more number remembered.
    var judged = MemoryNeed.of(design, config.withFolds(5).withAverage(3), shape, 3);
    assertEquals(4 * (120 + 500) * 5, judged.data());
    assertEquals(6 * 4 * 43 * 12, judged.network());
    assertEquals(6 * need.buffers(), judged.buffers());
  }

  @Test
  void sixtyThousandImagesFitIntoOneAndAHalfGigabytes() {
    var design =
        NetworkDesign.of(
            Loss.CATEGORICAL_CROSS_ENTROPY,
            DenseDesign.of(512, Activation.RELU),
            DenseDesign.of(256, Activation.RELU));
    var shape = new DataShape(784, 10, 48_000, 12_000, 0);
    var need = MemoryNeed.of(design, TrainingConfig.of(Adam.DEFAULT, 128, 15), shape, 10);
    assertTrue(need.bytes() > 188_000_000 && need.bytes() < 230_000_000, "bytes " + need.bytes());
  }
}
