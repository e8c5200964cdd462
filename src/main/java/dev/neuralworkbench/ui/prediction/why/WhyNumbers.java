package dev.neuralworkbench.ui.prediction.why;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.neuralworkbench.explain.why.Explanation;
import dev.neuralworkbench.model.answer.Prediction;
import java.io.IOException;
import java.io.Writer;

/**
 * An explanation as CSV: each column with its cell and contribution, between base and output, whose
 * value is the class.
 */
final class WhyNumbers {

  private WhyNumbers() {}

  /**
   * @param row the number of the table's row; 0 for another
   */
  static void write(int row, Explanation of, Writer to) throws IOException {
    var writer = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(to);
    var number = row == 0 ? "" : String.valueOf(row);
    var predicted = of.prediction() instanceof Prediction.OfClass it ? it.answer() : "";
    writer.writeRecord("row", "column", "value", "contribution");
    writer.writeRecord(number, "base", "", Double.toString(of.base()));
    for (var each : of.contributions()) {
      var name = each.column().isEmpty() ? String.join(", ", of.others()) : each.column();
      writer.writeRecord(number, name, each.value(), Double.toString(each.amount()));
    }
    writer.writeRecord(number, "output", predicted, Double.toString(of.output()));
    writer.flush();
  }
}
