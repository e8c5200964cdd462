package dev.neuralworkbench.explain.inputs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.inputs.PartialDependence.Value;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Expected values come from scikit-learn's partial_dependence with {@code method="brute"}, for each
 * value that the column has.
 */
class PartialDependenceTest {

  /** Rows of which scikit-learn's curves are kept. */
  private static final int[] ROWS = {0, 8, 53};

  private static PartialDependence found(String target, String name, int classIndex) {
    var model = Houses.model(target);
    return PartialDependence.of(
        Houses.predictor(model), Houses.rows(model), name, classIndex, Progress.NONE);
  }

  private static Map<String, Integer> places(JsonObject said) {
    var places = new HashMap<String, Integer>();
    var values = said.getAsJsonArray("values");
    for (var i = 0; i < values.size(); i++) {
      places.put(values.get(i).getAsString().replaceFirst("\\.0$", ""), i);
    }
    return places;
  }

  private static void check(PartialDependence found, JsonObject said, int output, double scale) {
    var places = places(said);
    var means = said.getAsJsonArray("means").get(output).getAsJsonArray();
    var curves = said.getAsJsonArray("curves").get(output).getAsJsonArray();
    var mean = found.mean();
    for (var i = 0; i < found.values().size(); i++) {
      var place = places.get(found.values().get(i).text());
      assertEquals(means.get(place).getAsDouble(), mean[i], 1e-6 * scale);
      for (var k = 0; k < ROWS.length; k++) {
        var curve = (JsonArray) curves.get(k);
        assertEquals(curve.get(place).getAsDouble(), found.curves()[ROWS[k]][i], 1e-6 * scale);
      }
    }
  }

  @Test
  void meanAndCurvesAreThoseOfScikitLearn() {
    for (var name : List.of("size", "colour", "built")) {
      var kinds = Houses.expected().getAsJsonObject("kind").getAsJsonObject("dependence");
      for (var c = 0; c < 3; c++) {
        check(found("kind", name, c), kinds.getAsJsonObject(name), c, 1);
      }
      // Predictions are floats of up to 442.
      var prices = Houses.expected().getAsJsonObject("price").getAsJsonObject("dependence");
      check(found("price", name, -1), prices.getAsJsonObject(name), 0, 10);
    }
  }

  @Test
  void theGridHasValuesOfTheColumn() {
    var size = found("price", "size", -1);
    var table = size.table();
    assertEquals(2 + 90, table.columns().size());
    assertEquals(size.values().get(3).text(), table.named("value").text(3));
    assertEquals(size.mean()[3], table.named("mean").value(3));
    assertEquals(size.curves()[89][3], table.named("curve 90").value(3));
    var column = (NumberColumn) Houses.table().named("size");
    assertEquals(PartialDependence.MOST_VALUES, size.values().size());
    assertEquals(column.min(), size.values().getFirst().at());
    assertEquals(column.max(), size.values().getLast().at());
    assertEquals(90, size.curves().length);
    var sorted = IntStream.range(0, 90).mapToDouble(column::value).sorted().toArray();
    assertTrue(size.values().stream().allMatch(it -> Arrays.binarySearch(sorted, it.at()) >= 0));
    assertEquals(
        List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0),
        found("price", "rooms", -1).values().stream().map(Value::at).toList());
  }

  @Test
  void theLackOfAValueIsACategoryWhereTheModelHasOne() {
    var colour = found("kind", "colour", 0);
    assertEquals(
        List.of("", "blue", "green", "pink", "red"),
        colour.values().stream().map(Value::text).toList());
    var column = Houses.table().named("colour");
    var counts = new int[5];
    for (var row = 0; row < 90; row++) {
      counts[List.of("", "blue", "green", "pink", "red").indexOf(column.text(row))]++;
    }
    assertArrayEquals(counts, colour.values().stream().mapToInt(colour::count).toArray());
    assertEquals(90, IntStream.of(counts).sum());
  }

  @Test
  void ofManyRowsSomeHaveCurvesAndAllAreCounted() {
    var model = Houses.model("price");
    var table = Houses.table();
    var many = IntStream.range(0, 900).map(i -> i / 10).toArray();
    var repeated = new Table("many", table.only(many).columns(), 900);
    var rows = new ReadRows(model.preprocessor(), repeated, IntStream.range(0, 900).toArray());
    var found = PartialDependence.of(Houses.predictor(model), rows, "luck", -1, Progress.NONE);
    assertEquals(PartialDependence.MOST_ROWS, found.curves().length);
    assertEquals(900, found.all().size());
  }

  @Test
  void aColumnWithoutValuesHasNoCurves() {
    var model = Houses.model("price");
    var columns = new ArrayList<>(Houses.table().columns());
    var nothing = new double[90];
    Arrays.fill(nothing, Double.NaN);
    columns.set(6, NumberColumn.of("luck", nothing));
    var rows =
        new ReadRows(
            model.preprocessor(), new Table("gaps", columns, 90), IntStream.range(0, 90).toArray());
    var found = PartialDependence.of(Houses.predictor(model), rows, "luck", -1, Progress.NONE);
    assertEquals(0, found.values().size());
    assertEquals(0, found.mean().length);
  }
}
