package dev.neuralworkbench.model;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Answers as CSV: the row's number, counted from 1, the answer under the target's name, and for
 * classes the probability of each.
 */
public final class AnswersFile {

  private AnswersFile() {}

  /**
   * Writes answers.
   *
   * @param to neither flushed nor closed
   */
  public static void write(Answers answers, Writer to) throws IOException {
    // Records go to the caller's writer, which buffers and stays open.
    var writer = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(to);
    try {
      var classes = answers.classes();
      var cells = new String[2 + classes.size()];
      cells[0] = "row";
      cells[1] = answers.target().name();
      for (var c = 0; c < classes.size(); c++) {
        cells[2 + c] = "probability " + classes.get(c);
      }
      writer.writeRecord(cells);
      for (var row = 0; row < answers.rows(); row++) {
        cells[0] = Integer.toString(row + 1);
        cells[1] =
            classes.isEmpty()
                ? Double.toString(answers.number(row))
                : classes.get(answers.predictedClass(row));
        for (var c = 0; c < classes.size(); c++) {
          cells[2 + c] = Float.toString(answers.probability(row, c));
        }
        writer.writeRecord(cells);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
