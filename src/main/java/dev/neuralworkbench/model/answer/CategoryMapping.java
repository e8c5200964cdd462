package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which categories of a table stand for those that a model knows by other names.
 *
 * @param columns by the name of a column, the model's category for a text of the table
 */
public record CategoryMapping(Map<String, Map<String, String>> columns) {

  public CategoryMapping {
    Map<String, Map<String, String>> copied = new HashMap<>();
    columns.forEach((name, texts) -> copied.put(name, Map.copyOf(texts)));
    columns = Map.copyOf(copied);
  }

  /**
   * A category that a model does not know.
   *
   * @param text as it is in the table
   * @param known the model's categories of the column
   * @param likely the one that differs in capitals and signs alone; empty where not just one does
   */
  public record Unknown(String column, String text, int rows, List<String> known, String likely) {

    public Unknown {
      known = List.copyOf(known);
    }
  }

  /**
   * The categories of a table that a model does not know, of its inputs in their order and then of
   * its target.
   *
   * @param table has the columns of all inputs
   * @param most so many at most
   */
  public static List<Unknown> unknown(Preprocessor preprocessor, Table table, int most) {
    var found = new ArrayList<Unknown>();
    for (var input : preprocessor.inputs()) {
      if (input instanceof CategoryInput category) {
        var known = category.known();
        add(table.column(category.name()), category.categories(), known, most, found);
      }
    }
    if (preprocessor.target() instanceof ClassTarget target) {
      add(table.column(target.name()), target.classes(), target.classes(), most, found);
    }
    return List.copyOf(found);
  }

  private static void add(
      @Nullable Column column,
      List<String> offered,
      List<String> known,
      int most,
      List<Unknown> found) {
    if (column == null) {
      return;
    }
    var counts = CategoryCounts.of(column);
    var finder = CategoryIndex.finder(known);
    for (var i = 0; i < counts.names().size() && found.size() < most; i++) {
      var text = counts.names().get(i);
      if (finder.applyAsInt(text) == CategoryIndex.UNKNOWN) {
        var alike =
            offered.stream()
                .filter(it -> ColumnMapping.plain(it).equals(ColumnMapping.plain(text)))
                .toList();
        var likely = alike.size() == 1 ? alike.getFirst() : "";
        found.add(new Unknown(column.name(), text, counts.counts().get(i), offered, likely));
      }
    }
  }

  /** Texts that stand for a category but are nowhere in their column. */
  public List<String> absent(Table table) {
    return columns.entrySet().stream()
        .flatMap(
            of -> {
              var column = table.column(of.getKey());
              var present = column == null ? List.of() : CategoryCounts.of(column).names();
              return of.getValue().keySet().stream().filter(text -> !present.contains(text));
            })
        .sorted()
        .toList();
  }

  /** The table with the model's names for its categories. */
  public Table in(Table table) {
    var changed =
        table.columns().stream()
            .map(
                column -> {
                  var texts = columns.get(column.name());
                  return texts == null ? column : changed(column, texts);
                })
            .toList();
    return new Table(table.name(), changed, table.rows(), table.reading());
  }

  private static Column changed(Column column, Map<String, String> texts) {
    var values = new @Nullable String[column.rows()];
    for (var row = 0; row < values.length; row++) {
      if (!column.isMissing(row)) {
        var text = column.text(row);
        values[row] = texts.getOrDefault(text, text);
      }
    }
    return TextColumn.of(column.name(), values);
  }
}
