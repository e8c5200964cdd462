package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.EvaluationText;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.explain.step.WorkedPrediction;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.model.answer.TableAnswers;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.report.PredictionSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "predict")
final class PredictCommand extends ModelCommand {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv")
  private @Nullable String output;

  @Option(names = "--guard-formulas")
  private boolean guarded;

  @Option(names = "--worked", paramLabel = "N")
  private @Nullable Integer worked;

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--json", descriptionKey = "explain.json")
  private boolean json;

  @Option(names = "--data", paramLabel = "TABLE", descriptionKey = "explain.data")
  private @Nullable String data;

  @Option(names = "--level", paramLabel = "SHARE")
  private @Nullable Double level;

  PredictCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public void run() {
    if (!explain && (json || (data != null && level == null))) {
      throw CommandFailure.option("cli.explain.alone", json ? "--json" : "--data", null, null);
    }
    if (explain && worked != null) {
      throw CommandFailure.option("cli.explain.worked", "--worked", null, null);
    }
    if (level != null && (explain || worked != null)) {
      throw CommandFailure.option("cli.level.alone", "--level", null, null);
    }
    var to = Output.of(output, FileContent.TABLE, List.of(first, second), terminal);
    var pair = CommandInputs.Pair.of(first, second);
    var document = CommandInputs.document(pair.model());
    var model = CommandInputs.trained(document);
    var mapping = ChosenMapping.of(map, mapCategory, model);
    var table = CommandInputs.rows(pair.data(), document, mapping, reading, terminal);
    var predictor = new ModelPredictor(model, computing.products());
    var given = AskedTable.of(document, predictor, table);
    var own = own(document);
    if (explain) {
      var rows = new ExplainedRows(document, computing.products(), own, given.answers(), terminal);
      if (json) {
        print(rows.json(), to);
      } else {
        write(given.answers(), rows.beside(), to);
      }
    } else if (level != null) {
      var rows = own != null ? own.table() : given.trained() > 0 ? table : document.data().table();
      var at = SureColumns.of(model, rows, level, computing.products(), terminal);
      write(given.answers(), SureColumns.beside(at, given.answers()), to);
    } else if (worked == null) {
      write(given.answers(), AnswersFile.Beside.NOTHING, to);
    } else {
      var sheet = sheet(given, worked);
      to.write(text -> text.write(sheet));
    }
    CommandInputs.tellReading(pair.data(), table, terminal);
    AskedTable.lines(given, terminal.words()).forEach(terminal.err()::println);
    var scored = Judgement.rows(model, given.answers());
    if (scored.length > 0) {
      var rows = model.preprocessor().dataset(table, scored);
      var judged =
          Judgement.onOtherTable(predictor.predict(rows), predictor.loss(rows), rows.targets());
      terminal
          .err()
          .println(EvaluationText.lines(judged, null, RowPart.TRAINING, terminal.words()));
    }
    terminal.err().flush();
  }

  private String sheet(RowsAnswer.Given given, int number) {
    CommandFailure.refuse(Range.whole(1, given.table().rows()).problems("--worked", number));
    if (given.answers().position(number - 1) < 0) {
      throw CommandFailure.option("cli.predict.unworked", "--worked", null, number);
    }
    WorkedPrediction.problem(given.model().weights())
        .ifPresent(
            problem -> {
              throw CommandFailure.option(problem.ofField("--worked"));
            });
    var row = RawRow.of(given.model().preprocessor(), given.table(), number - 1);
    return PredictionSheet.of(given.model(), row, terminal.words()).cells();
  }

  /** The model's own table, where it is named. */
  private @Nullable DataReference own(Document document) {
    if (data == null) {
      return null;
    }
    var none = ChosenMapping.of(List.of(), List.of(), CommandInputs.trained(document));
    var found = CommandInputs.data(data, document, none, new ReadingOptions(), terminal);
    CommandInputs.refuseOther(found, data, document);
    return found;
  }

  private void print(Json json, Output to) {
    if (to.name() == null) {
      terminal.result(json);
    } else {
      to.write(writer -> writer.write(json.toString()));
    }
  }

  private void write(TableAnswers answers, AnswersFile.Beside beside, Output to) {
    to.write(text -> AnswersFile.write(answers, beside, text, guarded, Progress.NONE));
    var name = to.name();
    if (name != null) {
      terminal.tell("cli.predict.saved", answers.answered(), name);
    }
  }
}
