package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.exchange.onnx.OnnxException;
import dev.neuralworkbench.exchange.onnx.OnnxImport;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.file.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import")
final class ImportCommand implements Runnable {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE.onnx", descriptionKey = "import.file")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true)
  private String output = "";

  @Option(names = "--data", paramLabel = "TABLE", descriptionKey = "import.data")
  private @Nullable String data;

  @Option(names = "--target", paramLabel = "COLUMN")
  private @Nullable String target;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (data == null && target != null) {
      throw CommandFailure.option("cli.import.target", "--target", null, null);
    }
    var read = new ArrayList<>(List.of(file));
    if (data != null) {
      read.add(data);
    }
    var to = Output.of(output, FileContent.MODEL, read, terminal);
    try {
      var imported = OnnxImport.read(Path.of(file));
      var document =
          data == null
              ? imported.document
              : imported.with(CommandInputs.data(data, reading, terminal), target);
      to.told(() -> ModelFile.write(Path.of(output), document, Version.program()));
      var model = CommandInputs.trained(document);
      terminal.tell("cli.import.saved", output, model.inputs(), model.weights().layers().size());
      imported.remarks(document).stream()
          .map(terminal.words()::sentence)
          .forEach(terminal.err()::println);
    } catch (OnnxException e) {
      throw CommandFailure.of(e.problem(), e);
    }
  }
}
