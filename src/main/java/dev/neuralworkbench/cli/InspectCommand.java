package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.InspectionText;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.trap.Trap;
import dev.neuralworkbench.data.trap.Traps;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.progress.Progress;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "inspect")
final class InspectCommand implements Runnable {

  private static final Range ROWS = Range.whole(0, Integer.MAX_VALUE);

  private final Terminal terminal;

  @Parameters(paramLabel = "DATA", descriptionKey = "data")
  private String data = "";

  @Option(names = "--rows", paramLabel = "N", descriptionKey = "inspect.rows")
  private int rows = 5;

  @Option(names = "--json")
  private boolean json;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Mixin private ColumnOptions columns = new ColumnOptions();

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    CommandFailure.refuse(ROWS.problems("--rows", rows));
    var read = CommandInputs.data(data, reading, terminal);
    var table = CommandInputs.table(read);
    var preparation = Preset.divided(read, columns.preparation(table));
    var traps =
        preparation.problems(table).isEmpty()
            ? Traps.of(preparation, table, Progress.NONE)
            : List.<Trap>of();
    var cases = preparation.cases().of(table);
    var some = Math.min(rows, cases.rows());
    var inspection = new InspectionText(table, cases, preparation, traps, some);
    if (json) {
      terminal.result(inspection.json(terminal.words()));
    } else {
      inspection.lines(terminal.words()).forEach(terminal::result);
    }
  }
}
