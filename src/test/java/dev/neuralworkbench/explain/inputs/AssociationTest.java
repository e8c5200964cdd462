package dev.neuralworkbench.explain.inputs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.explain.inputs.Association.Side;
import dev.neuralworkbench.progress.Progress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expected values come from SciPy and NumPy, see {@code src/test/python/importance.py}. */
class AssociationTest {

  private static Side side(String name) {
    var model = Houses.model("price");
    var column = Houses.table().named(name);
    var rows = IntStream.range(0, column.rows());
    var inputs = model.preprocessor().inputs();
    for (var input : inputs) {
      if (input.name().equals(name) && input instanceof NumberInput number) {
        return Association.ranks(rows.mapToDouble(i -> number.filled(column.value(i))).toArray());
      } else if (input.name().equals(name) && input instanceof DateInput date) {
        return Association.ranks(rows.mapToDouble(i -> date.seconds(column.text(i))).toArray());
      }
    }
    var text = (TextColumn) column;
    return Association.codes(rows.map(text::code).toArray());
  }

  @Test
  void itIsThatOfSciPy() {
    var said = Houses.expected().getAsJsonObject("associations");
    assertEquals(7, said.size());
    for (var pair : said.entrySet()) {
      var names = pair.getKey().split(" ", -1);
      var expected = pair.getValue().getAsDouble();
      assertEquals(expected, Association.of(side(names[0]), side(names[1])), 1e-9, pair.getKey());
      assertEquals(expected, Association.of(side(names[1]), side(names[0])), 1e-9, pair.getKey());
    }
  }

  @Test
  void whatHasOneValueTellsNothing() {
    var equal = Association.ranks(new double[] {2, 2, 2, 2});
    var rising = Association.ranks(new double[] {1, 2, 3, 4});
    var one = Association.codes(new int[] {5, 5, 5, 5});
    var two = Association.codes(new int[] {-1, -1, 3, 3});
    assertEquals(0, Association.of(equal, rising));
    assertEquals(0, Association.of(equal, two));
    assertEquals(0, Association.of(one, rising));
    assertEquals(0, Association.of(one, two));
    assertEquals(1, Association.of(rising, rising), 1e-12);
    assertEquals(
        0, Association.of(Association.ranks(new double[] {7}), Association.codes(new int[1])));
  }

  /** Numbers of the rows as categories: without a correction each would explain everything. */
  @Test
  void anIdentifierGoesTogetherWithNothing() {
    var id = Association.codes(new int[] {0, 1, 2, 3, 4, 5});
    assertEquals(0, Association.of(id, Association.ranks(new double[] {3, 1, 4, 1, 5, 9})));
    assertEquals(0, Association.of(id, Association.codes(new int[] {0, 0, 1, 1, 0, 1})));
    var nearly = Association.codes(new int[] {0, 0, 1, 2, 3, 4});
    var other = Association.codes(new int[] {0, 1, 1, 0, 1, 0});
    assertEquals(0, Association.of(nearly, other));
    assertEquals(1, Association.of(other, other), 1e-12);
  }

  @Test
  void groupsAreLinkedByPairsThatReachTheThreshold() {
    var rows = Houses.rows(Houses.model("price"));
    var rest = List.of(List.of("colour"), List.of("built"), List.of("luck"));
    var pairs = List.of(List.of("size", "feet"), List.of("rooms"));
    var three = List.of(List.of("size", "feet", "rooms"));
    var rho = Association.of(side("size"), side("rooms"));
    assertEquals(joined(three, rest), InputGroups.of(rows, 0.7, Progress.NONE));
    assertEquals(joined(three, rest), InputGroups.of(rows, rho, Progress.NONE));
    assertEquals(joined(pairs, rest), InputGroups.of(rows, rho + 1e-9, Progress.NONE));
    assertEquals(joined(pairs, rest), InputGroups.of(rows, 1, Progress.NONE));
    assertEquals(6, InputGroups.alone(rows).size());
    assertEquals(4, CategoryCounts.of(Houses.table().named("colour")).names().size());
  }

  private static List<List<String>> joined(List<List<String>> one, List<List<String>> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
