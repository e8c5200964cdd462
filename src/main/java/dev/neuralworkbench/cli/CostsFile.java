package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Records;
import java.util.List;
import java.util.stream.IntStream;

/** Costs as a table: a line for each true class, named first, a column for each predicted one. */
final class CostsFile {

  private static final ReadingChoices HEADER = Records.with(ReadingChoices.NONE, "header", true);

  private CostsFile() {}

  /**
   * Reads them; classes may stand in any order.
   *
   * @throws CommandFailure if the classes are others, or a cell is no cost
   */
  static Costs read(String name, List<String> classes, Terminal terminal) {
    var table = CommandInputs.table(name, new TableReader().withText(_ -> true), HEADER, terminal);
    var lines = IntStream.range(0, table.rows()).mapToObj(table.column(0)::text).toList();
    var names = table.columns().stream().skip(1).map(Column::name).toList();
    var sorted = classes.stream().sorted().toList();
    if (!sorted.equals(lines.stream().sorted().toList())
        || !sorted.equals(names.stream().sorted().toList())) {
      var all = String.join(", ", classes);
      throw CommandFailure.of(Problem.at("cli.costs.classes", Place.file(table.name()), all, null));
    }
    var costs =
        new Costs(
            classes.stream()
                .map(it -> classes.stream().map(to -> cost(table, lines.indexOf(it), to)).toList())
                .toList());
    if (!costs.problems("", classes).isEmpty()) {
      throw CommandFailure.option("decision.noCosts", "--costs", null, null);
    }
    return costs;
  }

  private static double cost(Table table, int row, String predicted) {
    var column = table.named(predicted);
    var isRight = table.column(0).text(row).equals(predicted);
    var cost = column.value(row);
    if (isRight ? cost != 0 : !Costs.COSTS.contains(cost)) {
      var key = isRight ? "cli.costs.right" : "cli.costs.cost";
      var place = Place.cell(predicted, row + 1).in(table.name());
      throw CommandFailure.of(Problem.at(key, place, Costs.COSTS, column.text(row)));
    }
    return cost;
  }
}
