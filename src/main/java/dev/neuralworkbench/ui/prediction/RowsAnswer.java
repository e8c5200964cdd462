package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.Column;
import dev.neuralworkbench.data.InputEncoder;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.ModelPredictor;
import dev.neuralworkbench.model.Progress;
import dev.neuralworkbench.model.TableAnswers;
import dev.neuralworkbench.model.TableScore;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes of asking a model about a table. */
sealed interface RowsAnswer {

  /** The table that was asked about. */
  Table table();

  /**
   * No row can be answered.
   *
   * @param lacking input columns that the table lacks
   * @param problems what keeps its cells from being answered, where no column is lacking
   */
  record Refused(Table table, List<String> lacking, List<Problem> problems) implements RowsAnswer {

    /** Copies the lists. */
    public Refused {
      lacking = List.copyOf(lacking);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Rows are answered.
   *
   * @param model the model that answers
   * @param score how good the answers are; null where the table has no target
   * @param problems why some rows have no answer, and why there is no score although there is a
   *     target; the first of each kind and column
   * @param unused columns of the table that the model does not ask for
   */
  record Given(
      Model model,
      TableAnswers answers,
      @Nullable TableScore score,
      List<Problem> problems,
      List<String> unused)
      implements RowsAnswer {

    /** Copies the lists. */
    public Given {
      problems = List.copyOf(problems);
      unused = List.copyOf(unused);
    }

    @Override
    public Table table() {
      return answers.table();
    }

    /** Rows without an answer. */
    int unanswered() {
      return table().rows() - answers.answered();
    }
  }

  /** Asks; takes time, so in the background. */
  static RowsAnswer of(Model model, ModelPredictor predictor, Table table, Progress progress) {
    var preprocessor = model.preprocessor();
    var names =
        preprocessor.inputs().stream()
            .map(InputEncoder::name)
            .collect(Collectors.toUnmodifiableSet());
    var lacking =
        preprocessor.inputs().stream()
            .map(InputEncoder::name)
            .filter(name -> table.column(name) == null)
            .toList();
    if (!lacking.isEmpty()) {
      return new Refused(table, lacking, List.of());
    }
    var answers = TableAnswers.of(model, predictor, table, progress);
    var problems = new ArrayList<>(preprocessor.problems(table));
    if (answers.answered() == 0) {
      return new Refused(table, List.of(), problems);
    }
    var target = preprocessor.target().name();
    if (table.column(target) != null) {
      problems.addAll(preprocessor.targetProblems(table));
    }
    var unused =
        table.columns().stream()
            .map(Column::name)
            .filter(name -> !names.contains(name) && !name.equals(target))
            .toList();
    var score = TableScore.of(model, answers).orElse(null);
    return new Given(model, answers, score, problems, unused);
  }
}
