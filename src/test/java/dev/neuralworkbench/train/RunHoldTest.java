package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunHoldTest {

  private final RunControl control = new RunControl();
  private final LinkedBlockingQueue<Checkpoint> held = new LinkedBlockingQueue<>();
  private final TrainingSession session = session();
  private Thread thread;

  @BeforeEach
  void startHeld() throws InterruptedException {
    control.pause();
    control.onHold(held::add);
    thread = Thread.ofPlatform().start(() -> session.run(control));
    assertEquals(0, next().epoch());
  }

  @AfterEach
  void stop() throws InterruptedException {
    control.stop();
    thread.join();
  }

  @Test
  void holdIsToldAfterEachStepWithItsPosition() throws InterruptedException {
    control.stepBatch();
    assertEquals(1, next().batch());
    control.stepEpoch();
    var checkpoint = next();
    assertEquals(1, checkpoint.epoch());
    assertEquals(0, checkpoint.batch());
  }

  @Test
  void holdIsToldOnce() throws InterruptedException {
    control.pause();
    control.requestSnapshot(_ -> {});
    assertNull(held.poll(50, TimeUnit.MILLISECONDS));
  }

  @Test
  void listenerThatComesLateIsTold() throws InterruptedException {
    control.onHold(held::add);
    assertEquals(0, next().epoch());
  }

  private Checkpoint next() throws InterruptedException {
    return held.poll(Patience.SECONDS, TimeUnit.SECONDS);
  }

  private static TrainingSession session() {
    var table = GeneratedSample.of(SampleKind.CIRCLES).table();
    var data = PreparedData.of(Preparation.defaults(table), table);
    return TrainingSession.start(
        NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY, DenseDesign.of(4, Activation.TANH)),
        TrainingConfig.of(Sgd.DEFAULT, 16, 1000),
        data.training(),
        data.validation(),
        new PortableProducts());
  }
}
