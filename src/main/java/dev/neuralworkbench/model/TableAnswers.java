package dev.neuralworkbench.model;

import dev.neuralworkbench.data.Table;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * A model's answers for the rows of a table. Rows that hold what the model cannot take have none,
 * and neither have those for which it computes no finite number. Immutable.
 */
public final class TableAnswers {

  private static final int NONE = -1;

  private final Table table;
  private final Answers answers;
  private final int[] rows;
  private final int[] positions;

  private TableAnswers(Table table, Answers answers, int[] rows) {
    this.table = table;
    this.answers = answers;
    this.rows = rows;
    positions = new int[table.rows()];
    Arrays.fill(positions, NONE);
    IntStream.range(0, rows.length).forEach(position -> positions[rows[position]] = position);
  }

  /**
   * Answers every row that can be answered.
   *
   * @param table without {@link dev.neuralworkbench.data.Preprocessor#columnProblems}
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static TableAnswers of(
      Model model, ModelPredictor predictor, Table table, Progress progress) {
    var rows = model.preprocessor().answerableRows(table);
    var answers = predictor.predict(table, rows, progress);
    var answered = IntStream.range(0, rows.length).filter(answers::isAnswered).toArray();
    return answered.length == rows.length
        ? new TableAnswers(table, answers, rows)
        : new TableAnswers(
            table, some(answers, answered), IntStream.of(answered).map(i -> rows[i]).toArray());
  }

  /** The rows that were asked about. */
  public Table table() {
    return table;
  }

  /** The answers, one for each row that has one, in the order of the rows. */
  public Answers answers() {
    return answers;
  }

  /** Number of rows that have an answer. */
  public int answered() {
    return rows.length;
  }

  /** Position of a row's answer among the {@link #answers}; −1 if it has none. */
  public int position(int row) {
    return positions[row];
  }

  /**
   * The answers for some rows.
   *
   * @param wanted rows that have an answer. Not modified.
   */
  Answers of(int[] wanted) {
    if (Arrays.equals(wanted, rows)) {
      return answers;
    }
    return some(answers, IntStream.of(wanted).map(row -> positions[row]).toArray());
  }

  private static Answers some(Answers answers, int[] wanted) {
    var all = answers.outputs();
    var some = new FMatrixRMaj(wanted.length, all.numCols);
    for (var i = 0; i < wanted.length; i++) {
      System.arraycopy(all.data, wanted[i] * all.numCols, some.data, i * all.numCols, all.numCols);
    }
    return new Answers(answers.target(), some);
  }
}
