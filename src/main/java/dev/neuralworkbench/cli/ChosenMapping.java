package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ColumnMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns of a file that stand for those of a model, as options give them. */
final class ChosenMapping {

  private static final String OPTION = "--map";

  private ChosenMapping() {}

  /**
   * A table with the names that a model asks for.
   *
   * @param given texts such as {@code age=Age in years}
   * @throws CommandFailure if a text is none, or a column is in neither
   */
  static Table of(List<String> given, Model model, Table table) {
    Map<String, String> columns = new HashMap<>();
    var names = new ArrayList<String>();
    model.preprocessor().inputs().stream().map(InputEncoder::name).forEach(names::add);
    names.add(model.preprocessor().target().name());
    for (var text : given) {
      var name = names.stream().filter(it -> text.startsWith(it + "=")).findFirst();
      if (name.isEmpty()) {
        throw CommandFailure.option("cli.map", OPTION, names, text);
      }
      var column = text.substring(name.get().length() + 1);
      if (table.indexOf(column) < 0) {
        throw CommandFailure.option("cli.target", OPTION, ReadingOptions.names(table), column);
      }
      columns.put(name.get(), column);
    }
    return new ColumnMapping(columns).in(model.preprocessor(), table);
  }
}
