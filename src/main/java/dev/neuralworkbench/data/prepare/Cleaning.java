package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of one column are read otherwise than they stand in the table. A model keeps it, so
 * that rows to be predicted are read as those that it learned from.
 *
 * @param replaced values that are read as others
 * @param filledDown whether an empty cell has the value of the last one above it that has any, as
 *     where cells of a sheet were merged; null for no. Done before anything is replaced.
 * @param byValue whether the column is one of numbers, in which 9999.0 is 9999 even where a file
 *     has texts beside them; null for no
 */
public record Cleaning(
    String column,
    List<Replacement> replaced,
    @Nullable Boolean filledDown,
    @Nullable Boolean byValue) {

  /** The last cleaned form of every table in use, which facts, forms and runs all ask for. */
  private static final Map<Table, Made> MADE = Collections.synchronizedMap(new WeakHashMap<>());

  private record Made(List<Cleaning> cleaning, Table table) {}

  /** By which list a table was cleaned: it is not cleaned by it once more. */
  private static final Map<Table, List<Cleaning>> DONE =
      Collections.synchronizedMap(new WeakHashMap<>());

  public Cleaning {
    replaced = List.copyOf(replaced);
    filledDown = Boolean.TRUE.equals(filledDown) ? filledDown : null;
    byValue = Boolean.TRUE.equals(byValue) ? byValue : null;
  }

  /** The same for a column of numbers, or for another one. */
  public Cleaning of(boolean numbers) {
    return new Cleaning(column, replaced, filledDown, numbers);
  }

  /**
   * A table with the cells of its columns as they are to be read; columns that are not changed are
   * the same. Worked out once for a table and a list; a table that was cleaned by the list already
   * is as it is.
   */
  public static Table clean(Table table, List<Cleaning> cleaning) {
    if (cleaning.isEmpty() || cleaning.equals(DONE.get(table))) {
      return table;
    }
    var made = MADE.get(table);
    if (made == null || !made.cleaning.equals(cleaning)) {
      var columns = new ArrayList<>(table.columns());
      for (var one : cleaning) {
        var index = table.indexOf(one.column);
        if (index >= 0) {
          columns.set(index, one.of(columns.get(index)));
        }
      }
      var cleaned = new Table(table.name(), columns, table.rows(), table.reading());
      DONE.put(cleaned, cleaning);
      made = new Made(cleaning, cleaned);
      MADE.put(table, made);
    }
    return made.table;
  }

  private Column of(Column column) {
    var filled = filledDown == null ? column : column.filledDown();
    if (replaced.isEmpty()) {
      return filled;
    }
    return switch (filled) {
      case TextColumn texts when byValue != null -> {
        var by = numbers();
        yield texts.replaced(
            text -> {
              var read = by.get(key(text, texts.numberOf(text)));
              return read == null ? text : texts.written(read);
            });
      }
      case TextColumn texts -> {
        var by = texts();
        yield texts.replaced(text -> by.getOrDefault(text, text));
      }
      case NumberColumn numbers -> {
        var by = numbers();
        yield numbers.replaced(
            number -> by.getOrDefault(number, number), text -> by.getOrDefault(text, Double.NaN));
      }
    };
  }

  /** The text that a cell is read as; null where it is missing. */
  public @Nullable String text(@Nullable String cell) {
    var read = cell == null ? null : texts().getOrDefault(cell, cell);
    return read == null || read.isEmpty() ? null : read;
  }

  /** The number that a cell is read as; NaN where it is missing. */
  public double number(double cell) {
    return numbers().getOrDefault(cell + 0.0, cell);
  }

  private Map<String, String> texts() {
    var by = new HashMap<String, String>();
    replaced.forEach(it -> by.putIfAbsent(it.value(), it.by() == null ? "" : it.by()));
    return by;
  }

  /** By the number that is replaced, or by the text of what is none. */
  private Map<Object, Double> numbers() {
    var by = new HashMap<Object, Double>();
    for (var it : replaced) {
      var read = it.by() == null ? Double.NaN : NumberParser.parse(it.by());
      by.putIfAbsent(key(it.value(), NumberParser.parse(it.value())), read);
    }
    return by;
  }

  private static Object key(String text, double number) {
    return Double.isNaN(number) ? text : Double.valueOf(number + 0.0);
  }
}
