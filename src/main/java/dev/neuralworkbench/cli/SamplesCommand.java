package dev.neuralworkbench.cli;

import dev.neuralworkbench.data.Sample;
import dev.neuralworkbench.data.SampleData;
import dev.neuralworkbench.data.TableWriter;
import dev.neuralworkbench.model.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the samples, or writes one as CSV. */
@Command(name = "samples")
final class SamplesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "NAME")
  private @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv")
  private @Nullable String output;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  SamplesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name == null) {
      SampleData.all().forEach(this::list);
      return 0;
    }
    var ids = SampleData.all().stream().map(Sample::id).toList();
    var sample =
        SampleData.named(name)
            .orElseThrow(() -> CommandFailure.option("cli.choice", "", ids, name));
    try {
      if (output == null) {
        TableWriter.write(sample.table(), terminal.out());
        terminal.out().flush();
      } else {
        var table = sample.table();
        AtomicFile.write(Path.of(output), text -> TableWriter.write(table, text));
        terminal.tell("cli.samples.saved", table.rows(), output);
      }
    } catch (IOException e) {
      throw CommandFailure.of("cli.notSaved", null, output);
    }
    return 0;
  }

  private void list(Sample sample) {
    var tip = terminal.words().text("sample." + sample.id() + ".tip");
    terminal.result("%-18s %s".formatted(sample.id(), tip));
  }
}
