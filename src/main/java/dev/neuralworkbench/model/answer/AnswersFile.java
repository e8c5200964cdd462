package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers as CSV: all columns of the table that was asked about, as they are, then the answer, and
 * for classes the probability of each. A row without an answer has empty cells there. An answer's
 * column that is called like one of the table's gets a number behind its name. A class that the
 * table has not is a {@link SpreadsheetText}; where all are to be, so is each cell and name.
 */
public final class AnswersFile {

  /** Rows between two looks at the progress. */
  private static final int INTERVAL = 1024;

  private AnswersFile() {}

  /**
   * More columns, behind the answers.
   *
   * @param heads their names
   * @param cells those of a row that has an answer, from the first on
   */
  public record Beside(List<String> heads, IntFunction<List<String>> cells) {

    public static final Beside NOTHING = new Beside(List.of(), _ -> List.of());
  }

  /** Writes the answers for a table, with nothing beside them. */
  public static void write(TableAnswers answers, Writer to, boolean guarded, Progress progress)
      throws IOException {
    write(answers, Beside.NOTHING, to, guarded, progress);
  }

  /**
   * Writes the answers for a table, a line for each of its rows.
   *
   * @param to flushed, and not closed
   * @param guarded whether the table's own names and cells are made no formulas, too
   * @param progress told of the rows
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static void write(
      TableAnswers answers, Beside beside, Writer to, boolean guarded, Progress progress)
      throws IOException {
    var columns = answers.table().columns();
    var rows = answers.table().rows();
    UnaryOperator<String> own = guarded ? SpreadsheetText::guarded : UnaryOperator.identity();
    var head = head(columns, answers.answers(), beside).stream().map(own).toList();
    var names = names(answers);
    IntFunction<List<String>> line =
        row -> {
          if (row % INTERVAL == 0) {
            progress.goOn(row, rows);
          }
          var cells = new ArrayList<String>(head.size());
          columns.forEach(column -> cells.add(own.apply(column.text(row))));
          var position = answers.position(row);
          if (position >= 0) {
            cells.addAll(answer(answers.answers(), names, position));
            cells.set(columns.size(), own.apply(cells.get(columns.size())));
            cells.addAll(beside.cells.apply(row));
          }
          cells.addAll(Collections.nCopies(head.size() - cells.size(), ""));
          return cells;
        };
    TableWriter.lines(head, IntStream.range(0, rows).mapToObj(line), to);
  }

  /** Whether a table has names or cells that are made no formulas where all are. */
  public static boolean hasFormulas(Table table) {
    return table.columns().stream()
        .anyMatch(
            column ->
                SpreadsheetText.isFormula(column.name())
                    || (column instanceof TextColumn texts
                        && texts.categories().stream().anyMatch(SpreadsheetText::isFormula)));
  }

  private static List<String> head(List<Column> columns, Answers answers, Beside beside) {
    var names = new ArrayList<String>();
    columns.forEach(column -> names.add(column.name()));
    names.add("predicted " + answers.target().name());
    answers.classes().forEach(name -> names.add("probability " + name));
    names.addAll(beside.heads);
    return ColumnNames.unique(names);
  }

  private static List<String> names(TableAnswers answers) {
    var own = answers.table().column(answers.answers().target().name());
    var written = own instanceof TextColumn texts ? Set.copyOf(texts.categories()) : Set.of();
    return answers.answers().classes().stream()
        .map(name -> written.contains(name) ? name : SpreadsheetText.guarded(name))
        .toList();
  }

  private static List<String> answer(Answers answers, List<String> names, int position) {
    return names.isEmpty()
        ? List.of(Double.toString(answers.number(position)))
        : Stream.concat(
                Stream.of(names.get(answers.predictedClass(position))),
                Arrays.stream(answers.probabilities(position)).mapToObj(Double::toString))
            .toList();
  }
}
