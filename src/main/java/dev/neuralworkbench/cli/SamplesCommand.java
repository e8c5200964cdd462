package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.TableWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "samples")
final class SamplesCommand implements Runnable {

  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "sample")
  private @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv")
  private @Nullable String output;

  SamplesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (name == null) {
      for (var each : Sample.all()) {
        var tip = terminal.words().text("sample." + each.id() + ".tip");
        terminal.result("%-18s %s".formatted(each.id(), tip));
      }
      return;
    }
    var ids = Sample.all().stream().map(Sample::id).toList();
    var sample =
        Sample.named(name).orElseThrow(() -> CommandFailure.option("cli.choice", "", ids, name));
    var to = Output.of(output, FileContent.TABLE, List.of(), terminal);
    var table = sample.table();
    to.write(text -> TableWriter.write(table, text));
    var file = to.name();
    if (file != null) {
      terminal.tell("cli.samples.saved", table.rows(), file);
    }
  }
}
