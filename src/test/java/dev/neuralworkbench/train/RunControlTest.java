package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.pace.Pace;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Five batches an epoch; the run is on a thread of its own. */
@Timeout(Patience.SECONDS)
class RunControlTest {

  private static final TrainingConfig CONFIG =
      TrainingConfig.of(new Sgd(0.1, 0.9, false), 10, 1_000_000);

  private final TrainingSession session = start(CONFIG);
  private final RunControl control = new RunControl();
  private final CompletableFuture<StopReason> reason = new CompletableFuture<>();
  private Thread thread = new Thread(() -> {});

  private static TrainingSession start(TrainingConfig config) {
    return TrainingSession.start(
        NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY, DenseDesign.of(5, Activation.TANH)),
        config,
        Samples.ring(50, 1),
        Samples.NO_CLASSES,
        new PortableProducts());
  }

  private void run() {
    thread = Thread.ofPlatform().start(() -> reason.complete(session.run(control)));
  }

  @AfterEach
  void end() throws InterruptedException {
    control.stop();
    thread.join();
  }

  @Test
  void runEndsWhereItsConditionHolds() throws Exception {
    control.stopWhen(() -> session.epoch() == 3 && session.batch() == 2);
    run();
    assertEquals(StopReason.STOPPED, reason.get(Patience.SECONDS, TimeUnit.SECONDS));
    assertEquals(3, session.epoch());
    assertEquals(2, session.batch());
  }

  @Test
  void heldRunTrainsNothing() throws Exception {
    control.pause();
    run();
    assertPosition(0, 0);
    assertTrue(control.paused());
    assertEquals(0, session.history().epochs());
  }

  /** Somebody who lets it go on and at once holds it again waits for it to be held. */
  @Test
  void runThatIsHeldAgainBeforeItTrainedABatchTellsThatItIsHeld() throws Exception {
    var told = new AtomicInteger();
    control.pause();
    control.onHold(
        _ -> {
          if (told.incrementAndGet() == 1) {
            control.resume();
            control.pause();
          } else {
            control.stop();
          }
        });
    run();
    assertEquals(StopReason.STOPPED, reason.get(Patience.SECONDS, TimeUnit.SECONDS));
    assertEquals(2, told.get());
  }

  @Test
  void batchStepTrainsOneBatch() throws Exception {
    control.pause();
    run();
    control.stepBatch();
    assertPosition(0, 1);
    control.stepBatch();
    control.stepBatch();
    assertPosition(0, 3);
  }

  @Test
  void epochStepTrainsExactlyToTheEndOfTheEpoch() throws Exception {
    control.pause();
    run();
    control.stepBatch();
    control.stepBatch();
    assertPosition(0, 2);
    control.stepEpoch();
    assertPosition(1, 0);
    control.stepEpoch();
    control.stepEpoch();
    assertPosition(3, 0);
    assertEquals(3, session.history().epochs());
  }

  @Test
  void stepsGiveTheBitsOfARun() throws Exception {
    control.pause();
    run();
    for (var i = 0; i < 7; i++) {
      control.stepBatch();
    }
    control.stepEpoch();
    var stepped = assertPosition(2, 0);
    var whole = start(CONFIG.withEpochs(2));
    whole.run(new RunControl());
    assertEquals(whole.weights(), stepped);
  }

  @Test
  void resumedRunGoesOn() throws Exception {
    control.pause();
    run();
    assertPosition(0, 0);
    control.resume();
    awaitEpochs(50);
    assertFalse(control.paused());
  }

  @Test
  void stopEndsARunningAndAHeldRun() throws Exception {
    run();
    awaitEpochs(5);
    control.stop();
    assertEquals(StopReason.STOPPED, reason.get());
    assertEquals(StopReason.STOPPED, session.history().stopReason());

    var held = new RunControl();
    held.pause();
    var second = new CompletableFuture<StopReason>();
    var other = start(CONFIG);
    var worker = Thread.ofPlatform().start(() -> second.complete(other.run(held)));
    snapshot(held);
    held.stop();
    assertEquals(StopReason.STOPPED, second.get());
    worker.join();
    assertEquals(0, other.history().epochs());
  }

  @Test
  void interruptedThreadEndsTheRun() throws Exception {
    control.pause();
    run();
    assertPosition(0, 0);
    thread.interrupt();
    assertEquals(StopReason.STOPPED, reason.get());
  }

  @Test
  void learningRateAndWeightChangeLive() throws Exception {
    control.pause();
    run();
    control.learningRate(0.25);
    control.weight(0, 1, 2, 0.5f);
    var edited = assertPosition(0, 0);
    assertEquals(0.5f, edited.weight(0, 1, 2));
    control.stepEpoch();
    assertNotEquals(edited, assertPosition(1, 0));
    assertEquals(0.25, session.history().learningRate(0));
    assertEquals(2, session.history().interventions().size());
  }

  @Test
  void snapshotIsTakenOnTheRunsThread() throws Exception {
    run();
    var taken = new CompletableFuture<RunControl.Snapshot>();
    var taker = new CompletableFuture<Thread>();
    control.requestSnapshot(
        snapshot -> {
          taker.complete(Thread.currentThread());
          taken.complete(snapshot);
        });
    assertEquals(thread, taker.get());
    assertTrue(taken.get().weights().isFinite());
  }

  @Test
  void heldRunUsesNoProcessor() throws Exception {
    control.pause();
    run();
    assertPosition(0, 0);
    var threads = ManagementFactory.getThreadMXBean();
    var before = threads.getThreadCpuTime(thread.threadId());
    Thread.sleep(100);
    var used = threads.getThreadCpuTime(thread.threadId()) - before;
    assertTrue(used < 10_000_000, "used " + used + " ns of 100 ms");
  }

  @Test
  void paceHoldsBackEpochsAndStillAnswersAtOnce() throws Exception {
    control.pace(Pace.epoch(Duration.ofMillis(40)));
    var start = System.nanoTime();
    run();
    awaitEpochs(4);
    var millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis >= 3 * 40, "four epochs took " + millis + " ms");

    control.pace(Pace.epoch(Duration.ofSeconds(20)));
    assertTrue(snapshot(control).epoch() >= 4);
    control.pace(Pace.FULL);
    awaitEpochs(100);
  }

  @Test
  void runThatIsSpreadAsksBeforeEpochsOnlyUntilItIsToldMore() {
    assertFalse(control.needsAttention(true));
    control.pace(Pace.spread(Duration.ofSeconds(8), 200, 200));
    assertTrue(control.needsAttention(true));
    assertFalse(control.needsAttention(false));
    control.requestSnapshot(_ -> {});
    assertTrue(control.needsAttention(false));
  }

  @Test
  void paceIsNotTrainingTime() throws Exception {
    control.pace(Pace.batch(Duration.ofMillis(50)));
    var start = System.nanoTime();
    run();
    awaitEpochs(2);
    var all = (System.nanoTime() - start) / 1e9;
    control.stop();
    reason.get();
    // Ten batches waited 50 ms each.
    var seconds = session.history().seconds(1);
    assertTrue(seconds < all / 2, "counted " + seconds + " s of " + all);
  }

  private NetworkWeights assertPosition(int epoch, int batch) throws Exception {
    // Steps are counted before a request is answered, so a held run is asked until it rests.
    var snapshot = snapshot(control);
    while (snapshot.epoch() < epoch || (snapshot.epoch() == epoch && snapshot.batch() < batch)) {
      snapshot = snapshot(control);
    }
    Thread.sleep(5);
    snapshot = snapshot(control);
    assertEquals(epoch + "/" + batch, snapshot.epoch() + "/" + snapshot.batch());
    return snapshot.weights();
  }

  private static RunControl.Snapshot snapshot(RunControl control)
      throws InterruptedException, ExecutionException, TimeoutException {
    var snapshot = new CompletableFuture<RunControl.Snapshot>();
    control.requestSnapshot(snapshot::complete);
    return snapshot.get(Patience.SECONDS, TimeUnit.SECONDS);
  }

  private void awaitEpochs(int epochs) throws InterruptedException {
    while (session.history().epochs() < epochs) {
      Thread.sleep(1);
    }
  }
}
