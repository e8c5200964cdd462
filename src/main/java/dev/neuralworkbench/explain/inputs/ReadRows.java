package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows of a table as a model reads them, whose columns can be exchanged for others. They are
 * cleaned before they are taken, since a gap that is filled from above depends on the order of the
 * rows, and encoded after a column was exchanged, so that what is engineered from it follows.
 */
public final class ReadRows {

  private final Preprocessor preprocessor; // cleans nothing: the table is clean
  private final Table table;
  private final int[] all;
  final Column target;
  final Targets targets;

  /**
   * Reads some rows.
   *
   * @param table has the columns of all inputs and of the target
   * @param rows rows that have a target and can be predicted. Not modified.
   */
  public ReadRows(Preprocessor of, Table table, int[] rows) {
    this(
        new Preprocessor(of.inputs(), of.target(), of.missing(), of.features(), null),
        of.cleaned(table).only(rows));
  }

  private ReadRows(Preprocessor preprocessor, Table table) {
    this.preprocessor = preprocessor;
    this.table = table;
    all = IntStream.range(0, table.rows()).toArray();
    target = table.named(preprocessor.target().name());
    targets = preprocessor.target().encode(target, all);
  }

  /** At most so many of the rows, evenly, that stand for all of them. */
  ReadRows sample(int most) {
    var some = Dataset.spread(rows(), most).toArray();
    return some.length == rows() ? this : new ReadRows(preprocessor, table.only(some));
  }

  public int rows() {
    return all.length;
  }

  List<InputEncoder> encoders() {
    return preprocessor.inputs();
  }

  Column column(String name) {
    return table.named(name);
  }

  /** The rows for a network, with other columns in the place of those of their names. */
  Dataset with(List<Column> others) {
    var changed = new HashMap<String, Column>();
    others.forEach(it -> changed.put(it.name(), it));
    var columns =
        encoders().stream().map(it -> changed.getOrDefault(it.name(), column(it.name()))).toList();
    return new Dataset(preprocessor.encode(new Table("", columns, rows()), all), targets, all);
  }

  /** The same with columns of which each row has the value of another one: row i of order(i). */
  Dataset permuted(List<String> names, int[] order) {
    return with(names.stream().map(name -> column(name).only(order)).toList());
  }
}
