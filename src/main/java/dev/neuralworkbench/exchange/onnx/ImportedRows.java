package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows for a model that came without any: from then on it is evaluated, explained and trained
 * on as if it had been trained on them. The columns are prepared as for any model, and the weights
 * of the first layer, of a number's output those of the last one too, are changed for that scaling,
 * so the model predicts what it predicted.
 */
public final class ImportedRows {

  private final Document imported;
  private final Model model;
  private final Table table;
  private final int target;

  private ImportedRows(Document imported, Model model, Table table, int target) {
    this.imported = imported;
    this.model = model;
    this.table = table;
    this.target = target;
  }

  /**
   * The document with a table, if its columns are such that they can be the model's. The inputs are
   * found by their names; where a name is not there, they are all columns of numbers but the
   * target, in the order of the table. Classes that the file does not name are those of the table,
   * in rising order.
   *
   * @param target name of the column of the target; null for the model's, or where there is none of
   *     its name the one that a new model would have
   * @return empty where it does not fit, and of a model that has its rows
   */
  public static Optional<Document> add(
      Document imported, DataReference data, @Nullable String target) {
    var table = data.table();
    var model = imported.trained();
    if (table == null
        || model == null
        || !(imported.data().source() instanceof DataSource.Elsewhere)) {
      return Optional.empty();
    }
    var named = table.indexOf(target == null ? model.preprocessor().target().name() : target);
    var index = named < 0 && target == null ? Preparation.defaults(table).targetIndex() : named;
    return index < 0
        ? Optional.empty()
        : new ImportedRows(imported, model, table, index).document(data);
  }

  /** Why a table does not fit: what its columns would have to be. */
  public static Problem unlike(Document imported, DataReference data) {
    var model = Objects.requireNonNull(imported.trained(), "a model was imported");
    var classes = model.classNames();
    var place = Place.file(data.name());
    return classes.isEmpty()
        ? Problem.at("exchange.import.rows.number", place, model.inputs(), null)
        : Problem.at(
            "exchange.import.rows.classes", place, model.inputs(), CategoryIndex.listed(classes));
  }

  private Optional<Document> document(DataReference data) {
    var columns = inputs();
    if (columns.size() != model.inputs() || !fits(table.column(target))) {
      return Optional.empty();
    }
    var preparation = preparation(columns);
    if (!preparation.problems(table).isEmpty()) {
      return Optional.empty();
    }
    var prepared = PreparedData.of(preparation, table);
    var training = ImportedDocument.training(Math.max(1, prepared.training().rows()));
    var experiment = new Experiment(preparation, model.experiment().network(), training);
    var fitted = prepared.preprocessor();
    var weights = weights(fitted, columns);
    return weights.isFinite()
        ? Optional.of(
            new Document(
                data,
                experiment,
                new Model(experiment, fitted, weights, new TrainingHistory(), null)))
        : Optional.empty();
  }

  /** Index in the table of each of the model's inputs, in the order of the model. */
  private List<Integer> inputs() {
    var names = imported.draft().preparation().inputs().stream().map(ColumnPlan::name).toList();
    var byName = names.stream().map(table::indexOf).filter(this::isNumbers).toList();
    if (byName.size() == names.size()) {
      return byName;
    }
    var plans = Preparation.defaults(table).columns();
    var all = IntStream.range(0, plans.size()).filter(this::isNumbers).boxed().toList();
    var used = all.stream().filter(i -> plans.get(i).role() != ColumnRole.IGNORED).toList();
    return used.size() == names.size() ? used : all;
  }

  private boolean isNumbers(int index) {
    return index >= 0 && index != target && table.column(index) instanceof NumberColumn;
  }

  private boolean fits(Column column) {
    var classes = model.classNames();
    if (classes.isEmpty()) {
      return column instanceof NumberColumn;
    }
    var names = CategoryCounts.of(column).names();
    var counted = IntStream.range(0, classes.size()).mapToObj(Integer::toString).toList();
    return names.equals(classes) || (names.size() == classes.size() && classes.equals(counted));
  }

  private Preparation preparation(List<Integer> columns) {
    var kind = model.classNames().isEmpty() ? ColumnKind.NUMBER : ColumnKind.CATEGORY;
    var usual = Preparation.defaults(table);
    var inputs = Set.copyOf(columns);
    var plans = new ArrayList<ColumnPlan>();
    for (var i = 0; i < table.columns().size(); i++) {
      var name = table.column(i).name();
      plans.add(
          inputs.contains(i)
              ? new ColumnPlan(name, ColumnRole.INPUT, ColumnKind.NUMBER)
              : i == target
                  ? new ColumnPlan(name, ColumnRole.TARGET, kind)
                  : usual.columns().get(i).withRole(ColumnRole.IGNORED));
    }
    // An output that an activation has closed cannot be scaled.
    var isOpen = model.experiment().network().outputActivation() == Activation.IDENTITY;
    return usual
        .withColumns(plans)
        .withScaling(isOpen || kind == ColumnKind.CATEGORY ? Scaling.STANDARDIZE : Scaling.NONE);
  }

  private NetworkWeights weights(Preprocessor fitted, List<Integer> columns) {
    var layers = new ArrayList<>(model.weights().layers());
    layers.set(0, first(layers.getFirst(), fitted.inputs(), columns));
    if (fitted.target() instanceof NumberTarget(_, _, _, _, var offset, var scale)) {
      layers.set(layers.size() - 1, last(layers.getLast(), offset, scale));
    }
    return new NetworkWeights(layers);
  }

  /** The first layer with its rows in the order of the table's columns, and for their scaling. */
  private LayerWeights first(LayerWeights layer, List<InputEncoder> fitted, List<Integer> columns) {
    var units = layer.units();
    var weights = new double[layer.inputs() * units];
    var shift = new double[layer.inputs()];
    var factor = new double[layer.inputs()];
    var order = columns.stream().sorted().toList();
    for (var row = 0; row < shift.length; row++) {
      var input = columns.indexOf(order.get(row));
      var before = (NumberInput) model.preprocessor().inputs().get(input);
      var now = (NumberInput) fitted.get(row);
      shift[row] = (now.offset() - before.offset()) / before.scale();
      factor[row] = now.scale() / before.scale();
      for (var unit = 0; unit < units; unit++) {
        weights[row * units + unit] = layer.weight(input, unit);
      }
    }
    return ImportedDocument.rescaled(weights, bias(layer), shift, factor);
  }

  /** The output layer, whose number is scaled as the target is. */
  private static LayerWeights last(LayerWeights layer, double offset, double scale) {
    var weights = new double[layer.inputs() * layer.units()];
    for (var i = 0; i < weights.length; i++) {
      weights[i] = layer.weight(i / layer.units(), i % layer.units()) / scale;
    }
    var bias = bias(layer);
    for (var i = 0; i < bias.length; i++) {
      bias[i] = (bias[i] - offset) / scale;
    }
    return ImportedDocument.single(layer.inputs(), weights, bias);
  }

  private static double[] bias(LayerWeights layer) {
    return IntStream.range(0, layer.units()).mapToDouble(layer::bias).toArray();
  }
}
