package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.PortableOption;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.report.Report;
import dev.neuralworkbench.report.WorkedSteps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report")
final class ReportCommand implements Runnable {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "model")
  private String model = "";

  @Parameters(index = "1", paramLabel = "DATA", arity = "0..1", descriptionKey = "data")
  private @Nullable String data;

  @Option(names = "--row", paramLabel = "N")
  private @Nullable Integer row;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PAGE")
  private @Nullable String output;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Mixin private PortableOption computing = new PortableOption();

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var inputs = data == null ? List.of(model) : List.of(model, data);
    var to = Output.of(output, FileContent.PAGE, inputs, terminal);
    var document = document();
    var worked = row == null ? null : worked(document, row);
    var page =
        Report.page(document, computing.products(), worked, terminal.words(), Version.program());
    to.write(text -> text.write(page));
    if (to.name() != null) {
      terminal.tell("cli.report.saved", String.valueOf(to.name()));
    }
  }

  /** The model's document with its rows: those of DATA, of a sample, or that lie in the file. */
  private Document document() {
    var document = CommandInputs.document(model);
    if (data == null) {
      return document
          .data()
          .source()
          .knownSample()
          .map(sample -> document.withRowsOf(DataReference.of(sample)))
          .orElse(document);
    }
    var none = ChosenMapping.of(List.of(), List.of(), CommandInputs.trained(document));
    var reference = CommandInputs.data(data, document, none, reading, terminal);
    CommandInputs.refuseOther(reference, reference.name(), document);
    return document.withRowsOf(reference);
  }

  private @Nullable WorkedSteps worked(Document document, int number) {
    var table = document.data().table();
    if (table == null) {
      throw CommandFailure.option("cli.report.rows", "--row", null, null);
    }
    CommandFailure.refuse(Range.whole(1, table.rows()).problems("--row", number));
    var target = CommandInputs.trained(document).preprocessor().target().name();
    if (table.named(target).isMissing(number - 1)) {
      throw CommandFailure.option("cli.report.target", "--row", null, number);
    }
    return WorkedSteps.of(document, number - 1, computing.products())
        .orElseThrow(() -> CommandFailure.option("cli.report.large", "--row", null, null));
  }
}
