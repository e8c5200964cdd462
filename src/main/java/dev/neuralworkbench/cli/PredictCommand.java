package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.EvaluationText;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.TableAnswers;
import dev.neuralworkbench.progress.Progress;
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

  PredictCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public void run() {
    var to = Output.of(output, FileContent.TABLE, List.of(first, second), terminal);
    var pair = CommandInputs.Pair.of(first, second);
    var document = CommandInputs.document(pair.model());
    var model = CommandInputs.trained(document);
    var mapping = ChosenMapping.of(map, mapCategory, model);
    var table = CommandInputs.rows(pair.data(), document, mapping, reading, terminal);
    var predictor = new ModelPredictor(model, computing.products());
    var given = AskedTable.of(document, predictor, table);
    write(given.answers(), to);
    CommandInputs.tellReading(pair.data(), table, terminal);
    AskedTable.lines(given, terminal.words()).forEach(terminal.err()::println);
    var scored = Judgement.rows(model, given.answers());
    if (scored.length > 0) {
      var rows = model.preprocessor().dataset(table, scored);
      var judged = Judgement.onOtherTable(predictor, rows);
      terminal.err().println(EvaluationText.lines(judged, terminal.words()));
    }
    terminal.err().flush();
  }

  private void write(TableAnswers answers, Output to) {
    to.write(text -> AnswersFile.write(answers, text, guarded, Progress.NONE));
    var name = to.name();
    if (name != null) {
      terminal.tell("cli.predict.saved", answers.answered(), name);
    }
  }
}
