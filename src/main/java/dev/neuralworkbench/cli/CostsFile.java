package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Costs as CSV: a line for each true class, named first, and a column for each predicted one. */
final class CostsFile {

  private CostsFile() {}

  /**
   * Reads them; classes may stand in any order.
   *
   * @throws CommandFailure if a class is lacking, or a number is no cost
   */
  static Costs read(String name, List<String> classes) {
    var file = Path.of(name);
    try {
      var table = TableReader.parseWritten(name, Files.readString(file), Set.of());
      var all = new ArrayList<List<Double>>();
      for (var actual : classes) {
        var row =
            IntStream.range(0, table.rows())
                .filter(it -> table.column(0).text(it).equals(actual))
                .findFirst()
                .orElseThrow(() -> lacking(name, actual));
        var line = new ArrayList<Double>();
        for (var predicted : classes) {
          var column = table.column(predicted);
          if (column == null) {
            throw lacking(name, predicted);
          }
          line.add(column.value(row));
        }
        all.add(line);
      }
      var costs = new Costs(all);
      CommandFailure.refuse(costs.problems("--costs", classes));
      return costs;
    } catch (TableFormatException e) {
      throw CommandFailure.of(e.problem(), e);
    } catch (IOException e) {
      var key = Files.exists(file) ? "data.file.denied" : "data.file.absent";
      throw CommandFailure.of(Problem.at(key, Place.file(name), null, null), e);
    }
  }

  private static CommandFailure lacking(String file, String name) {
    return CommandFailure.of(Problem.at("cli.costs.class", Place.file(file), null, name));
  }
}
