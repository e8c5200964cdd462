package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ColumnMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of a file that stand for those of a model, as options give them.
 *
 * @param columns which stand for which
 * @param preprocessor what the model asks for
 */
record ChosenMapping(ColumnMapping columns, Preprocessor preprocessor) {

  private static final String OPTION = "--map";

  /**
   * What options ask for.
   *
   * @param given texts such as {@code age=Age in years}
   * @throws CommandFailure if a text is none, or the model asks for no such column
   */
  static ChosenMapping of(List<String> given, Model model) {
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
    return new ChosenMapping(new ColumnMapping(columns), preprocessor);
  }

  /** Refuses a mapping where the table is the model's own. */
  void refuse() {
    if (!columns.columns().isEmpty()) {
      throw CommandFailure.option("cli.mapOwn", OPTION, null, null);
    }
  }

  /** Whether a column of the file stands for one whose cells the model knows as texts. */
  boolean isText(String column) {
    var texts = preprocessor.textColumns();
    return columns.columns().entrySet().stream()
        .anyMatch(entry -> entry.getValue().equals(column) && texts.contains(entry.getKey()));
  }

  /**
   * A table with the names that the model asks for.
   *
   * @throws CommandFailure if the table lacks a column that is named
   */
  Table in(Table table) {
    for (var column : columns.columns().values()) {
      if (table.indexOf(column) < 0) {
        throw CommandFailure.option("cli.target", OPTION, ReadingOptions.names(table), column);
      }
    }
    return columns.in(preprocessor, table);
  }
}
