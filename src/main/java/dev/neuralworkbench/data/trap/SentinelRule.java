package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A number that stands for a missing value: only nines such as −99 and 9999, least or largest of
 * its column, in at least {@value #FEWEST_CELLS} cells, and farther from all others than {@value
 * #GAP} of their range, or the only negative one. Likewise dates that programs write for none, such
 * as 1900-01-01. One after the other, since a column may have two.
 */
final class SentinelRule implements TrapRule {

  private static final int FEWEST_CELLS = 3;
  private static final double GAP = 0.5;

  private static final Pattern CODE =
      Pattern.compile("-?9{2,}|(1899-12-3[01]|1900-01-0[01]|1970-01-01|9999-12-31)([ T]00:00.*)?");

  @Override
  public List<Trap> find(TrapScan look) {
    var found = new ArrayList<Trap>();
    for (var index = 0; index < look.table.columns().size(); index++) {
      var plan = look.preparation.columns().get(index);
      var column = look.table.column(index);
      if (plan.role() != ColumnRole.IGNORED && plan.kind() != ColumnKind.CATEGORY) {
        var values = TimeOrder.of(column).orElse(new double[0]);
        var rows = values.length == 0 ? new int[0] : look.rows;
        rows = IntStream.of(rows).filter(row -> !Double.isNaN(values[row])).toArray();
        while (rows.length > 0) {
          var others = withoutCode(column, values, rows);
          if (others.length == rows.length) {
            break;
          }
          found.add(trap(look, index, values, rows, others));
          rows = others;
        }
      }
    }
    return found.stream()
        .collect(Collectors.groupingBy(Trap::replaced, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(same -> same.size() == 1 ? same.getFirst() : together(look, same))
        .toList();
  }

  /** One code in several columns: a survey has it in each question. */
  private static Trap together(TrapScan look, List<Trap> same) {
    var columns = same.stream().map(it -> it.columns().getFirst()).toList();
    var first = same.getFirst();
    var rows = IntStream.range(0, look.table.rows());
    var code = first.replaced().getFirst().value();
    return Trap.of(
            Trap.Kind.SENTINELS,
            columns,
            rows.filter(
                    row ->
                        columns.stream()
                            .anyMatch(it -> look.table.column(it).text(row).equals(code)))
                .toArray(),
            columns.size(),
            columns.stream().map(look::name).toList(),
            first.arguments().get(1),
            same.stream().mapToInt(it -> it.rows().count()).sum())
        .replacing(first.replaced());
  }

  /** The rows that have another value than a code; all of them where there is none. */
  private static int[] withoutCode(Column column, double[] values, int[] rows) {
    for (var extreme : List.of(least(values, rows), most(values, rows))) {
      if (CODE.matcher(column.text(extreme)).matches()) {
        var code = values[extreme];
        var others = IntStream.of(rows).filter(row -> values[row] != code).toArray();
        if (others.length > 0 && rows.length - others.length >= FEWEST_CELLS) {
          var from = values[least(values, others)];
          var to = values[most(values, others)];
          if ((code < 0 && from >= 0) || Math.max(from - code, code - to) > GAP * (to - from)) {
            return others;
          }
        }
      }
    }
    return rows;
  }

  private static Trap trap(TrapScan look, int index, double[] values, int[] rows, int[] others) {
    var column = look.table.column(index);
    var cells = IntStream.of(rows).filter(row -> Arrays.binarySearch(others, row) < 0).toArray();
    var code = column.text(cells[0]);
    return Trap.of(
            Trap.Kind.SENTINEL,
            List.of(index),
            cells,
            look.name(index),
            code,
            cells.length,
            column.text(least(values, others)),
            column.text(most(values, others)))
        .replacing(List.of(new Replacement(code, null)));
  }

  /** The first row of the least value. */
  private static int least(double[] values, int[] rows) {
    return IntStream.of(rows).reduce((a, b) -> values[b] < values[a] ? b : a).orElseThrow();
  }

  private static int most(double[] values, int[] rows) {
    return IntStream.of(rows).reduce((a, b) -> values[b] > values[a] ? b : a).orElseThrow();
  }
}
