package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.ColumnSchema;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data of a document: what is known of the table, and typed rows as CSV. */
final class DataJson {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private DataJson() {}

  static Json write(DataReference data) {
    var columns = new ArrayList<Json>();
    data.columns().forEach(column -> columns.add(FileMapping.MAPPING.write(column)));
    var object =
        new Json.Members()
            .with("name", new Json.Text(data.name()))
            .with("rows", Json.Digits.of((long) data.rows()))
            .with("hash", new Json.Text(data.hash()))
            .with("columns", new Json.Items(columns))
            .with("source", FileMapping.MAPPING.write((Record) data.source()));
    var table = data.table();
    if (data.source() instanceof DataSource.Embedded && table != null) {
      object.with("csv", new Json.Text(csv(table)));
    }
    return object;
  }

  private static String csv(Table table) {
    var text = new StringWriter();
    try {
      TableWriter.write(table, text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  /** What a file may hold of it. */
  static Outline outline() {
    return new Outline.Members()
        .with("name", Outline.VALUE)
        .with("rows", Outline.VALUE)
        .with("hash", Outline.VALUE)
        .with(
            "columns",
            new Outline.Items(
                FileMapping.MOST_COLUMNS, FileMapping.MAPPING.outline(ColumnSchema.class)))
        .with("source", FileMapping.MAPPING.outline(DataSource.class))
        .with("csv", Outline.VALUE);
  }

  static DataReference read(JsonView view) throws JsonException {
    var name = view.member("name").text();
    var rows = view.member("rows").integer();
    var hash = hash(view.member("hash"));
    if (name.isEmpty()) {
      throw view.member("name").problem("model.empty", null, null);
    } else if (rows < 1) {
      throw view.member("rows").problem("model.atLeast", 1, rows);
    }
    var columns = columns(view.member("columns"));
    var source = FileMapping.MAPPING.read(view.member("source"), DataSource.class);
    view.member("source").holds(source.choices().problems());
    var table = table(source, name, columns, view);
    view.end();
    if (table != null) {
      check(view, table, rows, columns, hash);
    }
    return new DataReference(name, rows, hash, columns, source, table);
  }

  /** The hash of some rows. */
  static String hash(JsonView view) throws JsonException {
    var hash = view.text();
    if (!HASH.matcher(hash).matches()) {
      throw view.problem("model.noHash", null, hash);
    }
    return hash;
  }

  private static List<ColumnSchema> columns(JsonView view) throws JsonException {
    var columns = new ArrayList<ColumnSchema>();
    var names = new HashSet<String>();
    for (var item : view.items()) {
      var column = FileMapping.MAPPING.read(item, ColumnSchema.class);
      if (column.name().isEmpty()) {
        throw item.member("name").problem("model.empty", null, null);
      } else if (!names.add(column.name())) {
        throw item.member("name").problem("model.twice", null, column.name());
      }
      columns.add(column);
    }
    return columns;
  }

  /** Refuses rows that are not those that the file speaks of. */
  private static void check(
      JsonView view, Table table, int rows, List<ColumnSchema> columns, String hash)
      throws JsonException {
    view.member("rows").expect(table.rows(), rows);
    var member = view.member("columns");
    member.expectCount("model.count.columns", table.columns().size(), columns.size());
    var items = member.items();
    for (var i = 0; i < columns.size(); i++) {
      var column = ColumnSchema.of(table.column(i));
      items.get(i).member("name").expect(column.name(), columns.get(i).name());
      items.get(i).member("numeric").expect(column.numeric(), columns.get(i).numeric());
    }
    if (!ContentHash.of(table).equals(hash)) {
      throw view.member("hash").problem("model.hash", null, null);
    }
  }

  private static @Nullable Table table(
      DataSource source, String name, List<ColumnSchema> columns, JsonView view)
      throws JsonException {
    return switch (source) {
      case DataSource.FromFile file -> null;
      case DataSource.Embedded embedded -> {
        var csv = view.member("csv");
        var texts =
            columns.stream()
                .filter(column -> !column.numeric())
                .map(ColumnSchema::name)
                .collect(Collectors.toSet());
        try {
          yield TableReader.parseWritten(name, csv.text(), texts);
        } catch (TableFormatException e) {
          throw csv.problem("model.holds", null, e.problem());
        }
      }
      case DataSource.Recipe recipe -> {
        view.member("source").holds(recipe.recipe().problems());
        yield recipe.recipe().table();
      }
      case DataSource.Bundled bundled -> bundled.sample().table();
    };
  }
}
