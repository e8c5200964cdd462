package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What comes of asking a model about the rows of a table. The window and the command line both ask
 * here, so that both answer the same rows with the same remarks.
 */
public sealed interface RowsAnswer {

  Table table();

  /**
   * No row can be answered.
   *
   * @param problem why: columns that the table lacks, or what is wrong in the first row
   */
  record Refused(Table table, Problem problem) implements RowsAnswer {}

  /**
   * Rows are answered.
   *
   * @param judgement how good the answers are; null where no row's target is known
   * @param unused columns of the table that the model does not ask for
   * @param trained how many of the rows the model was trained on; 0 where the table is another than
   *     the one it was trained on
   */
  record Given(
      Model model,
      TableAnswers answers,
      @Nullable Judgement judgement,
      List<String> unused,
      int trained)
      implements RowsAnswer {

    public Given {
      unused = List.copyOf(unused);
    }

    @Override
    public Table table() {
      return answers.table();
    }

    /**
     * The rows that can be scored, in rising order; of the model's own table without those that
     * were no case while it was trained.
     */
    public int[] scored() {
      var filter = model.experiment().preparation().filter();
      IntPredicate leftOut = trained > 0 ? filter.on(table()) : _ -> false;
      return IntStream.of(Judgement.rows(model, answers)).filter(leftOut.negate()).toArray();
    }

    public int unanswered() {
      return table().rows() - answers.answered();
    }
  }

  /**
   * Asks; takes time, so in the background.
   *
   * @param trainedOn hash of the table that the model was trained on
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  static RowsAnswer of(
      Model model, String trainedOn, ModelPredictor predictor, Table table, Progress progress) {
    var preprocessor = model.preprocessor();
    var lacking = preprocessor.lacking(table);
    if (lacking.isPresent()) {
      return new Refused(table, lacking.get());
    }
    var answers = new TableAnswers(model, predictor, table, progress);
    if (answers.answered() == 0) {
      var first = answers.remarks().getFirst().first();
      return new Refused(table, first.at(first.place().in(table.name())));
    }
    var asked = preprocessor.inputs().stream().map(InputEncoder::name).collect(Collectors.toSet());
    asked.add(preprocessor.target().name());
    var unused =
        table.columns().stream().map(Column::name).filter(name -> !asked.contains(name)).toList();
    return new Given(
        model,
        answers,
        Judgement.of(model, answers).orElse(null),
        unused,
        trained(model, trainedOn, asLearned(table, unused)));
  }

  /** Columns that are only copied are texts here; where a model learns they are what they hold. */
  private static Table asLearned(Table table, List<String> unused) {
    var columns =
        table.columns().stream()
            .map(
                column ->
                    column instanceof TextColumn texts && unused.contains(column.name())
                        ? texts.asRead()
                        : column)
            .toList();
    return new Table(table.name(), columns, table.rows());
  }

  private static int trained(Model model, String trainedOn, Table table) {
    return ContentHash.of(table).equals(trainedOn)
        ? RowSplit.of(model.experiment().preparation(), table).training().length
        : 0;
  }
}
