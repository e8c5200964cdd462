package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.metrics.Conformal;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.TableAnswers;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.Sureness;
import dev.neuralworkbench.text.SureWords;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Beside predictions, an interval that holds the true number, or the classes of which one is. */
final class SureColumns {

  private SureColumns() {}

  /**
   * Works out the margin, and tells what it rests on.
   *
   * @param own the rows that the model was trained on; null where they are not at hand
   * @throws CommandFailure if the level is wrong, or these rows are lacking
   */
  static Conformal of(
      Model model, @Nullable Table own, double level, Products products, Terminal terminal) {
    CommandFailure.refuse(Conformal.LEVEL.problems("--level", level));
    if (own == null) {
      throw CommandFailure.option("cli.level.data", "--level", null, null);
    }
    var sureness = Sureness.of(model, own, products, Progress.NONE);
    var target = model.preprocessor().target();
    terminal.err().println(SureWords.of(sureness, level, target, terminal.words()));
    return sureness.at(level);
  }

  static AnswersFile.Beside beside(Conformal at, TableAnswers answers) {
    var target = answers.answers().target().name();
    var isOfNumbers = answers.answers().classes().isEmpty();
    return new AnswersFile.Beside(
        isOfNumbers ? List.of("lower " + target, "upper " + target) : List.of("set " + target),
        row -> cells(at, answers.answers(), answers.position(row)));
  }

  private static List<String> cells(Conformal at, Answers answers, int position) {
    if (answers.classes().isEmpty()) {
      var number = answers.number(position);
      return List.of(Double.toString(number - at.margin()), Double.toString(number + at.margin()));
    }
    var names = answers.classes();
    return List.of(
        SpreadsheetText.guarded(
            IntStream.of(at.classes(answers.probabilities(position)))
                .mapToObj(names::get)
                .collect(Collectors.joining("; "))));
  }
}
