package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table stand for those that a model asks for under other names.
 *
 * @param columns names in the table, by names in the model; every other column stands for itself.
 *     An empty one stands for none: the input is missing in every row
 */
public record ColumnMapping(Map<String, String> columns) {

  public ColumnMapping {
    columns = Map.copyOf(columns);
  }

  /**
   * The likely mapping: a name that differs in capitals and signs alone, where just one does, of
   * those that no input of the model has.
   */
  public static ColumnMapping likely(Preprocessor preprocessor, Table table) {
    var taken = new HashSet<String>();
    preprocessor.inputs().forEach(input -> taken.add(input.name()));
    taken.add(preprocessor.target().name());
    Map<String, String> found = new LinkedHashMap<>();
    var asked = new ArrayList<>(preprocessor.absent(table));
    if (table.column(preprocessor.target().name()) == null) {
      asked.add(preprocessor.target().name());
    }
    Map<String, String> only = new HashMap<>();
    table.columns().stream()
        .map(Column::name)
        .filter(name -> !taken.contains(name))
        .forEach(name -> only.merge(plain(name), name, (_, _) -> ""));
    for (var name : asked) {
      var alike = only.remove(plain(name));
      if (alike != null && !alike.isEmpty()) {
        found.put(name, alike);
      }
    }
    return new ColumnMapping(found);
  }

  /** A name without what people write now so, now otherwise: its letters and digits, small. */
  static String plain(String name) {
    var letters = name.codePoints().filter(Character::isLetterOrDigit);
    return letters
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The table with the names that the model asks for. A column that was read as text for being
   * unknown is read as what it holds, unless the model knows its column as text. One that has the
   * name of another and does not stand for it is left out.
   */
  public Table in(Preprocessor preprocessor, Table table) {
    if (columns.isEmpty()) {
      return table;
    }
    var mapped = new ArrayList<Column>();
    for (var input : preprocessor.inputs()) {
      if (columns.getOrDefault(input.name(), input.name()).isEmpty()) {
        mapped.add(missing(input, table.rows()));
      }
    }
    Map<String, List<String>> standsFor = new HashMap<>();
    new TreeMap<>(columns)
        .forEach((name, own) -> standsFor.computeIfAbsent(own, _ -> new ArrayList<>()).add(name));
    var texts = preprocessor.textColumns();
    for (var column : table.columns()) {
      var names = standsFor.getOrDefault(column.name(), List.of());
      for (var name : names) {
        var isText = texts.contains(name);
        var held = column instanceof TextColumn text && !isText ? text.asRead() : column;
        mapped.add(held.renamed(name));
      }
      if (!columns.containsKey(column.name()) && names.isEmpty()) {
        mapped.add(column);
      }
    }
    return new Table(table.name(), mapped, table.rows(), table.reading());
  }

  private static Column missing(InputEncoder input, int rows) {
    return switch (input) {
      case NumberInput number -> {
        var nothing = new double[rows];
        Arrays.fill(nothing, Double.NaN);
        yield NumberColumn.of(number.name(), nothing);
      }
      case CategoryInput _, DateInput _ -> TextColumn.of(input.name(), new @Nullable String[rows]);
    };
  }
}
