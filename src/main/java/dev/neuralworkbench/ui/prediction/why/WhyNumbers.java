package dev.neuralworkbench.ui.prediction.why;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.neuralworkbench.explain.why.Explanation;
import java.io.IOException;
import java.io.Writer;

/** An explanation as CSV: each column with its cell and contribution, between base and output. */
final class WhyNumbers {

  private WhyNumbers() {}

  static void write(Explanation of, Writer to) throws IOException {
    var writer = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(to);
    writer.writeRecord("column", "value", "contribution");
    writer.writeRecord("base", "", Double.toString(of.base()));
    for (var each : of.contributions()) {
      var name = each.column().isEmpty() ? String.join(", ", of.others()) : each.column();
      writer.writeRecord(name, each.value(), Double.toString(each.amount()));
    }
    writer.writeRecord("output", "", Double.toString(of.output()));
    writer.flush();
  }
}
