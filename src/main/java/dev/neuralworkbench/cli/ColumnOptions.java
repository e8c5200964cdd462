package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

final class ColumnOptions {

  @Option(names = "--target", paramLabel = "NAME")
  @Nullable String target;

  @Option(names = "--ignore", paramLabel = "NAME")
  List<String> ignore = new ArrayList<>();

  @Option(names = "--input", paramLabel = "NAME")
  List<String> inputs = new ArrayList<>();

  @Mixin CleaningOptions cleaning = new CleaningOptions();

  boolean isGiven() {
    return cleaning.isGiven() || target != null || !ignore.isEmpty() || !inputs.isEmpty();
  }

  Preparation preparation(Table table) {
    var preparation = Preparation.defaults(table);
    if (target != null) {
      var index = ReadingOptions.index("--target", target, table);
      preparation = preparation.withRole(index, ColumnRole.TARGET, table);
    }
    preparation = cleaning.in(preparation, table);
    preparation = in(preparation, ColumnRole.IGNORED, "--ignore", ignore, table);
    return in(preparation, ColumnRole.INPUT, "--input", inputs, table);
  }

  private static Preparation in(
      Preparation before, ColumnRole role, String option, List<String> names, Table table) {
    var columns = new ArrayList<>(before.columns());
    var target = before.targetIndex();
    for (var name : names) {
      var index = ReadingOptions.index(option, name, table);
      if (index == target) {
        throw CommandFailure.option("cli.ignore.target", option, null, name);
      }
      columns.set(index, columns.get(index).withRole(role));
    }
    return before.withColumns(columns);
  }
}
