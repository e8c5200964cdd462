package dev.neuralworkbench.exchange;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.prepare.Cleaning;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.exchange.onnx.OnnxExport;
import dev.neuralworkbench.exchange.page.Page;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;

/** What a trained model can be written as, by its id on the command line. */
public enum ExportFormat {
  /** A graph for onnxruntime; see {@link OnnxExport}. */
  ONNX(".onnx", (document, out) -> OnnxExport.write(trained(document), out)),

  /** One HTML file that predicts and explains by itself; see {@link Page}. */
  PAGE(".html", Page::write);

  /** What the file's name ends with. */
  public final String ending;

  @SuppressWarnings("ImmutableEnumChecker") // It has no state.
  private final Writer writer;

  private interface Writer {
    void write(Document document, OutputStream out) throws IOException;
  }

  ExportFormat(String ending, Writer writer) {
    this.ending = ending;
    this.writer = writer;
  }

  /**
   * Writes all of the file, and leaves the stream open.
   *
   * @param document has a trained model without a {@link #problem}
   */
  public void write(Document document, OutputStream out) throws IOException {
    writer.write(document, out);
  }

  /** Why a model cannot be written; empty if it can. Dates have no type outside the program. */
  public static Optional<Problem> problem(Model model) {
    var dates =
        model.preprocessor().inputs().stream()
            .filter(DateInput.class::isInstance)
            .map(InputEncoder::name)
            .toList();
    return dates.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.of("exchange.dates", "", null, CategoryIndex.listed(dates)));
  }

  /** What the file does not do although the program does; empty if it does everything. */
  public static Optional<Problem> remark(Model model) {
    var filled =
        model.preprocessor().cleanings().stream()
            .filter(it -> it.filledDown() != null)
            .map(Cleaning::column)
            .toList();
    return filled.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.of("exchange.filledDown", "", null, CategoryIndex.listed(filled)));
  }

  private static Model trained(Document document) {
    return Objects.requireNonNull(document.trained(), "nothing is trained");
  }
}
