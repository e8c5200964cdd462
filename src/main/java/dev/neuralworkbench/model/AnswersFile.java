package dev.neuralworkbench.model;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Answers as CSV: the row's number, counted from 1, the answer under the target's name, and for
 * classes the probability of each. A row without an answer has empty cells.
 */
public final class AnswersFile {

  /** Rows between two looks at the progress. */
  private static final int INTERVAL = 1024;

  private AnswersFile() {}

  /**
   * Writes answers.
   *
   * @param to neither flushed nor closed
   */
  public static void write(Answers answers, Writer to) throws IOException {
    write(answers, answers.rows(), row -> row, to, Progress.NONE);
  }

  /**
   * Writes the answers for a table, a line for each of its rows.
   *
   * @param to neither flushed nor closed
   * @param progress told of the rows
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static void write(TableAnswers answers, Writer to, Progress progress) throws IOException {
    write(answers.answers(), answers.table().rows(), answers::position, to, progress);
  }

  private static void write(
      Answers answers, int rows, IntUnaryOperator position, Writer to, Progress progress)
      throws IOException {
    // Records go to the caller's writer, which buffers and stays open.
    var writer = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(to);
    try {
      var cells = new String[2 + answers.classes().size()];
      head(answers, cells);
      writer.writeRecord(cells);
      for (var row = 0; row < rows; row++) {
        if (row % INTERVAL == 0) {
          progress.goOn(row, rows);
        }
        Arrays.fill(cells, "");
        cells[0] = Integer.toString(row + 1);
        fill(answers, position.applyAsInt(row), cells);
        writer.writeRecord(cells);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void head(Answers answers, String[] cells) {
    var classes = answers.classes();
    cells[0] = "row";
    cells[1] = answers.target().name();
    for (var c = 0; c < classes.size(); c++) {
      cells[2 + c] = "probability " + classes.get(c);
    }
  }

  private static void fill(Answers answers, int position, String[] cells) {
    if (position < 0) {
      return;
    }
    var classes = answers.classes();
    cells[1] =
        classes.isEmpty()
            ? Double.toString(answers.number(position))
            : classes.get(answers.predictedClass(position));
    for (var c = 0; c < classes.size(); c++) {
      cells[2 + c] = Float.toString(answers.probability(position, c));
    }
  }
}
