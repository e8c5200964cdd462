package dev.neuralworkbench.cli;

import dev.neuralworkbench.bench.Bench;
import dev.neuralworkbench.bench.BenchResult;
import dev.neuralworkbench.bench.Workload;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.PortableOption;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.model.Version;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "bench")
final class BenchCommand implements Runnable {

  private final Terminal terminal;

  @Parameters(paramLabel = "WORKLOAD", arity = "0..*", descriptionKey = "workloads")
  private List<String> names = List.of();

  @Option(names = "--threads", paramLabel = "N", split = ",")
  private List<Integer> threads = List.of(1);

  @Option(names = "--tsv")
  private boolean tsv;

  @Mixin private PortableOption computing = new PortableOption();

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var wanted = names.isEmpty() ? Workload.names() : names;
    var workloads = wanted.stream().map(BenchCommand::workload).toList();
    var products = computing.products();
    if (!tsv) {
      terminal.result(products.description());
      terminal.result(terminal.words().text("cli.bench.heading"));
    }
    for (var workload : workloads) {
      for (var count : threads) {
        TrainCommand.checkThreads(count);
        var result = new Bench(products).run(workload, count);
        terminal.result(tsv ? result.tsv(Version.program()) : line(result));
      }
    }
  }

  private static Workload workload(String name) {
    return Workload.named(name)
        .orElseThrow(() -> CommandFailure.option("cli.choice", "", Workload.names(), name));
  }

  private static String line(BenchResult result) {
    return "%-8s %7d %,14.0f %,14.0f %,14.0f %6.2f %8.1f %9.4f"
        .formatted(
            result.workload(),
            result.threads(),
            result.first(),
            result.best(),
            result.slowest(),
            result.cores(),
            result.gigaflops(),
            result.accuracy());
  }
}
