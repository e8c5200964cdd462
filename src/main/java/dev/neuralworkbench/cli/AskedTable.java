package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.AnswersWords;
import dev.neuralworkbench.text.DecisionWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;

/** A model's answers for a table, and what is told beside them: the same as in the window. */
final class AskedTable {

  private AskedTable() {}

  /**
   * The answers.
   *
   * @throws CommandFailure if no row can be answered
   */
  static RowsAnswer.Given of(Document document, ModelPredictor predictor, Table table) {
    var answer =
        RowsAnswer.of(
            CommandInputs.trained(document),
            document.data().hash(),
            predictor,
            table,
            Progress.NONE);
    return switch (answer) {
      case RowsAnswer.Given given -> given;
      case RowsAnswer.Refused refused -> throw failure(refused.problem());
    };
  }

  /** Where columns are lacking, an option can name them. */
  private static CommandFailure failure(Problem problem) {
    return CommandFailure.of(
        problem.key().equals("data.columns.lacking")
            ? Problem.at("cli.lacking", problem.place(), problem.expected(), problem.found())
            : problem);
  }

  /** How many rows are answered, what must be known of them, and of whom the model has learned. */
  static List<String> lines(RowsAnswer.Given given, Words words) {
    var lines = new ArrayList<String>();
    lines.add(AnswersWords.facts(given, words));
    lines.addAll(AnswersWords.remarks(given, _ -> true, words));
    lines.add(DecisionWords.of(given.model(), words));
    lines.add(AnswersWords.unused(given, words));
    var learned = AnswersWords.trained(given, words);
    lines.add(learned.isEmpty() ? "" : words.text(key(given.model()), learned));
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private static String key(Model model) {
    var split = model.experiment().preparation().split();
    if (!split.mayTest()) {
      return split.mayValidate() ? "cli.trained.validation" : "cli.trained.all";
    }
    return split.mayValidate() ? "cli.trained" : "cli.trained.test";
  }

  /**
   * The rows that can be scored.
   *
   * @throws CommandFailure if there are none
   */
  static int[] scored(RowsAnswer.Given given) {
    var scored = given.scored();
    if (scored.length == 0) {
      throw withoutTargets(given.model(), given.table());
    }
    return scored;
  }

  private static CommandFailure withoutTargets(Model model, Table table) {
    var target = model.preprocessor().target().name();
    var place = Place.file(table.name());
    return CommandFailure.of(
        model.preprocessor().targetProblems(table).stream()
            .findFirst()
            .map(problem -> problem.at(problem.place().in(table.name())))
            .orElse(Problem.at("cli.noTargets", place, target, null)));
  }
}
