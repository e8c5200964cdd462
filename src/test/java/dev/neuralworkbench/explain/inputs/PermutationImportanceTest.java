package dev.neuralworkbench.explain.inputs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.explain.inputs.PermutationImportance.Input;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values come from scikit-learn's permutation_importance, with the orders it drew. */
class PermutationImportanceTest {

  private static final List<String> COLUMNS =
      List.of("size", "feet", "rooms", "colour", "built", "luck");

  private static List<int[]> orders() {
    return Houses.expected().getAsJsonArray("orders").asList().stream()
        .map(it -> it.getAsJsonArray().asList().stream().mapToInt(i -> i.getAsInt()).toArray())
        .toList();
  }

  private static PermutationImportance measured(String target, List<List<String>> groups) {
    var model = Houses.model(target);
    var rows = Houses.rows(model);
    return PermutationImportance.of(Houses.predictor(model), rows, groups, orders(), Progress.NONE);
  }

  private static Input input(PermutationImportance of, String... columns) {
    return of.inputs().stream()
        .filter(it -> it.columns().equals(List.of(columns)))
        .findFirst()
        .orElseThrow();
  }

  private static double[] drops(Input input) {
    return input.drops().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void eachDropIsThatOfScikitLearn() {
    for (var target : List.of("price", "kind")) {
      // Shares of 90 rows are exact; R² is of predictions whose inputs are floats.
      var tolerance = target.equals("kind") ? 1e-12 : 1e-7;
      var said = Houses.expected().getAsJsonObject(target);
      var alone = InputGroups.alone(Houses.rows(Houses.model(target)));
      var found = measured(target, alone);
      assertEquals(said.get("score").getAsDouble(), found.score(), tolerance);
      assertEquals(90, found.rows());
      for (var name : COLUMNS) {
        var drops = Houses.numbers(said.getAsJsonObject("drops").getAsJsonArray(name));
        assertArrayEquals(drops, drops(input(found, name)), tolerance, name);
        var mean = said.getAsJsonObject("means").get(name).getAsDouble();
        var spread = said.getAsJsonObject("spreads").get(name).getAsDouble();
        assertEquals(mean, input(found, name).mean(), tolerance);
        assertEquals(spread, input(found, name).spread(), tolerance);
      }
    }
  }

  @Test
  void aGroupIsPermutedInOneOrder() {
    for (var target : List.of("price", "kind")) {
      var found = measured(target, List.of(List.of("size", "feet")));
      var drops =
          Houses.numbers(Houses.expected().getAsJsonObject(target).getAsJsonArray("together"));
      var tolerance = target.equals("kind") ? 1e-12 : 1e-7;
      assertArrayEquals(drops, drops(input(found, "size", "feet")), tolerance);
    }
  }

  @Test
  void theMostImportantComesFirst() {
    var found = measured("price", InputGroups.alone(Houses.rows(Houses.model("price"))));
    assertEquals(
        List.of("feet", "size", "built", "colour", "rooms", "luck"),
        found.inputs().stream().map(it -> it.columns().getFirst()).toList());
  }

  @Test
  void aSeedGivesTheSameDrops() {
    var model = Houses.model("price");
    var rows = Houses.rows(model);
    var groups = List.of(List.of("size"), List.of("luck"));
    var predictor = Houses.predictor(model);
    var once = PermutationImportance.of(predictor, rows, groups, 3, 1, Progress.NONE);
    var alone =
        PermutationImportance.of(predictor, rows, List.of(List.of("luck")), 3, 1, () -> false);
    var other = PermutationImportance.of(predictor, rows, groups, 3, 2, Progress.NONE);
    assertEquals(input(once, "luck"), input(alone, "luck"));
    assertTrue(!input(once, "luck").equals(input(other, "luck")));
    assertEquals(3, once.inputs().getFirst().drops().size());
  }

  /** Of one row every order is the same; R² of it does not exist. */
  @Test
  void aSingleRowHasNoImportance() {
    for (var target : List.of("price", "kind")) {
      var model = Houses.model(target);
      var row = new ReadRows(model.preprocessor(), Houses.table(), new int[] {4});
      var found =
          PermutationImportance.of(
              Houses.predictor(model), row, InputGroups.alone(row), 2, 1, Progress.NONE);
      var expected = target.equals("kind") ? 0 : Double.NaN;
      found.inputs().forEach(it -> assertEquals(expected, it.mean()));
    }
  }

  /**
   * Numbers that no float holds, of both signs: their row is never right, and R² of the rows does
   * not exist.
   */
  @Test
  void aRowWithoutAPredictionIsNeverRight() {
    var columns = new ArrayList<>(Houses.table().columns());
    var sizes = IntStream.range(0, 90).mapToDouble(row -> row == 7 ? 1e300 : 50).toArray();
    columns.set(1, NumberColumn.of("size", sizes));
    var feet = IntStream.range(0, 90).mapToDouble(row -> row == 7 ? -1e300 : 500).toArray();
    columns.set(2, NumberColumn.of("feet", feet));
    var table = new Table("huge", columns, 90);
    for (var target : List.of("price", "kind")) {
      var model = Houses.model(target);
      var predictor = Houses.predictor(model);
      var all = IntStream.range(0, 90).toArray();
      var rows = new ReadRows(model.preprocessor(), table, all);
      var found =
          PermutationImportance.of(predictor, rows, InputGroups.alone(rows), 2, 1, Progress.NONE);
      if (target.equals("price")) {
        assertEquals(Double.NaN, found.score());
        assertEquals(Double.NaN, found.inputs().getLast().mean());
      } else {
        var answers = predictor.predict(rows.with(List.of()));
        var classes = answers.classes();
        var right =
            IntStream.of(all)
                .filter(row -> row != 7)
                .filter(
                    row ->
                        classes.indexOf(table.named("kind").text(row))
                            == answers.predictedClass(row))
                .count();
        assertEquals(1, answers.unanswered());
        assertEquals(right / 90.0, found.score());
      }
      assertEquals(6, found.table().rows());
    }
  }

  @Test
  void itEndsWhenItIsNotWanted() {
    var model = Houses.model("price");
    var rows = Houses.rows(model);
    var predictor = Houses.predictor(model);
    var groups = InputGroups.alone(rows);
    assertThrows(
        CancellationException.class,
        () -> PermutationImportance.of(predictor, rows, groups, 5, 1, () -> true));
  }

  /** A class that follows from x, of which the table may have a copy in other units. */
  private static Document trained(boolean hasCopy) {
    var random = RandomSource.of(4, Purpose.GENERATED_DATA);
    var x = new double[600];
    var copy = new double[600];
    var useless = new double[600];
    var kind = new String[600];
    for (var row = 0; row < 600; row++) {
      x[row] = random.nextGaussian();
      copy[row] = 32 + 1.8 * x[row];
      useless[row] = random.nextGaussian();
      kind[row] = x[row] + 0.2 * random.nextGaussian() > 0 ? "warm" : "cold";
    }
    var columns =
        new ArrayList<>(List.of(NumberColumn.of("x", x), NumberColumn.of("useless", useless)));
    if (hasCopy) {
      columns.add(NumberColumn.of("copy", copy));
    }
    var all = new ArrayList<Column>(columns);
    all.add(TextColumn.of("kind", kind));
    var table = new Table("planted", all, 600);
    var data = DataReference.ofFile(table, ReadingChoices.NONE);
    return TrainedDocuments.trained(new Document(data, Defaults.experiment(table), null), 60);
  }

  private record Planted(ReadRows rows, PermutationImportance alone, PermutationImportance groups) {

    static Planted of(boolean hasCopy) {
      var document = trained(hasCopy);
      var model = Objects.requireNonNull(document.trained());
      var table = Objects.requireNonNull(document.data().table());
      var held = model.prepared(table);
      var used = IntStream.of(held.training().sourceRows()).boxed().toList();
      var unseen = IntStream.range(0, 600).filter(row -> !used.contains(row)).toArray();
      var rows = new ReadRows(model.preprocessor(), table, unseen);
      var predictor = Houses.predictor(model);
      var grouped = InputGroups.of(rows, InputGroups.THRESHOLD, Progress.NONE);
      return new Planted(
          rows,
          PermutationImportance.of(predictor, rows, InputGroups.alone(rows), 5, 1, Progress.NONE),
          PermutationImportance.of(predictor, rows, grouped, 5, 1, Progress.NONE));
    }
  }

  /**
   * A permuted useless input changes few predictions, as often for the better as for the worse: of
   * n rows no more than three deviations of a fair coin that is thrown for every row that changes.
   */
  @Test
  void aUselessInputIsWithinChance() {
    var found = Planted.of(false);
    var n = found.rows().rows();
    var useless = input(found.alone(), "useless").mean();
    assertTrue(found.alone().score() > 0.85, "score " + found.alone().score());
    assertTrue(Math.abs(useless) <= 3 * Math.sqrt(0.02 / n), "importance " + useless);
    assertTrue(input(found.alone(), "x").mean() > 0.3);
  }

  @Test
  void aCopyIsFoundThroughItsGroup() {
    var found = Planted.of(true);
    var without = input(Planted.of(false).alone(), "x").mean();
    var together = input(found.groups(), "x", "copy").mean();
    assertEquals(without, together, 0.05);
    assertTrue(input(found.alone(), "x").mean() < 0.8 * together);
    assertTrue(input(found.alone(), "copy").mean() < 0.8 * together);
  }
}
