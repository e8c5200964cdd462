package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.check.OwnChecks;
import dev.neuralworkbench.cli.check.SelfCheck;
import dev.neuralworkbench.cli.check.SelfCheck.Finding;
import dev.neuralworkbench.cli.check.Slowness;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries whether the program is whole where it is installed: a line for each thing. */
@Command(name = "self-test")
final class SelfTestCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Terminal terminal;
  private final List<SelfCheck> checks;
  private final Duration limit;
  private final DoubleSupplier slowness;

  @Option(names = "--strict")
  private boolean strict;

  @Parameters(paramLabel = "CHECK", arity = "0..*")
  private List<String> names = List.of();

  /** Tries more beside what the command line itself can. */
  SelfTestCommand(Terminal terminal, List<SelfCheck> more) {
    this(terminal, more, LIMIT, Slowness::now);
  }

  /**
   * The same with a limit.
   *
   * @param limit how long a check may take on an idle machine
   * @param slowness how many times longer it may take now; asked for when the limit is reached
   */
  SelfTestCommand(
      Terminal terminal, List<SelfCheck> more, Duration limit, DoubleSupplier slowness) {
    this.terminal = terminal;
    this.limit = limit;
    this.slowness = slowness;
    checks = Stream.concat(OwnChecks.all(terminal.words()).stream(), more.stream()).toList();
  }

  @Override
  public Integer call() {
    var known = checks.stream().map(SelfCheck::id).toList();
    for (var name : names) {
      if (!known.contains(name)) {
        throw CommandFailure.option("cli.choice", "", known, name);
      }
    }
    var status = 0;
    for (var check : checks) {
      if ((names.isEmpty() || names.contains(check.id())) && !isPassed(check)) {
        status = CommandFailure.FAILED;
      }
    }
    return status;
  }

  private boolean isPassed(SelfCheck check) {
    var run = new FutureTask<>(check.trial());
    Thread.ofPlatform().daemon().name(check.id()).start(run);
    var begun = System.nanoTime();
    try {
      var finding = await(run);
      line(check, finding.isThere() ? "cli.check.fine" : "cli.check.lacking", finding.detail());
      return finding.isThere() || !strict;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException e) {
      var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      line(check, "cli.check.faulty", terminal.words().text("cli.check.endless", seconds));
      return false;
    } catch (ExecutionException e) {
      // Whatever a check meets is its result, and no reason to leave out the others.
      line(check, "cli.check.faulty", String.valueOf(e.getCause()));
      return false;
    }
  }

  /** Waits longer where others keep the processors busy: that is no fault of the program. */
  private Finding await(FutureTask<Finding> run)
      throws InterruptedException, ExecutionException, TimeoutException {
    for (var limits = 1; ; limits++) {
      try {
        return run.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (limits >= slowness.getAsDouble()) {
          throw e;
        }
      }
    }
  }

  private void line(SelfCheck check, String key, String detail) {
    var words = terminal.words();
    terminal.result(words.text(key, words.text("cli.check." + check.id()), detail));
  }
}
