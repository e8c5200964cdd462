package dev.neuralworkbench.explain.inputs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expected values come from SciPy and NumPy, see {@code src/test/python/importance.py}. */
class AssociationTest {

  private static Association side(String name) {
    var column = Houses.table().named(name);
    return Houses.model("price").preprocessor().inputs().stream()
        .filter(it -> it.name().equals(name) && !(it instanceof CategoryInput))
        .findFirst()
        .map(it -> InputGroups.read(it, column))
        .orElseGet(
            () -> {
              // The categories of the table, of which the model does not know all.
              var rows = IntStream.range(0, column.rows());
              return Association.ofCategories(rows.map(((TextColumn) column)::code).toArray());
            });
  }

  @Test
  void itIsThatOfSciPy() {
    var said = Houses.expected().getAsJsonObject("associations");
    assertEquals(7, said.size());
    for (var pair : said.entrySet()) {
      var names = pair.getKey().split(" ", -1);
      var expected = pair.getValue().getAsDouble();
      assertEquals(expected, side(names[0]).with(side(names[1])), 1e-9, pair.getKey());
      assertEquals(expected, side(names[1]).with(side(names[0])), 1e-9, pair.getKey());
    }
  }

  @Test
  void whatHasOneValueTellsNothing() {
    var equal = Association.ofNumbers(new double[] {2, 2, 2, 2});
    var rising = Association.ofNumbers(new double[] {1, 2, 3, 4});
    var one = Association.ofCategories(new int[] {5, 5, 5, 5});
    var two = Association.ofCategories(new int[] {-1, -1, 3, 3});
    assertEquals(0, equal.with(rising));
    assertEquals(0, equal.with(two));
    assertEquals(0, one.with(rising));
    assertEquals(0, one.with(two));
    assertEquals(1, rising.with(rising), 1e-12);
    var single = Association.ofNumbers(new double[] {7});
    assertEquals(0, single.with(Association.ofCategories(new int[1])));
  }

  /** Numbers of the rows as categories: without a correction each would explain everything. */
  @Test
  void anIdentifierGoesTogetherWithNothing() {
    var id = Association.ofCategories(new int[] {0, 1, 2, 3, 4, 5});
    assertEquals(0, id.with(Association.ofNumbers(new double[] {3, 1, 4, 1, 5, 9})));
    assertEquals(0, id.with(Association.ofCategories(new int[] {0, 0, 1, 1, 0, 1})));
    var nearly = Association.ofCategories(new int[] {0, 0, 1, 2, 3, 4});
    var other = Association.ofCategories(new int[] {0, 1, 1, 0, 1, 0});
    assertEquals(0, nearly.with(other));
    assertEquals(1, other.with(other), 1e-12);
  }

  @Test
  void groupsAreLinkedByPairsThatReachTheThreshold() {
    var rows = Houses.rows(Houses.model("price"));
    var rest = List.of(List.of("colour"), List.of("built"), List.of("luck"));
    var pairs = List.of(List.of("size", "feet"), List.of("rooms"));
    var three = List.of(List.of("size", "feet", "rooms"));
    var rho = side("size").with(side("rooms"));
    assertEquals(joined(three, rest), InputGroups.of(rows, 0.7, Progress.NONE));
    assertEquals(joined(three, rest), InputGroups.of(rows, rho, Progress.NONE));
    assertEquals(joined(pairs, rest), InputGroups.of(rows, rho + 1e-9, Progress.NONE));
    assertEquals(joined(pairs, rest), InputGroups.of(rows, 1, Progress.NONE));
    assertEquals(6, InputGroups.alone(rows).size());
    assertEquals(4, CategoryCounts.of(Houses.table().named("colour")).names().size());
  }

  /** Two pairs that have nothing to do with each other are one group once a column links them. */
  @Test
  void aColumnJoinsTheGroupsThatItIsLinkedTo() {
    double[] a = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] b = {5, 3, 8, 1, 7, 2, 6, 4};
    var sums = IntStream.range(0, 8).mapToDouble(i -> a[i] + b[i]).toArray();
    var names = List.of("a", "b", "a again", "b again", "sum", "alone");
    var values = List.of(a, b, a, b, sums, new double[] {3, 1, 2, 2, 1, 3, 1, 2});
    var inputs = new ArrayList<InputEncoder>();
    var columns = new ArrayList<Column>();
    for (var i = 0; i < names.size(); i++) {
      inputs.add(new NumberInput(names.get(i), 0, 1, 0, 0, 0, 1));
      columns.add(NumberColumn.of(names.get(i), values.get(i)));
    }
    columns.add(NumberColumn.of("y", a));
    var target = new NumberTarget("y", 0, 1, 0, 0, 1);
    var rows =
        new ReadRows(
            new Preprocessor(inputs, target, MissingValues.MEAN),
            new Table("sums", columns, 8),
            IntStream.range(0, 8).toArray());
    assertEquals(
        List.of(List.of("a", "b", "a again", "b again", "sum"), List.of("alone")),
        InputGroups.of(rows, 0.6, Progress.NONE));
    assertEquals(
        List.of(List.of("a", "a again"), List.of("b", "b again"), List.of("sum"), List.of("alone")),
        InputGroups.of(rows, 0.9, Progress.NONE));
  }

  private static List<List<String>> joined(List<List<String>> one, List<List<String>> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
