package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Some rows of a table, read as a model reads them (cleaned first, since a gap that is filled from
 * above depends on the order of the rows), whose columns can be exchanged for others. Of the
 * network's inputs only those are encoded anew that depend on an exchanged column.
 */
public final class ReadRows {

  private final Preprocessor preprocessor;

  /** The columns of the inputs and of the target, of these rows alone. */
  private final Table table;

  private final int[] all;

  /** (rows × inputs). Not modified. */
  private final FMatrixRMaj inputs;

  private final Targets targets;

  /**
   * Reads some rows.
   *
   * @param table has the columns of all inputs and of the target
   * @param rows rows that have a target and can be predicted. Not modified.
   */
  public ReadRows(Preprocessor preprocessor, Table table, int[] rows) {
    this.preprocessor =
        new Preprocessor(
            preprocessor.inputs(),
            preprocessor.target(),
            preprocessor.missing(),
            preprocessor.features(),
            null);
    var cleaned = preprocessor.cleaned(table);
    var columns = new ArrayList<Column>();
    preprocessor.inputs().forEach(it -> columns.add(cleaned.named(it.name()).only(rows)));
    columns.add(cleaned.named(preprocessor.target().name()).only(rows));
    this.table = new Table(table.name(), columns, rows.length);
    all = IntStream.range(0, rows.length).toArray();
    inputs = this.preprocessor.encode(this.table, all);
    targets = preprocessor.target().encode(target(), all);
  }

  private ReadRows(ReadRows from, int[] some) {
    preprocessor = from.preprocessor;
    table = from.table.only(some);
    all = IntStream.range(0, some.length).toArray();
    inputs = preprocessor.encode(table, all);
    targets = preprocessor.target().encode(target(), all);
  }

  /** At most so many of the rows, evenly, that stand for all of them. */
  public ReadRows sample(int most) {
    return rows() <= most ? this : new ReadRows(this, Dataset.spread(rows(), most).toArray());
  }

  public int rows() {
    return all.length;
  }

  /** How each input column is encoded, in their order. */
  public List<InputEncoder> encoders() {
    return preprocessor.inputs();
  }

  /** The values of an input column in these rows. */
  public Column column(String name) {
    return table.named(name);
  }

  Column target() {
    return table.named(preprocessor.target().name());
  }

  Targets targets() {
    return targets;
  }

  /** The rows as they are, for a network. */
  Dataset dataset() {
    return new Dataset(inputs, targets, all);
  }

  /**
   * The rows in which some columns are those of other rows: row i has those of {@code order[i]}.
   */
  Dataset permuted(Collection<String> names, int[] order) {
    return with(names.stream().map(name -> column(name).only(order)).toList());
  }

  /** The rows with other columns in the place of those of their names. */
  Dataset with(List<Column> others) {
    var changed = new HashMap<String, Column>();
    others.forEach(it -> changed.put(it.name(), it));
    var features =
        preprocessor.engineered().stream()
            .filter(it -> it.feature().columns().stream().anyMatch(changed::containsKey))
            .toList();
    var needed = new HashSet<>(changed.keySet());
    features.forEach(it -> needed.addAll(it.feature().columns()));
    var some = preprocessor.inputs().stream().filter(it -> needed.contains(it.name())).toList();
    var part =
        new Preprocessor(some, preprocessor.target(), preprocessor.missing(), features, null);
    var columns =
        some.stream().map(it -> changed.getOrDefault(it.name(), column(it.name()))).toList();
    var encoded = part.encode(new Table(table.name(), columns, rows()), all);
    return new Dataset(replaced(encoded, places(part)), targets, all);
  }

  /** The inputs with some columns of the matrix exchanged. */
  private FMatrixRMaj replaced(FMatrixRMaj others, int[] places) {
    var copy = inputs.copy();
    for (var row = 0; row < rows(); row++) {
      for (var i = 0; i < places.length; i++) {
        copy.data[row * copy.numCols + places[i]] = others.data[row * others.numCols + i];
      }
    }
    return copy;
  }

  /** Where the numbers of some of the inputs and features stand among those of all. */
  private int[] places(Preprocessor part) {
    Map<String, Integer> starts = new HashMap<>();
    var next = 0;
    for (var input : preprocessor.inputs()) {
      starts.put(input.name(), next);
      next += input.width();
    }
    var first = next;
    var ofInputs =
        part.inputs().stream()
            .flatMapToInt(
                it -> {
                  var start = starts.getOrDefault(it.name(), 0);
                  return IntStream.range(start, start + it.width());
                });
    var ofFeatures =
        part.engineered().stream().mapToInt(it -> first + preprocessor.engineered().indexOf(it));
    return IntStream.concat(ofInputs, ofFeatures).toArray();
  }
}
