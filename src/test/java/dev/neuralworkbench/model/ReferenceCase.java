package dev.neuralworkbench.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One table and two models in which nothing is symmetric, so that whatever is swapped on its way to
 * a page is seen: three classes of unequal size, wrong answers that are not mirrored, rows without
 * a target before and between the others, and scores of which no two are alike. What scikit-learn
 * says of them stands beside it; {@code src/test/python/reference.py} tells how it was made.
 */
public enum ReferenceCase {
  /** Three classes: elm, oak, yew. */
  KIND("classes.nnw"),
  /** A number. */
  HEIGHT("numbers.nnw");

  /** The table. */
  public static final Path TABLE = path("table.csv");

  private static final PortableProducts PRODUCTS = new PortableProducts();

  private final Path file;

  ReferenceCase(String file) {
    this.file = path(file);
  }

  private static Path path(String name) {
    return Path.of("src", "test", "resources", "reference", name);
  }

  /** The model's file. */
  public Path file() {
    return file;
  }

  /** All rows, 72. */
  public static Table table() {
    try {
      return new TableReader().read(TABLE, Progress.NONE);
    } catch (TableFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The heights that were learned from. */
  public static double[] learnedHeights() {
    var table = table();
    return IntStream.range(0, table.rows())
        .filter(row -> table.column("part").text(row).equals("train"))
        .mapToDouble(row -> table.column("height").value(row))
        .filter(Double::isFinite)
        .toArray();
  }

  /** The model with its rows. */
  public Document document() {
    try {
      return ModelFile.read(file).withData(DataReference.ofFile(table(), ReadingChoices.NONE));
    } catch (ModelFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The model. */
  public Model model() {
    return Objects.requireNonNull(document().trained());
  }

  /** What answers for the model. */
  public ModelPredictor predictor() {
    return new ModelPredictor(model(), PRODUCTS);
  }

  /** The scores of a part beside those without a network. */
  public Judgement judged(RowPart part) {
    var data = PreparedData.of(model().experiment().preparation(), table());
    var rows = data.rows(part);
    return Judgement.of(predictor(), data.training(), rows).withLinear(data.training(), rows);
  }

  /** What scikit-learn says: of all rows in {@code all}, and of those of each part. */
  public JsonObject expected() {
    try {
      return JsonParser.parseString(Files.readString(path("expected.json")))
          .getAsJsonObject()
          .getAsJsonObject(name().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it says of a part. */
  public JsonObject expected(RowPart part) {
    return expected().getAsJsonObject(part.id());
  }
}
