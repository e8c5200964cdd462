package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network of dense layers from an ONNX file of another program. What the graph does is found out,
 * not run; see {@link NetworkFinder}. Such a file has no rows: with a table the model is as if it
 * had been trained on it, without one it predicts alone.
 */
public final class OnnxImport {

  /** What the file's name ends with. */
  private static final String ENDING = ".onnx";

  /** Bytes as a share of memory: numbers are doubles on the way, of which there are copies. */
  private static final int SHARE = 10;

  /** The document without rows. */
  public final Document document;

  private final ImportedDocument imported;

  private OnnxImport(ImportedDocument imported, Document document) {
    this.imported = imported;
    this.document = document;
  }

  /** Whether a name is that of such a file. */
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * Reads a file, and what numbers of it are in another file of its folder.
   *
   * @throws OnnxException if it cannot be read, or is no network of this program's layers
   */
  public static OnnxImport read(Path file) throws OnnxException {
    var name = String.valueOf(file.getFileName());
    var most = Math.min(OnnxReader.MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE);
    try {
      if (Files.size(file) > most) {
        throw OnnxException.tooLarge(Affine.MOST_WEIGHTS);
      }
      var bytes = Files.readAllBytes(file);
      var folder = file.toAbsolutePath().getParent();
      var model = new OnnxReader(new ExternalNumbers(folder, most)).model(bytes);
      if (model.metadata().containsKey("schema") && model.metadata().containsKey("settings")) {
        throw new OnnxException("exchange.import.own", null, null);
      }
      var finder = NetworkFinder.find(model);
      var imported = new ImportedDocument(finder, ImportedOutput.of(finder));
      var hash = ContentHash.of(new String(bytes, StandardCharsets.ISO_8859_1));
      return new OnnxImport(imported, imported.withoutRows(name, hash));
    } catch (IOException e) {
      var key = Files.exists(file) ? "data.file.unreadable" : "data.file.absent";
      throw new OnnxException(Problem.at(key, Place.file(name), null, null));
    }
  }

  /**
   * What the file does not say, and was taken to be.
   *
   * @param document its own with a table or without
   */
  public List<Problem> remarks(Document document) {
    var remarks = new ArrayList<>(imported.output().remarks());
    var inputs = document.draft().preparation().inputs().stream().map(ColumnPlan::name).toList();
    var hasTable = document.data().table() != null;
    if (hasTable && !inputs.equals(imported.inputs())) {
      remarks.add(Problem.of("exchange.import.inOrder", "", null, CategoryIndex.listed(inputs)));
    }
    var model = document.trained();
    var classes = model == null ? List.<String>of() : model.classNames();
    if (!imported.output().areTold() && !classes.isEmpty()) {
      if (hasTable) {
        var listed = CategoryIndex.listed(classes);
        remarks.add(Problem.of("exchange.import.assigned", "", null, listed));
      } else {
        remarks.add(Problem.of("exchange.import.unnamed", "", null, classes.size() - 1));
      }
    }
    return remarks;
  }

  /**
   * The document with a table. The inputs are its columns of the file's names, otherwise its
   * columns of numbers without the target, in their order; classes that the file does not name are
   * those of the table in rising order.
   *
   * @param target name of the target; null for the column of the file's name, or of the classes
   *     that it names, or for the target of a new model
   * @throws OnnxException if the table has not as many inputs, or another target
   */
  public Document with(DataReference data, @Nullable String target) throws OnnxException {
    var table = Objects.requireNonNull(data.table(), "rows that were read");
    var usual = Preparation.defaults(table);
    var targets =
        target == null ? targets(table, usual.targetIndex()) : IntStream.of(table.indexOf(target));
    var index = targets.filter(it -> it >= 0 && fits(table, usual, it)).findFirst();
    if (index.isEmpty()) {
      throw unlike(data);
    }
    return with(data, table, usual, index.getAsInt());
  }

  private Document with(DataReference data, Table table, Preparation usual, int index)
      throws OnnxException {
    var inputs = inputs(table, usual, index);
    var plans = new ArrayList<>(usual.columns());
    for (var i = 0; i < plans.size(); i++) {
      plans.set(
          i,
          i == index
              ? plans.get(i).withRole(ColumnRole.TARGET).withKind(imported.kind())
              : plans.get(i).withRole(inputs.contains(i) ? ColumnRole.INPUT : ColumnRole.IGNORED));
    }
    // An output that an activation has closed cannot be scaled.
    var isOpen = imported.output().last().activation() == Activation.IDENTITY;
    var preparation =
        usual.withColumns(plans).withScaling(isOpen ? Scaling.STANDARDIZE : Scaling.NONE);
    if (!preparation.problems(table).isEmpty()) {
      throw new OnnxException(preparation.problems(table).getFirst());
    }
    var prepared = PreparedData.of(preparation, table);
    return imported.document(
        data, preparation, prepared.preprocessor(), prepared.training().rows());
  }

  private Set<Integer> inputs(Table table, Preparation usual, int target) {
    var names = imported.inputs();
    var all =
        IntStream.range(0, table.columns().size())
            .filter(i -> i != target && table.column(i) instanceof NumberColumn)
            .boxed()
            .toList();
    var own = all.stream().filter(i -> names.contains(table.column(i).name())).toList();
    var used = all.stream().filter(i -> usual.inputs().contains(usual.columns().get(i))).toList();
    var isNamed = own.stream().map(i -> table.column(i).name()).toList().equals(names);
    return Set.copyOf(isNamed ? own : used.size() == names.size() ? used : all);
  }

  private IntStream targets(Table table, int usual) {
    var named = IntStream.of(table.indexOf(imported.target()));
    var areTold = imported.output().areTold();
    var ofClasses = IntStream.range(0, areTold ? table.columns().size() : 0);
    return Stream.of(named, ofClasses, IntStream.of(usual)).flatMapToInt(it -> it);
  }

  private boolean fits(Table table, Preparation usual, int target) {
    var classes = imported.output().classes();
    if (inputs(table, usual, target).size() != imported.inputs().size()) {
      return false;
    } else if (classes.isEmpty()) {
      return table.column(target) instanceof NumberColumn;
    }
    var names = CategoryCounts.of(table.column(target)).names();
    return names.equals(classes)
        || (names.size() == classes.size() && !imported.output().areTold());
  }

  private OnnxException unlike(DataReference data) {
    var classes = imported.output().classes();
    var key = classes.isEmpty() ? "exchange.import.rows.number" : "exchange.import.rows.classes";
    var listed = CategoryIndex.listed(classes);
    var place = Place.file(data.name());
    return new OnnxException(Problem.at(key, place, imported.inputs().size(), listed));
  }
}
