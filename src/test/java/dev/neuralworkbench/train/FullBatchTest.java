package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import org.junit.jupiter.api.Test;

class FullBatchTest {

  /** Gradient descent on a line, in double and by the textbook's formulas. */
  @Test
  void batchOfAllRowsGoesInBlocksAndIsStillOneStep() {
    var data = Samples.line(700, 0.1, 4);
    var config = Chosen.withShuffle(TrainingConfig.of(new Sgd(0.3, 0, false), 0, 25), false);
    var session =
        TrainingSession.start(
            NetworkDesign.of(Loss.MEAN_SQUARED_ERROR),
            config,
            data,
            Samples.NO_VALUES,
            new PortableProducts());
    assertEquals(1, session.batchesPerEpoch());
    double w = session.weights().weight(0, 0, 0);
    var b = 0.0;
    var target = new float[1];
    for (var epoch = 0; epoch < 25; epoch++) {
      var slopeW = 0.0;
      var slopeB = 0.0;
      var loss = 0.0;
      for (var row = 0; row < 700; row++) {
        data.targets().write(row, target, 0, 1);
        double x = data.inputs().get(row, 0);
        var error = w * x + b - target[0];
        loss += error * error / 700;
        slopeW += 2 * error * x / 700;
        slopeB += 2 * error / 700;
      }
      session.trainEpoch();
      assertEquals(loss, session.history().trainingLoss(epoch), 1e-5 * loss);
      w -= 0.3 * slopeW;
      b -= 0.3 * slopeB;
      assertEquals(w, session.weights().weight(0, 0, 0), 1e-5);
      assertEquals(b, session.weights().layer(0).bias(0), 1e-5);
    }
  }
}
