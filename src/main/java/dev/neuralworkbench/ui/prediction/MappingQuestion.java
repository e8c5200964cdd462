package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.answer.CategoryMapping;
import dev.neuralworkbench.model.answer.ColumnMapping;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that call otherwise what a model knows: its columns, or categories of them.
 *
 * @param file null for the rows of the open data
 * @param unknown the categories that it is about; none where it is about columns
 * @param isUnique whether nothing may be chosen twice
 * @param chosen the rows as the model knows them, by the choices for the items; empty for none
 */
record MappingQuestion(
    Table table,
    @Nullable Path file,
    String key,
    List<Item> items,
    List<CategoryMapping.Unknown> unknown,
    boolean hasSome,
    boolean isUnique,
    Function<List<String>, Table> chosen) {

  /** More are not to be told one by one. */
  static final int MOST = 40;

  /** Something called otherwise, in the user's words; the likely meaning is empty where none is. */
  record Item(
      Function<Words, String> name,
      List<String> offered,
      String likely,
      String noneKey,
      boolean isNeeded,
      boolean isInput) {}

  static MappingQuestion ofColumns(Preprocessor preprocessor, Table table, @Nullable Path file) {
    var target = preprocessor.target().name();
    var lacking = preprocessor.absent(table);
    var known = new ArrayList<String>();
    preprocessor.inputs().forEach(input -> known.add(input.name()));
    known.add(target);
    var offered =
        table.columns().stream().map(Column::name).filter(it -> !known.contains(it)).toList();
    var likely = ColumnMapping.likely(preprocessor, table).columns();
    var canLack = preprocessor.missing() != MissingValues.DROP_ROW;
    var none = canLack ? "predict.mapping.missing" : "predict.mapping.none";
    var names = new ArrayList<>(lacking);
    var items = new ArrayList<Item>();
    for (var name : lacking) {
      var likeliest = likely.getOrDefault(name, "");
      items.add(new Item(_ -> name, offered, likeliest, none, !canLack, true));
    }
    if (table.column(target) == null) {
      names.add(target);
      items.add(
          new Item(
              words -> words.text("predict.mapping.target", target),
              offered,
              likely.getOrDefault(target, ""),
              "predict.mapping.none",
              false,
              false));
    }
    return new MappingQuestion(
        table,
        file,
        "predict.mapping",
        items,
        List.of(),
        lacking.size() < preprocessor.inputs().size(),
        true,
        values -> {
          Map<String, String> columns = new HashMap<>();
          for (var i = 0; i < names.size(); i++) {
            if (!values.get(i).isEmpty() || items.get(i).isInput()) {
              columns.put(names.get(i), values.get(i));
            }
          }
          return new ColumnMapping(columns).in(preprocessor, table);
        });
  }

  /** What was chosen before: none if they were not asked about yet. */
  static MappingQuestion ofCategories(
      List<CategoryMapping.Unknown> unknown,
      List<String> before,
      Table table,
      @Nullable Path file) {
    return new MappingQuestion(
        table,
        file,
        "predict.mapping.categories",
        IntStream.range(0, unknown.size())
            .mapToObj(
                i -> {
                  var it = unknown.get(i);
                  return new Item(
                      words ->
                          words.text(
                              "predict.mapping.category",
                              it.column(),
                              it.text(),
                              Numbers.count(it.rows())),
                      it.known(),
                      before.isEmpty() ? it.likely() : before.get(i),
                      "predict.mapping.unknown",
                      false,
                      true);
                })
            .toList(),
        unknown,
        true,
        false,
        values -> {
          Map<String, Map<String, String>> columns = new HashMap<>();
          for (var i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
              columns
                  .computeIfAbsent(unknown.get(i).column(), _ -> new HashMap<>())
                  .put(unknown.get(i).text(), values.get(i));
            }
          }
          return new CategoryMapping(columns).in(table);
        });
  }
}
