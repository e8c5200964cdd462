package dev.neuralworkbench.cli;

import dev.neuralworkbench.data.Dataset;
import dev.neuralworkbench.data.RowSplit;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Evaluation;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.ModelPredictor;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how good a model is on rows whose target is known. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

  /** Which rows: those of the split need the data that the model was trained on. */
  enum Rows {
    ALL,
    TRAINING,
    VALIDATION,
    TEST
  }

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "MODEL")
  private String first = "";

  @Parameters(index = "1", paramLabel = "DATA")
  private String second = "";

  @Option(names = "--rows", paramLabel = "ROWS")
  private String rows = "all";

  @Option(names = "--json")
  private boolean json;

  @Mixin private Portable computing = new Portable();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var chosen = Choices.of("--rows", Rows.class, rows);
    var pair = Inputs.Pair.of(first, second);
    var document = Inputs.document(pair.model());
    var model = Inputs.trained(document);
    var data = Inputs.data(pair.data(), model);
    var dataset = dataset(document, model, data, chosen);
    var predictor = new ModelPredictor(model, computing.products());
    var evaluation = Evaluation.of(predictor, dataset);
    terminal.result(
        json
            ? EvaluationText.json(evaluation)
            : EvaluationText.lines(evaluation, model, terminal.words()));
    return 0;
  }

  private static Dataset dataset(Document document, Model model, DataReference data, Rows rows) {
    var table = Objects.requireNonNull(data.table(), "just read");
    if (rows == Rows.ALL) {
      return labelled(model, table);
    }
    if (!data.hash().equals(document.data().hash())) {
      var place = Place.file(data.name());
      throw CommandFailure.of(Problem.at("cli.otherData", place, document.data().name(), null));
    }
    var split = RowSplit.of(model.experiment().preparation(), table);
    var wanted =
        switch (rows) {
          case ALL, TRAINING -> split.training();
          case VALIDATION -> split.validation();
          case TEST -> split.test();
        };
    if (wanted.length == 0) {
      throw CommandFailure.option("cli.noRows", "--rows", null, null);
    }
    return model.preprocessor().dataset(table, wanted);
  }

  /** Rows of any table that has the model's columns and the target. */
  static Dataset labelled(Model model, Table table) {
    var preprocessor = model.preprocessor();
    var problems = new ArrayList<>(preprocessor.problems(table));
    problems.addAll(preprocessor.targetProblems(table));
    if (!problems.isEmpty()) {
      throw CommandFailure.of(Tables.named(problems.getFirst(), table));
    }
    return preprocessor.dataset(table, preprocessor.labelledRows(table));
  }
}
