package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.table.Column;
import java.util.List;
import java.util.stream.IntStream;

/** The target of every row: a number, or the index of a class as one; then there are classes. */
@SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
record TargetValues(List<String> classes, double[] values) {

  static TargetValues of(Column column, boolean isClass) {
    var rows = IntStream.range(0, column.rows()).toArray();
    if (!isClass) {
      return new TargetValues(List.of(), IntStream.of(rows).mapToDouble(column::value).toArray());
    }
    var target = ClassTarget.of(column);
    return new TargetValues(
        target.classes(), IntStream.of(target.indices(column, rows)).asDoubleStream().toArray());
  }

  boolean isClass() {
    return !classes.isEmpty();
  }

  double value(int row) {
    return values[row];
  }

  int classOf(int row) {
    return (int) values[row];
  }

  int[] counts(int[] rows) {
    var counts = new int[classes.size()];
    for (var row : rows) {
      counts[classOf(row)]++;
    }
    return counts;
  }
}
