package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Input columns that tell the same: each group holds what is linked by pairs whose {@link
 * Association} reaches a threshold, so that no column outside a group could stand in for one within
 * it. While one of two such columns is permuted the model reads the other, and neither looks
 * important.
 */
public final class InputGroups {

  /** The threshold where none is chosen. */
  public static final double THRESHOLD = 0.7;

  private InputGroups() {}

  /** Each column alone, in their order. */
  public static List<List<String>> alone(ReadRows rows) {
    return rows.encoders().stream().map(it -> List.of(it.name())).toList();
  }

  /**
   * The groups, in the order of their first columns. Time grows with the square of the columns.
   *
   * @param threshold above 0, at most 1
   * @param progress told of the columns
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static List<List<String>> of(ReadRows rows, double threshold, Progress progress) {
    var encoders = rows.encoders();
    var sides = encoders.stream().map(it -> side(it, rows.column(it.name()))).toList();
    var groupOf = IntStream.range(0, sides.size()).toArray();
    for (var i = 1; i < sides.size(); i++) {
      progress.goOn(i, sides.size());
      for (var j = 0; j < i; j++) {
        var one = groupOf[i];
        var other = groupOf[j];
        if (one != other && Association.of(sides.get(i), sides.get(j)) >= threshold - 1e-12) {
          var first = Math.min(one, other);
          var second = Math.max(one, other);
          IntStream.range(0, groupOf.length)
              .filter(k -> groupOf[k] == second)
              .forEach(k -> groupOf[k] = first);
        }
      }
    }
    var groups = new LinkedHashMap<Integer, List<String>>();
    for (var i = 0; i < groupOf.length; i++) {
      groups.computeIfAbsent(groupOf[i], _ -> new ArrayList<>()).add(encoders.get(i).name());
    }
    return groups.values().stream().map(List::copyOf).toList();
  }

  /** A column as the model reads it: what is missing is what stands in for it. */
  private static Association.Side side(InputEncoder encoder, Column column) {
    var rows = IntStream.range(0, column.rows());
    return switch (encoder) {
      case NumberInput number ->
          Association.ranks(rows.mapToDouble(i -> number.filled(column.value(i))).toArray());
      case DateInput date ->
          Association.ranks(rows.mapToDouble(i -> date.seconds(column.text(i))).toArray());
      case CategoryInput category -> {
        var index =
            CategoryIndex.of(category.categories(), column, category.indexOf(category.fill()));
        yield Association.codes(rows.map(index).toArray());
      }
    };
  }
}
