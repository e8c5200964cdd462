package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adagrad;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.RmsProp;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run with dropout, early stopping and a schedule that follows the loss, cut at every batch. */
class CheckpointTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(
          Loss.BINARY_CROSS_ENTROPY,
          DenseDesign.of(6, Activation.ELU),
          new DropoutDesign(0.3),
          DenseDesign.of(4, Activation.SOFTPLUS));
  private static final Dataset TRAINING = Samples.ring(50, 1);
  private static final Dataset VALIDATION = Samples.ring(30, 2);

  static Stream<OptimizerConfig> optimizers() {
    return Stream.concat(
        Stream.of(
            new Sgd(0.5, 0.9, true),
            new Adagrad(0.3, 1e-10),
            new RmsProp(0.05, 0.9, 1e-8),
            new Adam(0.1, 0.9, 0.99, 1e-8),
            new AdamW(0.1, 0.9, 0.99, 1e-8, 0.1)),
        OptimizerConfig.kinds().stream());
  }

  private static TrainingConfig config(OptimizerConfig optimizer) {
    return Chosen.withMaxNorm(
            Chosen.withClipNorm(
                TrainingConfig.of(optimizer, 16, 40)
                    .withSchedule(new ReduceOnPlateau(0.5, 1, 0.01, 0.01))
                    .withPenalty(new Penalty(1e-4, 1e-3)),
                1),
            1)
        .withStopping(
            Stopping.after(40)
                .withEarlyStopping(new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 6, true)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void runCutAtAnyBatchGivesTheBitsOfOneNeverInterrupted(OptimizerConfig optimizer) {
    var whole = assertCutsGiveTheSameBits(config(optimizer), VALIDATION, 1);
    assertTrue(whole.checkpoint().plateauFactor() < 1, "the plateau was never reached");
  }

  @Test
  void runThatFoldsJudgeAndAverageGivesTheSameBitsToo() {
    var config = config(Adam.DEFAULT.withLearningRate(0.05)).withAverage(3).withFolds(4);
    // Every seventh batch, of epochs of four: at all places of an epoch.
    assertCutsGiveTheSameBits(config, TRAINING.some(), 7);
  }

  /**
   * Trains a whole run, and goes on from some of its places.
   *
   * @param every how many batches lie between two places
   * @return the whole run
   */
  private static TrainingSession assertCutsGiveTheSameBits(
      TrainingConfig config, Dataset validation, int every) {
    var whole = TrainingSession.start(DESIGN, config, TRAINING, validation, new PortableProducts());
    var checkpoints = new ArrayList<Checkpoint>();
    while (whole.history().stopReason() == null) {
      checkpoints.add(whole.checkpoint());
      whole.trainBatch();
    }
    assertTrue(checkpoints.size() > 20, "a run of " + checkpoints.size() + " batches");
    for (var i = 0; i < checkpoints.size(); i += every) {
      var checkpoint = checkpoints.get(i);
      var where = "cut at epoch " + checkpoint.epoch() + ", batch " + checkpoint.batch();
      var resumed =
          TrainingSession.resume(
              checkpoint,
              whole.history(),
              DESIGN,
              config,
              TRAINING,
              validation,
              new PortableProducts());
      assertEquals(checkpoint, withElapsed(resumed.checkpoint(), checkpoint), where);
      assertEquals(whole.history().stopReason(), resumed.run(new RunControl()), where);
      assertEquals(whole.weights(), resumed.weights(), where);
      assertEquals(
          whole.checkpoint(), withElapsed(resumed.checkpoint(), whole.checkpoint()), where);
      assertEquals(numbers(whole.history()), numbers(resumed.history()), where);
    }
    return whole;
  }

  @Test
  void divergenceAfterResumingInsideAnEpochKeepsTheSameWeights() {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR);
    var config = TrainingConfig.of(new Sgd(50, 0, false), 4, 100);
    var data = Samples.line(40, 0, 1);
    var whole =
        TrainingSession.start(design, config, data, Samples.NO_VALUES, new PortableProducts());
    var inside = new ArrayList<Checkpoint>();
    while (whole.history().stopReason() == null) {
      inside.add(whole.checkpoint());
      whole.trainBatch();
    }
    assertEquals(StopReason.DIVERGED, whole.history().stopReason());
    var last = inside.getLast();
    assertTrue(last.batch() > 0, "it diverged with the first batch of an epoch");
    var resumed =
        TrainingSession.resume(
            last, whole.history(), design, config, data, Samples.NO_VALUES, new PortableProducts());
    assertEquals(StopReason.DIVERGED, resumed.run(new RunControl()));
    assertEquals(whole.weights(), resumed.weights());
  }

  @Test
  void checkpointIsACopy() {
    var session = start(config(Adam.DEFAULT));
    session.trainBatch();
    var checkpoint = session.checkpoint();
    var weights = checkpoint.weights();
    session.trainEpoch();
    assertEquals(weights, checkpoint.weights());
    assertEquals(1, checkpoint.batch());
  }

  @Test
  void checkpointOfAnotherDesignIsRefused() {
    var session = start(config(Adam.DEFAULT));
    session.trainBatch();
    var checkpoint = session.checkpoint();
    var history = session.history();
    assertThrows(
        IllegalArgumentException.class, () -> resume(checkpoint, history, config(Sgd.DEFAULT)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TrainingSession.resume(
                checkpoint,
                history,
                DESIGN.withHidden(0, DenseDesign.of(7, Activation.ELU)),
                config(Adam.DEFAULT),
                TRAINING,
                VALIDATION,
                new PortableProducts()));
  }

  @Test
  @Timeout(Patience.SECONDS)
  void anyNumberOfStepsIsTakenOverInBoundedTime() {
    var config = config(new Adam(0.1, 0.9, 0.999_999_999_99, 1e-8));
    var session = start(config);
    session.trainEpoch();
    var many = withSteps(session.checkpoint(), 1_000_000_000_000_000L);
    resume(many, session.history(), config).trainBatch();
  }

  private static Checkpoint withSteps(Checkpoint c, long steps) {
    return new Checkpoint(
        c.epoch(),
        c.batch(),
        c.interventions(),
        c.learningRate(),
        c.weights(),
        c.epochStart(),
        new OptimizerState(steps, c.optimizer().slots()),
        c.lossSum(),
        c.scoreSum(),
        c.earlyStopping(),
        c.bestWeights(),
        c.plateau(),
        c.plateauFactor(),
        c.elapsedNanos(),
        c.average(),
        c.folds());
  }

  @Test
  void pastShorterThanTheCheckpointIsRefused() {
    var session = start(config(Adam.DEFAULT));
    session.trainEpoch();
    var checkpoint = session.checkpoint();
    var empty = new TrainingHistory();
    assertThrows(
        IllegalArgumentException.class, () -> resume(checkpoint, empty, config(Adam.DEFAULT)));
  }

  private static TrainingSession start(TrainingConfig config) {
    return TrainingSession.start(DESIGN, config, TRAINING, VALIDATION, new PortableProducts());
  }

  private static TrainingSession resume(
      Checkpoint checkpoint, TrainingHistory past, TrainingConfig config) {
    return TrainingSession.resume(
        checkpoint, past, DESIGN, config, TRAINING, VALIDATION, new PortableProducts());
  }

  /** Time is the one number of a checkpoint that no seed repeats. */
  private static Checkpoint withElapsed(Checkpoint c, Checkpoint other) {
    return new Checkpoint(
        c.epoch(),
        c.batch(),
        c.interventions(),
        c.learningRate(),
        c.weights(),
        c.epochStart(),
        c.optimizer(),
        c.lossSum(),
        c.scoreSum(),
        c.earlyStopping(),
        c.bestWeights(),
        c.plateau(),
        c.plateauFactor(),
        other.elapsedNanos(),
        c.average(),
        c.folds());
  }

  private static List<EpochResult> numbers(TrainingHistory history) {
    return history.results().stream()
        .map(
            r ->
                new EpochResult(
                    r.trainingLoss(),
                    r.validationLoss(),
                    r.trainingScore(),
                    r.validationScore(),
                    r.learningRate(),
                    0))
        .toList();
  }
}
