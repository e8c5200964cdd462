package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.cli.check.SelfCheck;
import dev.neuralworkbench.cli.check.SelfCheck.Finding;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.text.Sentences;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SelfTestTest {

  private final Calls calls = new Calls(Locale.ENGLISH);
  private final StringWriter out = new StringWriter();
  private DoubleSupplier slowness = () -> 1;

  @Test
  void everythingThatNeedsNoWindowIsThere() {
    assertEquals(0, calls.call("self-test", "--strict", "engine", "bits", "file"), calls.out());
    assertEquals(3, calls.out().lines().filter(line -> line.startsWith("ok ")).count());
    assertTrue(calls.out().contains("bit-exact training: 5fd222fe"), calls.out());
  }

  @Test
  @Tag("thorough")
  void speedIsMeasured() {
    assertEquals(0, calls.call("self-test", "speed"), calls.out());
    assertTrue(
        calls.out().matches("ok +training speed: [1-9][0-9,]*,000 rows per second .*\\R"),
        calls.out());
  }

  @Test
  void anUnknownCheckIsToldWithThoseThereAre() {
    assertEquals(2, calls.call("self-test", "nonsense"));
    assertTrue(
        calls.err().contains("“nonsense” is not valid. Possible values: engine, bits, file"),
        calls.err());
    assertEquals(0, calls.call("self-test", "--help"));
    var help = calls.out().replaceAll("\\s+", " ");
    assertTrue(help.contains("engine, bits, file, languages, speed, cache, window"), help);
  }

  @Test
  void whatFailsIsToldAndTheOthersAreTriedStill() {
    assertEquals(1, run(() -> failing(new IllegalStateException("torn")), "window"));
    assertTrue(out.toString().contains("FAILED"), out.toString());
    assertTrue(out.toString().contains("torn"), out.toString());
    assertEquals(1, run(() -> failing(new InternalError("no fonts")), "bits", "window"));
    assertEquals(2, out.toString().lines().count(), out.toString());
  }

  @Test
  void whatTheSystemLacksFailsOnlyIfAskedFor() {
    assertEquals(0, run(() -> new Finding(false, "no display"), "window"));
    assertTrue(out.toString().startsWith("missing"), out.toString());
    assertEquals(1, run(() -> new Finding(false, "no display"), "window", "--strict"));
  }

  @Test
  void whatDoesNotEndIsGivenUp() {
    Callable<Finding> endless =
        () -> {
          new CountDownLatch(1).await();
          return new Finding(true, "");
        };
    assertEquals(1, run(endless, Duration.ofSeconds(1), "window"));
    assertTrue(out.toString().contains("did not finish within 1 s"), out.toString());
  }

  @Test
  void onABusyMachineIsWaitedLonger() {
    var ends = new CountDownLatch(1);
    slowness =
        () -> {
          ends.countDown();
          return 100;
        };
    Callable<Finding> late =
        () -> {
          ends.await();
          return new Finding(true, "");
        };
    assertEquals(0, run(late, Duration.ofSeconds(1), "window"), out.toString());
  }

  private static Finding failing(Throwable failure) throws Exception {
    if (failure instanceof Exception exception) {
      throw exception;
    }
    throw (Error) failure;
  }

  private int run(Callable<Finding> check, String... arguments) {
    return run(check, Patience.LONG, arguments);
  }

  private int run(Callable<Finding> check, Duration patience, String... arguments) {
    out.getBuffer().setLength(0);
    var terminal =
        new Terminal(
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            Sentences.of(Locale.ENGLISH),
            false);
    var own = new SelfCheck("window", check);
    return new CommandLine(new SelfTestCommand(terminal, List.of(own), patience, slowness))
        .execute(arguments);
  }
}
