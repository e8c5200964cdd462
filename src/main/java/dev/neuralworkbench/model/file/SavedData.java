package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The data of a document: what is known of the table.
 *
 * @param csv rows that were typed
 */
record SavedData(
    String name,
    int rows,
    String hash,
    List<DataReference.ColumnSchema> columns,
    DataSource source,
    @Nullable String csv) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  static SavedData of(DataReference data) {
    var table = data.table();
    var csv = data.source() instanceof DataSource.Embedded && table != null ? csv(table) : null;
    return new SavedData(data.name(), data.rows(), data.hash(), data.columns(), data.source(), csv);
  }

  /** The same without rows. */
  static SavedData described(DataReference data) {
    return new SavedData(
        data.name(), data.rows(), data.hash(), data.columns(), data.source(), null);
  }

  static String csv(Table table) {
    var text = new StringWriter();
    try {
      TableWriter.write(table, text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  DataReference read(Spot at) throws JsonException {
    checkHash(at.member("hash"), hash);
    at.member("name").refuse(name.isEmpty(), "model.empty", null, null);
    var isElsewhere = source instanceof DataSource.Elsewhere;
    at.member("rows").refuse(rows < 1 && !isElsewhere, "model.atLeast", 1, rows);
    at.member("rows").refuse(rows != 0 && isElsewhere, "model.atMost", 0, rows);
    checkNames(at.member("columns"));
    at.member("source").holds(source.choices().problems());
    var decimal = ReadingChoices.NONE.withDecimal(source.usualDecimal());
    at.member("source").holds(decimal.problems());
    var table = table(at);
    if (table != null) {
      check(at, table);
    }
    return new DataReference(name, rows, hash, columns, source, table);
  }

  static void checkHash(Spot at, String hash) throws JsonException {
    at.refuse(!HASH.matcher(hash).matches(), "model.noHash", null, hash);
  }

  private void checkNames(Spot at) throws JsonException {
    var names = new HashSet<String>();
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i).name();
      var member = at.item(i).member("name");
      member.refuse(column.isEmpty(), "model.empty", null, null);
      member.refuse(!names.add(column), "model.twice", null, column);
    }
  }

  private @Nullable Table table(Spot at) throws JsonException {
    if (source instanceof DataSource.Embedded) {
      var texts = new DataReference(name, rows, hash, columns, source, null).textColumns();
      return table(at.member("csv"), name, at.given("csv", csv), texts);
    }
    at.absent("csv", csv);
    return switch (source) {
      case DataSource.FromFile _, DataSource.Embedded _, DataSource.Elsewhere _ -> null;
      case DataSource.Recipe(var recipe) -> {
        at.member("source").holds(recipe.problems());
        yield recipe.table();
      }
      case DataSource.Bundled(var sample) -> sample.table();
    };
  }

  /** A table that {@link #csv} wrote. */
  static Table table(Spot at, String name, String csv, Set<String> texts) throws JsonException {
    try {
      return TableReader.parseWritten(name, csv, texts);
    } catch (TableFormatException e) {
      throw at.problem("model.holds", null, e.problem());
    }
  }

  private void check(Spot at, Table table) throws JsonException {
    at.member("rows").expect(table.rows(), rows);
    at.member("columns").expectCount("model.count.columns", table.columns().size(), columns.size());
    for (var i = 0; i < columns.size(); i++) {
      var item = at.member("columns").item(i);
      var column = DataReference.ColumnSchema.of(table.column(i));
      item.member("name").expect(column.name(), columns.get(i).name());
      item.member("numeric").expect(column.numeric(), columns.get(i).numeric());
    }
    at.member("hash").refuse(!ContentHash.of(table).equals(hash), "model.hash", null, null);
  }
}
