package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AutosaveClockTest {

  @Test
  void clockThatLacksMemoryOnceGoesOn() throws InterruptedException {
    var looks = new CountDownLatch(2);
    var tasks =
        (BackgroundTasks)
            Proxy.newProxyInstance(
                BackgroundTasks.class.getClassLoader(),
                new Class<?>[] {BackgroundTasks.class},
                (_, _, _) -> {
                  looks.countDown();
                  throw new OutOfMemoryError("expected by a test");
                });
    var clock = new AutosaveClock(null, tasks);
    clock.start();
    try {
      assertTrue(looks.await(Patience.SECONDS, TimeUnit.SECONDS));
    } finally {
      clock.stop();
    }
  }
}
