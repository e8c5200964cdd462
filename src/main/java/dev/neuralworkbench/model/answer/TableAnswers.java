package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RowRemark;
import dev.neuralworkbench.data.encode.RowRemark.Outcome;
import dev.neuralworkbench.data.encode.RowsToPredict;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A model's answers for the rows of a table, with what must be known of them. Rows that hold what
 * the model cannot take have none, and neither have those for which it computes no finite number.
 * Immutable.
 */
public final class TableAnswers {

  private static final int NONE = -1;

  /** Categories that the model does not know, of which more are not to be told one by one. */
  private static final int MOST_UNKNOWN = 40;

  private final Table table;
  private final RowsToPredict asked;
  private final Answers answers;
  private final int[] rows;
  private final int[] positions;
  private final List<RowRemark> remarks;
  private final List<RowRemark> targetRemarks;
  private final List<CategoryMapping.Unknown> unknown;

  /**
   * Answers every row that can be answered.
   *
   * @param table without {@link dev.neuralworkbench.data.encode.Preprocessor#columnProblems}
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public TableAnswers(Model model, ModelPredictor predictor, Table table, Progress progress) {
    this.table = table;
    asked = new RowsToPredict(model.preprocessor(), table);
    rows = asked.answerable();
    answers = predictor.predict(table, rows, progress);
    positions = new int[table.rows()];
    Arrays.fill(positions, NONE);
    IntStream.range(0, rows.length).forEach(position -> positions[rows[position]] = position);
    remarks = remarks(model.preprocessor(), asked, _ -> true);
    var target = asked.table.column(model.preprocessor().target().name());
    if (target == null || target.missing() == 0) {
      targetRemarks = remarks;
    } else {
      IntPredicate has = row -> !target.isMissing(row);
      var some = new RowsToPredict(model.preprocessor(), table, has);
      targetRemarks = remarks(model.preprocessor(), some, has);
    }
    unknown = CategoryMapping.unknown(model.preprocessor(), asked.table, MOST_UNKNOWN);
  }

  private List<RowRemark> remarks(Preprocessor by, RowsToPredict of, IntPredicate some) {
    var all = new ArrayList<>(of.remarks());
    all.addAll(by.targetRemarks(table));
    var none =
        IntStream.range(0, rows.length)
            .filter(position -> !answers.isAnswered(position))
            .map(position -> rows[position])
            .filter(some)
            .toArray();
    if (none.length > 0) {
      all.add(noNumber(none[0], none.length));
    }
    all.sort(Comparator.comparing(RowRemark::outcome));
    return List.copyOf(all);
  }

  private static RowRemark noNumber(int row, int rows) {
    var place = new Place(null, 0, null, null, row + 1L);
    return new RowRemark(
        Problem.at("answers.row.none", place, null, null), rows, Outcome.UNANSWERED);
  }

  public Table table() {
    return table;
  }

  /** The same with its cells as the model reads them: a target is compared as it is read. */
  public Table read() {
    return asked.table;
  }

  /** What the network said to each row that it could be asked, in the order of the rows. */
  public Answers answers() {
    return answers;
  }

  public int answered() {
    return answers.rows() - answers.unanswered();
  }

  /** Position of a row's answer among the {@link #answers}; −1 if it has none. */
  public int position(int row) {
    var position = positions[row];
    return position == NONE || !answers.isAnswered(position) ? NONE : position;
  }

  boolean isAsked(int row) {
    return positions[row] != NONE;
  }

  /** Whether a row is answered although it is unlike every row that the model was trained on. */
  public boolean isOutside(int row) {
    return position(row) != NONE && asked.isOutside(row);
  }

  /** Number of rows that are answered although they are unlike every training row. */
  public int outside() {
    return (int) IntStream.of(rows).filter(this::isOutside).count();
  }

  /** What must be known of the rows: first why some have no answer, or are not scored. */
  public List<RowRemark> remarks() {
    return remarks;
  }

  /** Those about rows with a target. */
  public List<RowRemark> targetRemarks() {
    return targetRemarks;
  }

  /** The first categories that the model does not know: they may be others' names for its own. */
  public List<CategoryMapping.Unknown> unknown() {
    return unknown;
  }

  /**
   * What the network said to some rows.
   *
   * @param wanted rows that it could be asked about. Not modified.
   */
  public Answers of(int[] wanted) {
    if (Arrays.equals(wanted, rows)) {
      return answers;
    }
    var all = answers.outputs();
    var some = new DMatrixRMaj(wanted.length, all.numCols);
    for (var i = 0; i < wanted.length; i++) {
      System.arraycopy(
          all.data, positions[wanted[i]] * all.numCols, some.data, i * all.numCols, all.numCols);
    }
    return new Answers(answers.target(), some, answers.function(), answers.decision());
  }
}
