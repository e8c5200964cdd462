package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Input columns that tell the same: each group holds what is linked by pairs whose {@link
 * Association} reaches a threshold, so that no column outside a group could stand in for one within
 * it. While one of two such columns is permuted the model reads the other, and neither looks
 * important.
 */
public final class InputGroups {

  /** What may be chosen as the threshold. */
  public static final Range THRESHOLDS = Range.above(0, 1);

  /** The threshold where none is chosen. */
  public static final double THRESHOLD = 0.7;

  private static final double ROUNDING = 1e-12;

  private InputGroups() {}

  /** Each column alone, in their order. */
  public static List<List<String>> alone(ReadRows rows) {
    return rows.encoders().stream().map(it -> List.of(it.name())).toList();
  }

  /**
   * The groups, in the order of their first columns. Time grows with the square of the columns.
   *
   * @param threshold in {@link #THRESHOLDS}
   * @param progress told of the columns
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static List<List<String>> of(ReadRows rows, double threshold, Progress progress) {
    var encoders = rows.encoders();
    var columns = encoders.stream().map(it -> read(it, rows.column(it.name()))).toList();
    var groups = new ArrayList<List<Integer>>();
    for (var i = 0; i < columns.size(); i++) {
      progress.goOn(i, columns.size());
      var column = columns.get(i);
      var linked =
          groups.stream()
              .filter(
                  group ->
                      group.stream()
                          .anyMatch(it -> columns.get(it).with(column) >= threshold - ROUNDING))
              .toList();
      var joined = new ArrayList<Integer>();
      linked.forEach(joined::addAll);
      joined.add(i);
      groups.removeAll(linked);
      groups.add(joined.stream().sorted().toList());
    }
    return groups.stream()
        .sorted((one, other) -> one.getFirst() - other.getFirst())
        .map(group -> group.stream().map(it -> encoders.get(it).name()).toList())
        .toList();
  }

  /** A column as the model reads it: what is missing is what stands in for it. */
  static Association read(InputEncoder encoder, Column column) {
    var rows = IntStream.range(0, column.rows());
    return switch (encoder) {
      case NumberInput number ->
          Association.ofNumbers(rows.mapToDouble(i -> number.filled(column.value(i))).toArray());
      case DateInput date ->
          Association.ofNumbers(rows.mapToDouble(i -> date.seconds(column.text(i))).toArray());
      case CategoryInput category -> {
        var fill = category.indexOf(category.fill());
        yield Association.ofCategories(
            rows.map(CategoryIndex.of(category.categories(), column, fill)).toArray());
      }
    };
  }
}
