package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Cosine;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The mean of the last weights, against a run without it. */
class WeightAverageTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(5, Activation.TANH));
  private static final TrainingConfig PLAIN =
      TrainingConfig.of(Adam.DEFAULT.withLearningRate(0.05), 8, 12)
          .withSchedule(Cosine.DEFAULT)
          .withPenalty(new Penalty(0, 1e-3));
  private static final Dataset TRAINING = Samples.line(30, 0.3, 1);
  private static final Dataset VALIDATION = Samples.line(20, 0.3, 2);

  private static TrainingSession start(TrainingConfig config) {
    return TrainingSession.start(DESIGN, config, TRAINING, VALIDATION, new PortableProducts());
  }

  private static TrainingSession run(int average) {
    var run = start(PLAIN.withAverage(average));
    run.run(new RunControl());
    return run;
  }

  /** Of a run without a mean, the weights at the end of each epoch. */
  private static List<NetworkWeights> ends() {
    var plain = start(PLAIN);
    var ends = new ArrayList<NetworkWeights>();
    while (plain.epoch() < 12) {
      plain.trainEpoch();
      ends.add(plain.snapshot().weights());
    }
    return ends;
  }

  @Test
  void meanOfMoreEpochsThanThereWereIsThePlainMean() {
    var run = run(100);
    var ends = ends();
    for (var input = 0; input < 5; input++) {
      var sum = 0.0;
      for (var end : ends) {
        sum += end.weight(1, input, 0);
      }
      assertEquals(sum / 12, run.weights().weight(1, input, 0), 1e-6);
    }
  }

  @Test
  void meanOfFourLetsOlderEpochsCountLess() {
    var run = run(4);
    // By hand: the plain mean of four, then three quarters of it and a quarter of the next.
    var mean = 0.0;
    var ends = ends();
    for (var epoch = 1; epoch <= 12; epoch++) {
      var next = ends.get(epoch - 1).layer(0).bias(2);
      mean = epoch <= 4 ? mean + (next - mean) / epoch : 0.75 * mean + 0.25 * next;
    }
    assertEquals(mean, run.weights().layer(0).bias(2), 1e-6);
  }

  @Test
  void stepsAreThoseOfARunWithoutMean() {
    var run = start(PLAIN.withAverage(4));
    var ends = ends();
    for (var end : ends) {
      run.trainEpoch();
      assertEquals(end, run.checkpoint().weights());
    }
    assertNotEquals(ends.getLast(), run.weights());
  }

  /** What is drawn, evaluated and saved while a run is held is what its epoch was judged by. */
  @Test
  void heldRunPredictsWithTheMeanUnlessItIsWithinAnEpochOrWasChangedByHand() {
    var run = start(PLAIN.withAverage(4));
    assertEquals(run.checkpoint().weights(), run.weights());
    run.trainEpoch();
    run.trainEpoch();
    assertEquals(run.checkpoint().average(), run.weights());
    assertEquals(run.weights(), run.snapshot().weights());
    assertEquals(run.history().validationLoss(1), validationLoss(run.weights()), 1e-6);
    var shown = run.weights();
    run.state.changeWeight(0, 0, 2, 0.5F);
    assertEquals(shown.withWeight(0, 0, 2, 0.5F), run.weights(), "what showed, and the change");
    assertEquals(run.checkpoint().weights(), run.weights());
    assertEquals(0.5F, run.weights().weight(0, 0, 2));
    assertEquals(run.weights(), run.checkpoint().predicting());
    run.trainBatch();
    assertEquals(run.checkpoint().weights(), run.weights());
    assertEquals(run.weights(), run.checkpoint().predicting());
  }

  /** Older weights have no part in the mean after a change: it would fade. */
  @Test
  void meanBeginsAgainWithAChangeByHand() {
    var run = start(PLAIN.withAverage(4));
    run.trainEpoch();
    run.trainEpoch();
    var edit = run.weights().weight(0, 0, 2);
    run.state.changeWeight(0, 0, 2, edit + 1);
    assertEquals(
        edit,
        ((Intervention.WeightEdit) run.history().interventions().getFirst()).before(),
        "as it showed");
    run.trainEpoch();
    var first = run.checkpoint().weights();
    assertEquals(first, run.weights());
    run.trainEpoch();
    var second = run.checkpoint().weights();
    var mean = (first.weight(1, 3, 0) + second.weight(1, 3, 0)) / 2;
    assertEquals(mean, run.weights().weight(1, 3, 0), 1e-6);
  }

  @Test
  void runChangedByHandGoesOnFromACheckpointWithTheSameMean() {
    var config = PLAIN.withAverage(4);
    var straight = start(config);
    straight.trainEpoch();
    straight.state.changeWeight(0, 0, 2, 0.5F);
    straight.trainEpoch();
    var resumed =
        TrainingSession.resume(
            straight.checkpoint(),
            straight.history().copy(),
            DESIGN,
            config,
            TRAINING,
            VALIDATION,
            new PortableProducts());
    straight.trainEpoch();
    resumed.trainEpoch();
    assertEquals(straight.weights(), resumed.weights());
    assertNotEquals(straight.checkpoint().weights(), resumed.weights());
  }

  /** A run that is stopped within an epoch is what it was while it was held there. */
  @Test
  void stoppingChangesNoWeights() {
    var run = start(PLAIN.withAverage(4));
    run.trainEpoch();
    run.trainBatch();
    var held = run.weights();
    var control = new RunControl();
    control.stop();
    run.run(control);
    assertEquals(held, run.weights());
  }

  @Test
  void validationJudgesTheMean() {
    var run = run(4);
    assertEquals(validationLoss(run.weights()), run.history().validationLoss(11), 1e-6);
  }

  private static double validationLoss(NetworkWeights weights) {
    var outputs = new FMatrixRMaj(VALIDATION.rows(), 1);
    Predictor.of(1, 1, DESIGN, weights, new PortableProducts())
        .outputs(VALIDATION.inputs(), outputs);
    var targets = new float[1];
    var sum = 0.0;
    for (var row = 0; row < VALIDATION.rows(); row++) {
      VALIDATION.targets().write(row, targets, 0, 1);
      sum += Math.pow(outputs.get(row, 0) - targets[0], 2);
    }
    return sum / VALIDATION.rows();
  }
}
