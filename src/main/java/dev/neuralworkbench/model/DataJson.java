package dev.neuralworkbench.model;

import dev.neuralworkbench.data.ContentHash;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.data.TableFormatException;
import dev.neuralworkbench.data.TableReader;
import dev.neuralworkbench.data.TableWriter;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

  static DataReference read(JsonView view) throws JsonException {
    var name = view.member("name").text();
    var rows = view.member("rows").integer();
    var hash = view.member("hash").text();
    if (rows < 0) {
      throw view.member("rows").problem("model.invalid", null, null);
    } else if (!HASH.matcher(hash).matches()) {
      throw view.member("hash").problem("model.invalid", null, null);
    }
    var columns = new ArrayList<ColumnSchema>();
    for (var item : view.member("columns").items()) {
      columns.add(FileMapping.MAPPING.read(item, ColumnSchema.class));
    }
    var source = FileMapping.MAPPING.read(view.member("source"), DataSource.class);
    var table = table(source, name, columns, view);
    view.end();
    if (table != null && !ContentHash.of(table).equals(hash)) {
      throw view.member("hash").problem("model.hash", null, null);
    }
    return new DataReference(name, rows, hash, columns, source, table);
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
          throw csv.problem("model.invalid", null, null);
        }
      }
      case DataSource.Recipe recipe -> {
        if (!recipe.recipe().problems().isEmpty()) {
          throw view.member("source").problem("model.invalid", null, null);
        }
        yield recipe.recipe().table();
      }
      case DataSource.Bundled bundled -> bundled.sample().table();
    };
  }
}
