package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column of names whose cells were merged over rows, and so stand in the first of these rows
 * alone: the first row has a name, no name occurs twice, at least {@value #FEWEST_NAMES} do, and
 * {@value #EMPTY} of the cells or more are empty; or a workbook says that they were merged. Such a
 * column is usually ignored, as its names seem to be those of rows.
 */
final class MergedCellsRule implements TrapRule {

  private static final int FEWEST_NAMES = 2;
  private static final double EMPTY = 0.4;

  @Override
  public List<Trap> find(TrapScan look) {
    return IntStream.range(0, look.table.columns().size())
        .mapToObj(index -> find(look, index))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether the file itself says so. */
  private static boolean isMerged(TrapScan look, TextColumn column) {
    var reading = look.table.reading();
    return reading != null
        && reading.remarks(column.name()).stream()
            .anyMatch(it -> it.key().equals("reading.merged"));
  }

  private static Optional<Trap> find(TrapScan look, int index) {
    if (!(look.table.column(index) instanceof TextColumn names)
        || look.rows.length == 0
        || names.isMissing(look.rows[0])) {
      return Optional.empty();
    }
    var present = names.rows() - names.missing();
    var looksMerged =
        present >= FEWEST_NAMES
            && present == names.categories().size()
            && names.missing() >= EMPTY * names.rows();
    return looksMerged || (names.missing() > 0 && isMerged(look, names))
        ? Optional.of(
            Trap.of(Trap.Kind.MERGED_CELLS, index, names.name(), names.missing(), names.rows()))
        : Optional.empty();
  }
}
