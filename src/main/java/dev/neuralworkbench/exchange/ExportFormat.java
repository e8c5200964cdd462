package dev.neuralworkbench.exchange;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.prepare.Cleaning;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.exchange.onnx.OnnxCheck;
import dev.neuralworkbench.exchange.onnx.OnnxException;
import dev.neuralworkbench.exchange.onnx.OnnxExport;
import dev.neuralworkbench.exchange.page.Page;
import dev.neuralworkbench.exchange.script.Script;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a trained model can be written as, by its id on the command line. */
public enum ExportFormat {
  /** A graph for onnxruntime; see {@link OnnxExport}. */
  ONNX("", ".onnx", (document, out) -> OnnxExport.write(trained(document), out)),
  /** A program in Python that predicts with NumPy alone; see {@link Script}. */
  NUMPY("", ".py", (document, out) -> Script.numpy(document, trained(document), out)),
  /** A program in Python that predicts and trains with PyTorch; see {@link Script}. */
  PYTORCH("_torch", ".py", (document, out) -> Script.pytorch(document, trained(document), out)),
  /** One HTML file that predicts and explains by itself; see {@link Page}. */
  PAGE("", ".html", Page::write);

  /** Names that stand for modules which scripts use. */
  private static final String MODULES =
      "(argparse|base64|collections|csv|ctypes|datetime|hashlib|inspect|json|math|numpy|os|pickle|random|re|signal|struct|sys|time|token|torch|types|typing|warnings)\\.py";

  /** What a proposed name has at its end, so that two kinds with one ending have two. */
  public final String mark;

  /** What the file's name ends with. */
  public final String ending;

  @SuppressWarnings("ImmutableEnumChecker") // It has no state.
  private final Writer writer;

  private interface Writer {
    void write(Document document, OutputStream out) throws IOException;
  }

  ExportFormat(String mark, String ending, Writer writer) {
    this.mark = mark;
    this.ending = ending;
    this.writer = writer;
  }

  /**
   * Writes all of the file, and leaves the stream open.
   *
   * @param document has a trained model without a {@link #limit}
   */
  public void write(Document document, OutputStream out) throws IOException {
    writer.write(document, out);
  }

  /** Why a model cannot be written; empty if it can. Dates have no type outside the program. */
  private static Optional<Problem> problem(Model model) {
    return ofColumns(
        "exchange.dates",
        model.preprocessor().inputs().stream()
            .filter(DateInput.class::isInstance)
            .map(InputEncoder::name));
  }

  private static Optional<Problem> ofColumns(String key, Stream<String> names) {
    var listed = names.toList();
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.of(key, "", null, CategoryIndex.listed(listed)));
  }

  /** Why this format cannot hold a model, even if others can; empty if it can. */
  public Optional<Problem> limit(Model model) {
    return problem(model).or(() -> this == PAGE ? Page.limit(model) : Optional.empty());
  }

  /** Why a script would not find a module of Python: a file of that name beside it hides it. */
  public Optional<Problem> hidden(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.matches(MODULES)
        ? Optional.of(Problem.at("exchange.module", Place.file(name), null, null))
        : Optional.empty();
  }

  /**
   * What is to be known of a file once it is written: what it does not do although the program
   * does, and how it predicts the document's rows, which it is read again and run for.
   *
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public List<Problem> remarks(Document document, Path file, Products products, Progress progress) {
    var model = trained(document);
    var remarks = new ArrayList<Problem>();
    if (document.draftDiffers()) {
      remarks.add(Problem.of("exchange.outdated", "", null, null));
    }
    var filledDown =
        model.preprocessor().cleanings().stream()
            .filter(it -> it.filledDown() != null)
            .map(Cleaning::column);
    ofColumns("exchange.filledDown", filledDown).ifPresent(remarks::add);
    // The rows that are open may be others', which lack its columns.
    var table =
        Stream.of(
                document.data().table(),
                model.background() == null ? null : model.background().values())
            .filter(it -> it != null && model.preprocessor().absent(it).isEmpty())
            .findFirst();
    if (this == PAGE) {
      Page.remark(document).ifPresent(remarks::add);
    }
    if (this == ONNX && Files.isRegularFile(file)) {
      try {
        remarks.addAll(
            table.isEmpty()
                ? List.of(Problem.of("exchange.check.none", "", null, null))
                : OnnxCheck.compare(
                    model, Files.readAllBytes(file), table.get(), products, progress));
      } catch (OnnxException e) {
        remarks.add(e.problem());
      } catch (IOException e) {
        remarks.add(Problem.at("data.file.unreadable", Place.file(file.toString()), null, null));
      }
    }
    return remarks;
  }

  private static Model trained(Document document) {
    return Objects.requireNonNull(document.trained(), "nothing is trained");
  }
}
