package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The first axes: two inputs of many values, since few show as stripes; or one and the target. */
record FirstAxes(int x, int y) {

  private static final int LOOKED_AT = 200;
  private static final int FEW_VALUES = 9;

  static FirstAxes of(Table table, Preparation preparation) {
    var inputs =
        IntStream.of(preparation.inputIndices())
            .filter(index -> table.column(index) instanceof NumberColumn)
            .boxed()
            .toList();
    var many = inputs.stream().filter(index -> hasManyValues(table, index)).limit(2).toList();
    var chosen = many.size() == 2 ? many : inputs.stream().limit(2).toList();
    if (chosen.size() == 2) {
      return new FirstAxes(chosen.getFirst(), chosen.getLast());
    }
    var both = new ArrayList<>(chosen);
    both.addAll(others(table, preparation, chosen));
    return new FirstAxes(both.getFirst(), both.get(Math.min(1, both.size() - 1)));
  }

  /** The target first, then whatever there is. */
  private static List<Integer> others(Table table, Preparation preparation, List<Integer> chosen) {
    return IntStream.range(0, table.columns().size())
        .boxed()
        .filter(index -> !chosen.contains(index))
        .sorted(
            (one, other) ->
                Boolean.compare(isTarget(preparation, other), isTarget(preparation, one)))
        .limit(2)
        .toList();
  }

  private static boolean isTarget(Preparation preparation, int index) {
    return preparation.columns().get(index).role() == ColumnRole.TARGET;
  }

  private static boolean hasManyValues(Table table, int index) {
    return table.column(index) instanceof NumberColumn numbers
        && IntStream.range(0, Math.min(LOOKED_AT, numbers.rows()))
                .mapToDouble(numbers::value)
                .distinct()
                .limit(FEW_VALUES + 1L)
                .count()
            > FEW_VALUES;
  }
}
