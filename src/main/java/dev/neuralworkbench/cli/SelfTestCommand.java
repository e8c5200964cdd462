package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.check.BitsCheck;
import dev.neuralworkbench.cli.check.EngineCheck;
import dev.neuralworkbench.cli.check.FileCheck;
import dev.neuralworkbench.cli.check.LanguagesCheck;
import dev.neuralworkbench.cli.check.SelfCheck;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries whether the program is whole where it is installed: a line for each thing. */
@Command(name = "self-test")
final class SelfTestCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final List<SelfCheck> checks;

  @Parameters(paramLabel = "CHECK", arity = "0..*")
  private List<String> names = List.of();

  /**
   * The command.
   *
   * @param more what is tried beside what the command line itself can
   */
  SelfTestCommand(Terminal terminal, List<SelfCheck> more) {
    this.terminal = terminal;
    checks = new ArrayList<>();
    checks.add(new EngineCheck());
    checks.add(new BitsCheck());
    checks.add(new FileCheck());
    checks.add(new LanguagesCheck(terminal.words()));
    checks.addAll(more);
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
    try {
      var finding = check.run();
      line(check, finding.isThere() ? "cli.check.fine" : "cli.check.lacking", finding.detail());
      return true;
    } catch (Exception | LinkageError failure) {
      // Whatever a check meets is its result, and no reason to leave out the others.
      line(check, "cli.check.faulty", failure.toString());
      return false;
    }
  }

  private void line(SelfCheck check, String key, String detail) {
    var words = terminal.words();
    terminal.result(words.text(key, words.text("cli.check." + check.id()), detail));
  }
}
