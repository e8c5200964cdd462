package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.ImportanceText;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.StudyLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.explain.inputs.InputGroups;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.explain.inputs.ReadRows;
import dev.neuralworkbench.model.answer.ModelPredictor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "importance")
final class ImportanceCommand extends ModelCommand {

  private enum Rows {
    ALL,
    TRAINING,
    VALIDATION,
    TEST
  }

  @Option(names = "--rows", paramLabel = "ROWS")
  private String rows = "all";

  @Option(names = "--group-correlated", paramLabel = "THRESHOLD")
  private @Nullable Double threshold;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv")
  private @Nullable String output;

  @Option(names = "--json")
  private boolean json;

  ImportanceCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public void run() {
    var chosen = NamedChoices.of("--rows", Rows.class, rows);
    if (threshold != null) {
      CommandFailure.refuse(InputGroups.THRESHOLDS.problems("--group-correlated", threshold));
    }
    var inputs = List.of(first, second);
    var to = output == null ? null : Output.of(output, FileContent.TABLE, inputs, terminal);
    var pair = CommandInputs.Pair.of(first, second);
    var document = CommandInputs.document(pair.model());
    var model = CommandInputs.trained(document);
    var mapping = ChosenMapping.of(map, mapCategory, model);
    var data = CommandInputs.data(pair.data(), document, mapping, reading, terminal);
    var predictor = new ModelPredictor(model, computing.products());
    var table = CommandInputs.table(data);
    int[] asked;
    if (chosen == Rows.ALL) {
      table = mapping.in(table);
      var given = AskedTable.of(document, predictor, table);
      AskedTable.lines(given, terminal.words()).forEach(terminal.err()::println);
      asked = AskedTable.scored(given);
    } else {
      mapping.refuse();
      CommandInputs.refuseOther(data, data.name(), document);
      asked = model.prepared(table).rows(RowPart.valueOf(chosen.name())).sourceRows();
    }
    if (asked.length == 0) {
      throw CommandFailure.option("cli.noRows", "--rows", null, null);
    }
    var read = new ReadRows(model.preprocessor(), table, asked);
    var repeats = PermutationImportance.USUAL_REPEATS;
    var seed = model.experiment().training().seed();
    try (var progress = new StudyLine(terminal)) {
      var groups =
          threshold == null ? InputGroups.alone(read) : InputGroups.of(read, threshold, progress);
      tell(PermutationImportance.of(predictor, read, groups, repeats, seed, progress), to);
    }
    CommandInputs.tellReading(pair.data(), CommandInputs.table(data), terminal);
  }

  private void tell(PermutationImportance found, @Nullable Output to) {
    if (to != null) {
      to.write(text -> TableWriter.write(found.table(), text));
      terminal.tell("cli.importance.saved", found.inputs().size(), String.valueOf(to.name()));
    }
    terminal.result(
        json,
        () -> ImportanceText.json(found),
        () -> ImportanceText.lines(found, terminal.words()));
  }
}
