package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.CategoryMapping;
import dev.neuralworkbench.model.answer.ColumnMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Columns of a file that stand for those of a model, as options give them.
 *
 * @param columns which stand for which
 * @param categories the same of categories, whose columns have the model's names
 * @param preprocessor what the model asks for
 */
record ChosenMapping(ColumnMapping columns, CategoryMapping categories, Preprocessor preprocessor) {

  private static final String OPTION = "--map";
  private static final String CATEGORIES = "--map-category";

  /**
   * What options ask for.
   *
   * @param given texts such as {@code age=Age in years}
   * @param categories texts such as {@code colour:red=Rouge}
   * @throws CommandFailure if a text is none, or the model asks for no such column or category
   */
  static ChosenMapping of(List<String> given, List<String> categories, Model model) {
    var preprocessor = model.preprocessor();
    Map<String, String> columns = new HashMap<>();
    var names = new ArrayList<String>();
    preprocessor.inputs().stream().map(InputEncoder::name).forEach(names::add);
    names.add(preprocessor.target().name());
    for (var text : given) {
      var name = names.stream().filter(it -> text.startsWith(it + "=")).findFirst();
      if (name.isEmpty()) {
        throw CommandFailure.option("cli.map", OPTION, names, text);
      }
      if (columns.put(name.get(), text.substring(name.get().length() + 1)) != null) {
        throw CommandFailure.option("cli.mapTwice", OPTION, null, name.get());
      }
    }
    return new ChosenMapping(
        new ColumnMapping(columns), categories(categories, preprocessor), preprocessor);
  }

  private record Start(String column, String category) {

    private String text() {
      return column + ":" + category + "=";
    }
  }

  /** The category of the model comes first, as its column does. */
  private static CategoryMapping categories(List<String> given, Preprocessor preprocessor) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    for (var input : preprocessor.inputs()) {
      if (input instanceof CategoryInput category) {
        known.put(category.name(), category.categories());
      }
    }
    if (preprocessor.target() instanceof ClassTarget target) {
      known.put(target.name(), target.classes());
    }
    Map<String, Map<String, String>> columns = new HashMap<>();
    for (var text : given) {
      // Of names that hold the signs themselves the longest is meant.
      var start =
          known.entrySet().stream()
              .flatMap(of -> of.getValue().stream().map(it -> new Start(of.getKey(), it)))
              .filter(it -> text.startsWith(it.text()) && text.length() > it.text().length())
              .max(Comparator.comparingInt(it -> it.text().length()))
              .orElseThrow(
                  () ->
                      CommandFailure.option(
                          "cli.mapCategory", CATEGORIES, List.copyOf(known.keySet()), text));
      var inFile = text.substring(start.text().length());
      var texts = columns.computeIfAbsent(start.column, _ -> new HashMap<>());
      if (texts.put(inFile, start.category) != null) {
        throw CommandFailure.option("cli.mapTwice", CATEGORIES, null, inFile);
      }
    }
    return new CategoryMapping(columns);
  }

  void refuse() {
    if (!columns.columns().isEmpty() || !categories.columns().isEmpty()) {
      var option = columns.columns().isEmpty() ? CATEGORIES : OPTION;
      throw CommandFailure.option("cli.mapOwn", option, null, null);
    }
  }

  /** Whether a column of the file stands for one whose cells the model knows as texts. */
  Predicate<String> isText() {
    var texts = new HashMap<>(columns.columns());
    texts.keySet().retainAll(preprocessor.textColumns());
    return Set.copyOf(texts.values())::contains;
  }

  /**
   * A table with the names that the model asks for.
   *
   * @throws CommandFailure if the table lacks a column that is named
   */
  Table in(Table table) {
    columns.columns().values().forEach(it -> ReadingOptions.index(OPTION, it, table));
    var named = columns.in(preprocessor, table);
    for (var unknown : categories.absent(named)) {
      throw CommandFailure.option("cli.noCategory", CATEGORIES, null, unknown);
    }
    return categories.in(named);
  }
}
