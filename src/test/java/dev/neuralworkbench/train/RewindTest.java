package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Cosine;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going back into a run with dropout, early stopping and a schedule that follows the loss. */
class RewindTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(
          Loss.BINARY_CROSS_ENTROPY,
          DenseDesign.of(6, Activation.TANH),
          new DropoutDesign(0.3),
          DenseDesign.of(4, Activation.RELU));
  private static final Dataset TRAINING = Samples.ring(50, 1);
  private static final Dataset VALIDATION = Samples.ring(30, 2);
  private static final long SELDOM = Long.MAX_VALUE / 4;

  private static TrainingConfig config(int epochs) {
    return TrainingConfig.of(new Adam(0.02, 0.9, 0.99, 1e-8), 16, epochs)
        .withSchedule(new ReduceOnPlateau(0.5, 1, 0.01, 0.01))
        .withStopping(
            Stopping.after(epochs)
                .withEarlyStopping(new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 60, true)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, SELDOM})
  void everyEpochHasTheBitsItHad(long gap) {
    var session = start(config(40));
    var trail = new CheckpointTrail(CheckpointTrail.BUDGET, gap, () -> 0);
    session.leave(trail);
    var recorded = new HashMap<Integer, NetworkWeights>();
    recorded.put(0, session.snapshot().weights());
    while (session.history().stopReason() == null) {
      if (session.epoch() == 7 && session.batch() == 2) {
        session.state.changeLearningRate(0.05);
        session.state.changeWeight(1, 2, 0, 0.75f);
      }
      session.trainBatch();
      if (session.batch() == 0) {
        recorded.put(session.epoch(), session.snapshot().weights());
      }
    }
    assertEquals(41, recorded.size());
    var rewind = rewind(trail, session.history());
    for (var epoch : List.of(40, 3, 0, 7, 8, 25, 39)) {
      var moment = rewind.to(epoch, new PortableProducts(), () -> false).orElseThrow();
      assertEquals(recorded.get(epoch), moment.checkpoint().weights(), "epoch " + epoch);
      assertEquals(epoch, moment.history().epochs());
      assertEquals(session.history().results().subList(0, epoch), moment.history().results());
      assertEquals(epoch > 7 ? 2 : 0, moment.history().interventions().size());
    }
  }

  @Test
  void branchRepeatsTheRunWhenNothingIsChanged() {
    var whole = start(config(40));
    var trail = new CheckpointTrail(CheckpointTrail.BUDGET, SELDOM, () -> 0);
    whole.leave(trail);
    whole.run(new RunControl());
    for (var epoch : List.of(0, 1, 13, 39)) {
      var moment =
          rewind(trail, whole.history())
              .to(epoch, new PortableProducts(), () -> false)
              .orElseThrow();
      var branch =
          TrainingSession.resume(
              moment.checkpoint(),
              moment.history(),
              DESIGN,
              moment.config(),
              TRAINING,
              VALIDATION,
              new PortableProducts());
      branch.run(new RunControl());
      assertEquals(whole.weights(), branch.weights());
      assertEquals(untimed(whole), untimed(branch));
      assertEquals(losses(whole.history()), losses(branch.history()));
    }
  }

  private static Checkpoint untimed(TrainingSession session) {
    return Records.with(session.checkpoint(), "elapsedNanos", 0);
  }

  @Test
  void continuedRunIsFollowedThroughAllItsParts() {
    var schedule = new Cosine(0.1);
    var first = start(config(20).withSchedule(schedule));
    var trail = new CheckpointTrail(CheckpointTrail.BUDGET, SELDOM, () -> 0);
    first.leave(trail);
    var recorded = new HashMap<Integer, NetworkWeights>();
    record(first, 12, recorded);
    first.trainBatch();
    first.trainBatch();
    // Stopped in the middle of an epoch, and continued with another end, so another cosine.
    var cut = first.checkpoint();
    var config = config(33).withSchedule(schedule);
    var second =
        TrainingSession.resume(
            cut, first.history(), DESIGN, config, TRAINING, VALIDATION, new PortableProducts());
    var longer = trail.until(cut);
    second.leave(longer);
    record(second, 33, recorded);
    var rewind = rewind(longer, second.history());
    for (var epoch : List.of(5, 11, 12, 13, 20, 33)) {
      var moment = rewind.to(epoch, new PortableProducts(), () -> false).orElseThrow();
      assertEquals(recorded.get(epoch), moment.checkpoint().weights(), "epoch " + epoch);
      assertEquals(epoch > 12 ? 33 : 20, moment.config().stopping().epochs());
    }
    assertEquals(0, longer.first());
  }

  @Test
  void checkpointsKeepTheirBudgetAndStayEven() {
    var config =
        TrainingConfig.of(new Sgd(0.1, 0.9, false), 0, 3000).withStopping(Stopping.after(3000));
    var session = start(config);
    var clock = new AtomicLong();
    var trail = new CheckpointTrail(120_000, 1, clock::get);
    session.leave(trail);
    var most = 0L;
    while (session.history().stopReason() == null) {
      clock.incrementAndGet();
      session.trainEpoch();
      most = Math.max(most, trail.bytes());
    }
    assertTrue(most <= 120_000, most + " bytes");
    var places = new ArrayList<Integer>();
    for (var epoch = 0; epoch <= 3000; epoch++) {
      var place = trail.nearest(epoch).checkpoint().epoch();
      if (places.isEmpty() || places.getLast() != place) {
        places.add(place);
      }
    }
    assertEquals(0, places.getFirst());
    assertTrue(places.size() >= 16, places::toString);
    var steps = IntStream.range(1, places.size()).map(i -> places.get(i) - places.get(i - 1));
    assertTrue(steps.max().orElseThrow() <= 3000 / 8, places::toString);
  }

  @Test
  void bestEpochIsAtHandAndNamed() {
    var session = start(config(200));
    var trail = new CheckpointTrail(CheckpointTrail.BUDGET, SELDOM, () -> 0);
    session.leave(trail);
    session.run(new RunControl());
    var history = session.history();
    var best = 0;
    for (var epoch = 1; epoch < history.epochs(); epoch++) {
      if (history.validationLoss(epoch) < history.validationLoss(best)) {
        best = epoch;
      }
    }
    assertEquals(best + 1, trail.bestEpoch());
    var moment = rewind(trail, history).to(best + 1, new PortableProducts(), () -> false);
    assertEquals(session.weights(), moment.orElseThrow().checkpoint().weights());
  }

  @Test
  void networkTooLargeForTheBudgetLeavesNothing() {
    var session = start(config(20));
    var trail = new CheckpointTrail(1000, 0, () -> 0);
    session.leave(trail);
    session.run(new RunControl());
    assertEquals(0, trail.bytes());
    assertEquals(-1, trail.first());
    assertTrue(
        rewind(trail, session.history()).to(5, new PortableProducts(), () -> false).isEmpty());
  }

  @Test
  void pastIsReachedWhileTheRunGoesOn() {
    var session = start(config(40));
    var trail = new CheckpointTrail(CheckpointTrail.BUDGET, SELDOM, () -> 0);
    session.leave(trail);
    var recorded = new HashMap<Integer, NetworkWeights>();
    record(session, 30, recorded);
    var moment =
        rewind(trail, session.history()).to(11, new PortableProducts(), () -> false).orElseThrow();
    assertEquals(recorded.get(11), moment.checkpoint().weights());
    assertTrue(
        rewind(trail, session.history()).to(31, new PortableProducts(), () -> false).isEmpty());
    assertTrue(
        rewind(trail, session.history()).to(11, new PortableProducts(), () -> true).isEmpty());
  }

  @Test
  void divergedRunLeavesNoWaypointBeyondItsLastEpoch() {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR);
    var config = TrainingConfig.of(new Sgd(50, 0, false), 4, 100);
    var data = Samples.line(40, 0, 1);
    var session =
        TrainingSession.start(design, config, data, Samples.NO_VALUES, new PortableProducts());
    var trail = new CheckpointTrail(CheckpointTrail.BUDGET, 0, () -> 0);
    session.leave(trail);
    assertEquals(StopReason.DIVERGED, session.run(new RunControl()));
    var epochs = session.history().epochs();
    var rewind = new Rewind(trail, session.history(), design, data, Samples.NO_VALUES);
    assertEquals(
        session.weights(),
        rewind
            .to(epochs, new PortableProducts(), () -> false)
            .orElseThrow()
            .checkpoint()
            .weights());
  }

  private static void record(
      TrainingSession session, int epochs, Map<Integer, NetworkWeights> recorded) {
    while (session.epoch() < epochs) {
      session.trainEpoch();
      recorded.put(session.epoch(), session.snapshot().weights());
    }
  }

  private static List<Double> losses(TrainingHistory history) {
    return history.results().stream().map(EpochResult::validationLoss).toList();
  }

  private static TrainingSession start(TrainingConfig config) {
    return TrainingSession.start(DESIGN, config, TRAINING, VALIDATION, new PortableProducts());
  }

  private static Rewind rewind(CheckpointTrail trail, TrainingHistory history) {
    return new Rewind(trail, history, DESIGN, TRAINING, VALIDATION);
  }
}
