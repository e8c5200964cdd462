package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowFilter.Condition;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Rows that are no data, and cells that are read otherwise than they stand. */
final class CleaningOptions {

  @Option(names = "--leave-out", paramLabel = "ROWS|CONDITION")
  List<String> leftOut = new ArrayList<>();

  @Option(names = "--replace", paramLabel = "COLUMN=VALUE=BY")
  List<String> replaced = new ArrayList<>();

  @Option(names = "--fill-down", paramLabel = "NAME")
  List<String> filledDown = new ArrayList<>();

  @Option(names = "--impute", paramLabel = "[COLUMN=]HOW")
  List<String> imputed = new ArrayList<>();

  /** Replacements of values that neither the table has nor an earlier replacement made. */
  final Set<String> idle = new LinkedHashSet<>();

  boolean isGiven() {
    return !(leftOut.isEmpty() && replaced.isEmpty() && filledDown.isEmpty() && imputed.isEmpty());
  }

  Preparation in(Preparation preparation, Table table) {
    var changed = preparation.withLeftOut(filter(table));
    for (var name : filledDown) {
      changed = with(changed, ReadingOptions.index("--fill-down", name, table), ColumnPlan::filled);
    }
    for (var given : replaced) {
      var name = column("--replace", given, table);
      var rest = given.substring(name.length() + 1);
      var end = rest.lastIndexOf('=');
      if (end < 1) {
        throw CommandFailure.option("cli.replace", "--replace", null, given);
      }
      var one = new Replacement(rest.substring(0, end), rest.substring(end + 1));
      var index = table.indexOf(name);
      var made = changed.columns().get(index).replacements().stream().map(Replacement::by);
      if (!one.occurs(table.column(index)) && made.noneMatch(one.value()::equals)) {
        idle.add(given);
      }
      changed = with(changed, index, it -> it.replacing(List.of(one)));
    }
    for (var given : imputed) {
      var end = given.lastIndexOf('=');
      var how = NamedChoices.of("--impute", MissingValues.class, given.substring(end + 1));
      if (end < 0) {
        changed = changed.withMissing(how);
        continue;
      }
      var index = table.indexOf(column("--impute", given, table));
      if (how == MissingValues.DROP_ROW) {
        // Rows cannot be left out for one column alone: a condition does that.
        throw CommandFailure.option("cli.impute.drop", "--impute", null, given);
      }
      changed = with(changed, index, it -> it.withMissing(how));
    }
    return changed;
  }

  private RowFilter filter(Table table) {
    var filter = RowFilter.NONE;
    for (var given : leftOut) {
      var rows = RowFilter.parseRows(given);
      if (rows.isPresent()) {
        filter = filter.and(RowFilter.NONE.withRows(rows.get()));
      } else {
        var condition =
            Condition.parse(given, ReadingOptions.names(table))
                .orElseThrow(
                    () -> CommandFailure.option("cli.leaveOut", "--leave-out", null, given));
        if (filter.where() != null) {
          throw CommandFailure.option("cli.leaveOut.twice", "--leave-out", null, given);
        }
        filter = filter.withWhere(condition);
      }
    }
    return filter;
  }

  private static Preparation with(Preparation before, int index, UnaryOperator<ColumnPlan> change) {
    return before.withPlan(index, change.apply(before.columns().get(index)));
  }

  /** The longest name that a text begins with, before an equals sign: a name may hold one. */
  private static String column(String option, String given, Table table) {
    var names = ReadingOptions.names(table);
    return names.stream()
        .filter(it -> given.startsWith(it + "="))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow(() -> CommandFailure.option("cli.target", option, names, given));
  }
}
