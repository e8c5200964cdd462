package dev.neuralworkbench.study.runs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.neuralworkbench.model.LoggedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Loss curves of runs as a CSV file, one line a place of a curve: {@code run} the number as in the
 * {@link RunListFile}, {@code epoch}, {@code training_loss}, and {@code validation_loss} where rows
 * judged. A loss is kept as a {@code float} and written as the {@code double} that equals it, which
 * is what a {@link RunBand} is worked out from.
 *
 * @param runs in the order of the lines
 */
public record RunCurvesFile(List<LoggedRun> runs) {

  private static final List<String> HEAD =
      List.of("run", "epoch", "training_loss", "validation_loss");

  public RunCurvesFile {
    runs = List.copyOf(runs);
  }

  /**
   * Writes all lines.
   *
   * @param to neither flushed nor closed
   */
  public void write(Writer to) throws IOException {
    // Records go to the caller's writer, which buffers and stays open.
    var writer = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(to);
    try {
      writer.writeRecord(HEAD);
      for (var run : runs) {
        var curve = run.record().curve();
        for (var i = 0; i < curve.epochs().size(); i++) {
          writer.writeRecord(
              String.valueOf(run.number()),
              curve.epochs().get(i).toString(),
              text(curve.training().get(i)),
              curve.validation().isEmpty() ? "" : text(curve.validation().get(i)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String text(float loss) {
    return Double.toString(loss);
  }
}
