package dev.neuralworkbench.model;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data of a document: what is known of the table, and the table itself where it is at hand.
 *
 * @param name the table's name, such as the file's
 * @param hash {@link ContentHash} of the table
 * @param table the rows; null if a model was opened without its data
 */
public record DataReference(
    String name,
    int rows,
    String hash,
    List<ColumnSchema> columns,
    DataSource source,
    @Nullable Table table) {

  public DataReference {
    columns = List.copyOf(columns);
  }

  /**
   * Rows read from a file. Hashes the table: not for the FX thread if it is large.
   *
   * @param reading what was not left to be guessed
   */
  public static DataReference ofFile(Table table, ReadingChoices reading) {
    var found = table.reading();
    var decimal =
        found == null || reading.decimal() != null ? null : found.decimalMark().orElse(null);
    return of(table, new DataSource.FromFile(reading, decimal));
  }

  public static DataReference ofTyped(Table table) {
    return of(table, new DataSource.Embedded());
  }

  public static DataReference of(Sample sample) {
    var source =
        switch (sample) {
          case GeneratedSample recipe -> new DataSource.Recipe(recipe);
          case BundledSample bundled -> new DataSource.Bundled(bundled);
        };
    return of(sample.table(), source);
  }

  private static DataReference of(Table table, DataSource source) {
    var columns = table.columns().stream().map(ColumnSchema::of).toList();
    return new DataReference(
        table.name(), table.rows(), ContentHash.of(table), columns, source, table);
  }

  /**
   * The same data with the rows of another reference to it. Compares the hashes only, so it is
   * quick.
   *
   * @throws IllegalArgumentException if the other has another content
   */
  public DataReference sameWith(DataReference other) {
    if (!other.hash.equals(hash)) {
      throw new IllegalArgumentException(
          "expected data with hash " + hash + ", found " + other.hash);
    }
    return new DataReference(name, rows, hash, columns, source, other.table);
  }

  /** Names of the columns of texts, which are read as texts again whatever is guessed by then. */
  public Set<String> textColumns() {
    return columns.stream()
        .filter(column -> !column.numeric)
        .map(ColumnSchema::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the rows were the pictures of a folder, as far as its names tell. */
  public boolean isFolder() {
    return source instanceof DataSource.FromFile
        && columns.getFirst().name().equals(ColumnNames.pixel(0, 1))
        && !columns.getLast().numeric()
        && !name.matches(".*\\.[A-Za-z]\\w{1,4}");
  }

  /**
   * A column of the table that a model was made from, as far as it is known without the table.
   *
   * @param numeric whether its cells are numbers
   */
  public record ColumnSchema(String name, boolean numeric) {

    public static ColumnSchema of(Column column) {
      return new ColumnSchema(column.name(), column instanceof NumberColumn);
    }
  }
}
