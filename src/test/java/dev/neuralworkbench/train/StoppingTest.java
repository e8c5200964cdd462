package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoppingTest {

  private static final NetworkDesign LINEAR = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR);
  private static final NetworkDesign WIDE =
      NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(40, Activation.TANH));
  private static final TrainingConfig CONFIG = TrainingConfig.of(new Sgd(0.05, 0, false), 8, 200);

  @Test
  void lossThresholdStopsAtTheFirstEpochBelow() {
    var session = start(LINEAR, threshold(1e-3), Samples.line(40, 0, 1), Samples.NO_VALUES);
    assertEquals(StopReason.THRESHOLD_REACHED, session.run(new RunControl()));
    var history = session.history();
    var last = history.epochs() - 1;
    assertTrue(last > 2 && last < 199, "stopped after epoch " + last);
    assertTrue(history.trainingLoss(last) < 1e-3);
    for (var epoch = 0; epoch < last; epoch++) {
      assertTrue(history.trainingLoss(epoch) >= 1e-3, "epoch " + epoch);
    }
  }

  @Test
  void earlyStoppingStopsAfterSoManyEpochsInVainAndKeepsTheBest() {
    // Few noisy rows and many units: the validation loss rises again.
    var training = Samples.line(12, 0.8, 2);
    var validation = Samples.line(60, 0.8, 3);
    var rule = new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 15, true);
    var config = early(rule).withOptimizer(new Adam(0.05, 0.9, 0.999, 1e-8)).withEpochs(2000);
    var session = start(WIDE, config, training, validation);
    assertEquals(StopReason.NO_IMPROVEMENT, session.run(new RunControl()));

    var history = session.history();
    var best = 0;
    for (var epoch = 0; epoch < history.epochs(); epoch++) {
      best = history.validationLoss(epoch) < history.validationLoss(best) ? epoch : best;
    }
    assertEquals(best + 15, history.epochs() - 1);

    // The weights kept are those of a run that ends with the best epoch.
    var shorter = start(WIDE, config.withEpochs(best + 1), training, validation);
    assertEquals(StopReason.COMPLETED, shorter.run(new RunControl()));
    assertEquals(shorter.weights(), session.weights());
    assertNotEquals(session.weights(), session.checkpoint().weights());
  }

  @Test
  void withoutRestoringTheLastWeightsAreKept() {
    var rule = new EarlyStopping(Monitor.TRAINING_LOSS, 1000, 3, false);
    var session = start(LINEAR, early(rule), Samples.line(40, 0, 1), Samples.NO_VALUES);
    assertEquals(StopReason.NO_IMPROVEMENT, session.run(new RunControl()));
    // The first epoch is the best, and three more are no better by 1000.
    assertEquals(4, session.history().epochs());
    assertEquals(session.checkpoint().weights(), session.weights());
  }

  @Test
  void scoreIsBetterWhenItIsHigher() {
    var rule = new EarlyStopping(Monitor.TRAINING_SCORE, 0, 2, true);
    var session =
        start(LINEAR, early(rule).withEpochs(10), Samples.line(40, 0, 1), Samples.NO_VALUES);
    assertEquals(StopReason.COMPLETED, session.run(new RunControl()));
    assertTrue(session.history().trainingScore(9) > session.history().trainingScore(0));
  }

  @Test
  void timeLimitStopsAtABatchAndIsRecorded() {
    var stopping = Chosen.withTimeLimit(Stopping.after(1_000_000), Duration.ofMillis(50));
    var session =
        start(LINEAR, CONFIG.withStopping(stopping), Samples.line(40, 0, 1), Samples.NO_VALUES);
    assertEquals(StopReason.TIME, session.run(new RunControl()));
    var nanos = session.checkpoint().elapsedNanos();
    assertTrue(nanos >= 50_000_000, "stopped after " + nanos);
    assertEquals(
        new Intervention.Stop(session.epoch(), session.batch(), StopReason.TIME),
        session.history().interventions().getLast());
  }

  @Test
  void divergedRunKeepsTheWeightsOfTheLastEpochWithAFiniteLoss() {
    var config = CONFIG.withLearningRate(50);
    var data = Samples.line(40, 0, 1);
    var session = start(LINEAR, config, data, Samples.NO_VALUES);
    assertEquals(StopReason.DIVERGED, session.run(new RunControl()));
    var epochs = session.history().epochs();
    assertTrue(session.weights().isFinite());
    assertTrue(epochs > 0 && epochs < 200, "diverged after " + epochs);
    assertTrue(Double.isFinite(session.history().trainingLoss(epochs - 1)));

    var shorter = start(LINEAR, config.withEpochs(epochs), data, Samples.NO_VALUES);
    shorter.run(new RunControl());
    assertEquals(shorter.weights(), session.weights());
  }

  @Test
  void runThatDivergesAtOnceKeepsItsStart() {
    // The first step already leads beyond the largest float.
    var start = new Sgd(100, 0, false);
    var huge = startWeights(1e37f);
    var session =
        TrainingSession.startFrom(
            huge,
            List.of(),
            LINEAR,
            CONFIG.withOptimizer(start),
            Samples.line(40, 0, 1),
            Samples.NO_VALUES,
            new PortableProducts());
    assertEquals(StopReason.DIVERGED, session.run(new RunControl()));
    assertEquals(0, session.history().epochs());
    assertEquals(huge, session.weights());
  }

  @Test
  void endedRunStaysEnded() {
    var session = start(LINEAR, CONFIG.withEpochs(2), Samples.line(40, 0, 1), Samples.NO_VALUES);
    session.run(new RunControl());
    var weights = session.weights();
    assertEquals(StopReason.COMPLETED, session.run(new RunControl()));
    assertEquals(weights, session.weights());
    assertThrows(IllegalStateException.class, session::trainBatch);
  }

  @Test
  void moreEpochsLetAFinishedRunGoOnWithTheBitsOfALongOne() {
    var data = Samples.line(40, 0.1, 1);
    var config = CONFIG.withOptimizer(Adam.DEFAULT);
    var whole = start(WIDE, config.withEpochs(9), data, Samples.NO_VALUES);
    whole.run(new RunControl());

    var first = start(WIDE, config.withEpochs(4), data, Samples.NO_VALUES);
    first.run(new RunControl());
    var longer = config.withEpochs(9);
    assertTrue(longer.continues(config.withEpochs(4)));
    var second =
        TrainingSession.resume(
            first.checkpoint(),
            first.history(),
            WIDE,
            longer,
            data,
            Samples.NO_VALUES,
            new PortableProducts());
    assertNull(second.history().stopReason());
    assertEquals(StopReason.COMPLETED, second.run(new RunControl()));
    assertEquals(whole.weights(), second.weights());
    assertEquals(9, second.history().epochs());
    assertEquals(StopReason.COMPLETED, first.history().stopReason());
    assertEquals(4, first.history().epochs());
  }

  @Test
  void runThatHadLostPatienceGoesOnWithNewPatience() {
    var rule = new EarlyStopping(Monitor.TRAINING_LOSS, 1000, 3, true);
    var data = Samples.line(40, 0, 1);
    var first = start(LINEAR, early(rule), data, Samples.NO_VALUES);
    first.run(new RunControl());
    var second =
        TrainingSession.resume(
            first.checkpoint(),
            first.history(),
            LINEAR,
            early(rule),
            data,
            Samples.NO_VALUES,
            new PortableProducts());
    assertEquals(StopReason.NO_IMPROVEMENT, second.run(new RunControl()));
    assertEquals(4 + 3, second.history().epochs());
  }

  @Test
  void finishedRunResumedWithoutMoreEpochsIsFinished() {
    var data = Samples.line(40, 0, 1);
    var first = start(LINEAR, CONFIG.withEpochs(2), data, Samples.NO_VALUES);
    first.run(new RunControl());
    var second =
        TrainingSession.resume(
            first.checkpoint(),
            first.history(),
            LINEAR,
            CONFIG.withEpochs(2),
            data,
            Samples.NO_VALUES,
            new PortableProducts());
    assertEquals(StopReason.COMPLETED, second.run(new RunControl()));
    assertEquals(StopReason.COMPLETED, second.history().stopReason());
    assertEquals(first.weights(), second.weights());
  }

  private static NetworkWeights startWeights(float weight) {
    var session = start(LINEAR, CONFIG, Samples.line(40, 0, 1), Samples.NO_VALUES);
    return session.weights().withWeight(0, 0, 0, weight);
  }

  private static TrainingConfig threshold(double loss) {
    return CONFIG.withStopping(Chosen.withLossThreshold(CONFIG.stopping(), loss));
  }

  private static TrainingConfig early(EarlyStopping rule) {
    return CONFIG.withStopping(CONFIG.stopping().withEarlyStopping(rule));
  }

  private static TrainingSession start(
      NetworkDesign design, TrainingConfig config, Dataset training, Dataset validation) {
    return TrainingSession.start(design, config, training, validation, new PortableProducts());
  }
}
