package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.LoggedRun;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
   * @param to flushed, and not closed
   */
  public void write(Writer to) throws IOException {
    TableWriter.lines(HEAD, runs.stream().flatMap(RunCurvesFile::lines), to);
  }

  private static Stream<List<String>> lines(LoggedRun run) {
    var curve = run.record().curve();
    return IntStream.range(0, curve.epochs().size())
        .mapToObj(
            i ->
                List.of(
                    String.valueOf(run.number()),
                    curve.epochs().get(i).toString(),
                    Double.toString(curve.training().get(i)),
                    curve.validation().isEmpty()
                        ? ""
                        : Double.toString(curve.validation().get(i))));
  }
}
