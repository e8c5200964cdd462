package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.PortableOption;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.exchange.ExportFormat;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export")
final class ExportCommand implements Runnable {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "model")
  private String model = "";

  @Option(names = "--to", paramLabel = "FORMAT", required = true)
  private String to = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      descriptionKey = "output.export",
      required = true)
  private String output = "";

  @Mixin private PortableOption computing = new PortableOption();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var format = NamedChoices.of("--to", ExportFormat.class, to);
    var file = Output.of(output, content(format), List.of(model), terminal);
    var document = CommandInputs.document(model);
    format
        .limit(CommandInputs.trained(document))
        .or(() -> format.hidden(Path.of(output)))
        .ifPresent(
            problem -> {
              throw CommandFailure.of(problem);
            });
    file.told(() -> AtomicFile.writeBytes(Path.of(output), out -> format.write(document, out)));
    terminal.tell("cli.export.saved", output);
    format.remarks(document, Path.of(output), computing.products(), Progress.NONE).stream()
        .map(terminal.words()::sentence)
        .forEach(terminal.err()::println);
  }

  private static FileContent content(ExportFormat format) {
    return switch (format) {
      case ONNX -> FileContent.ONNX;
      case NUMPY, PYTORCH -> FileContent.SCRIPT;
      case PAGE -> FileContent.PAGE;
    };
  }
}
