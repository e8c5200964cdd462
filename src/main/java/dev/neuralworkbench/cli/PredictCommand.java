package dev.neuralworkbench.cli;

import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.model.Answers;
import dev.neuralworkbench.model.AnswersFile;
import dev.neuralworkbench.model.Evaluation;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.ModelPredictor;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers for the rows of a table. */
@Command(name = "predict")
final class PredictCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "MODEL")
  private String first = "";

  @Parameters(index = "1", paramLabel = "DATA")
  private String second = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv")
  private @Nullable String output;

  @Mixin private Portable computing = new Portable();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var to = Output.of(output, FileContent.TABLE, List.of(first, second), terminal);
    var pair = Inputs.Pair.of(first, second);
    var model = Inputs.trained(Inputs.document(pair.model()));
    var table = Inputs.rows(pair.data(), model);
    var problems = model.preprocessor().problems(table);
    if (!problems.isEmpty()) {
      throw CommandFailure.of(Tables.named(problems.getFirst(), table));
    }
    var predictor = new ModelPredictor(model, computing.products());
    write(predictor.predict(table), to);
    if (model.preprocessor().targetProblems(table).isEmpty()) {
      tellScore(model, table, predictor);
    }
    return 0;
  }

  private void write(Answers answers, Output to) {
    to.write(text -> AnswersFile.write(answers, text));
    if (to.isFile()) {
      terminal.tell("cli.predict.saved", answers.rows(), output);
    }
  }

  private void tellScore(Model model, Table table, ModelPredictor predictor) {
    var data = EvaluateCommand.labelled(model, table);
    if (data.rows() > 0) {
      var evaluation = Evaluation.of(predictor, data);
      terminal.err().println(EvaluationText.lines(evaluation, model, terminal.words()));
      terminal.err().flush();
    }
  }
}
