package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Feature.Kind;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Engineered inputs, checked with NumPy. */
class FeatureInputTest {

  private static final Table TABLE =
      Tables.parse("x,y,kind,z", "1,2,a,5", "2,0.5,b,7", ",3,a,8", "4,,b,9", "-3,1,a,11");
  private static final int[] ALL = {0, 1, 2, 3, 4};

  private static Preparation with(Feature... features) {
    return Preparation.defaults(TABLE).withFeatures(List.of(features));
  }

  private static void assertColumn(double[] expected, Preparation preparation) {
    var preprocessor = Preprocessor.fit(preparation, TABLE, ALL);
    var encoded = preprocessor.encode(TABLE, ALL);
    var last = preprocessor.inputCount() - 1;
    for (var row : ALL) {
      assertEquals(expected[row], encoded.get(row, last), 1e-6, "row " + row);
    }
  }

  @Test
  void eachIsWorkedOutOfFilledNumbersAndScaled() {
    assertColumn(
        new double[] {-0.91129953, -0.3855498, -0.91129953, 1.71744911, 0.49069975},
        with(Feature.of(Kind.SQUARE, "x")));
    assertColumn(
        new double[] {0.03254723, -0.29292505, 0.35801951, 1.49717248, -1.59481416},
        with(Feature.product("y", "x")));
    assertColumn(
        new double[] {0.74733715, 0.84818962, 0.74733715, -1.62916717, -0.71369675},
        with(Feature.of(Kind.SINE, "x")));
    assertColumn(
        new double[] {0.14840543, 0.54549109, 0.14840543, 1.04575986, -1.88806182},
        with(Feature.of(Kind.LOG, "x")));
    assertColumn(new double[] {0, 0, 1, 0, 0}, with(Feature.of(Kind.MISSING, "x")));
    assertColumn(
        new double[] {1, 4, 1, 16, 9},
        with(Feature.of(Kind.SQUARE, "x")).withScaling(Scaling.NONE));
  }

  @Test
  void rowByRowByColumnAndStepByStepAreTheSame() {
    var preparation =
        with(
            Feature.of(Kind.MISSING, "y"),
            Feature.product("x", "y"),
            Feature.of(Kind.LOG, "y"),
            Feature.of(Kind.SINE, "x"),
            Feature.product("x", "x"));
    var preprocessor = Preprocessor.fit(preparation, TABLE, ALL);
    assertEquals(9, preprocessor.inputCount());
    assertEquals(9, DataShape.of(preparation, TABLE).inputs());
    var matrix = preprocessor.encode(TABLE, ALL);
    for (var row : ALL) {
      var one = new float[9];
      preprocessor.encode(raw(preprocessor, row), one, 0);
      assertArrayEquals(
          IntStream.range(0, 9).mapToObj(i -> matrix.get(row, i)).toArray(),
          IntStream.range(0, 9).mapToObj(i -> one[i]).toArray());
      var told = PreparedRow.of(preprocessor, TABLE, row, preparation.scaling()).inputs();
      for (var i = 0; i < 9; i++) {
        assertEquals(one[i], told[i], 1e-6);
      }
    }
  }

  private static RawRow raw(Preprocessor preprocessor, int row) {
    return new RawRow() {
      @Override
      public double number(int input) {
        return TABLE.column(preprocessor.inputs().get(input).name()).value(row);
      }

      @Override
      public String text(int input) {
        return TABLE.column(preprocessor.inputs().get(input).name()).text(row);
      }
    };
  }

  @Test
  void oneOfAColumnThatIsNoNumericInputIsTakenOff() {
    var both = with(Feature.product("x", "y"), Feature.of(Kind.SQUARE, "y"));
    assertEquals(
        List.of(Feature.of(Kind.SQUARE, "y")),
        both.withRole(0, ColumnRole.IGNORED, TABLE).engineered());
    assertEquals(List.of(), both.withKind(1, ColumnKind.CATEGORY).engineered());
    var lack = with(Feature.of(Kind.MISSING, "x"));
    assertEquals(List.of(), lack.withMissing(MissingValues.DROP_ROW).engineered());
    assertEquals(
        List.of(),
        both.toggled(Feature.product("y", "x")).engineered().stream()
            .filter(it -> it.kind() == Kind.PRODUCT)
            .toList());
    var wrong = with(Feature.of(Kind.SQUARE, "kind"));
    assertEquals(
        List.of("data.feature.noNumber"),
        wrong.problems(TABLE).stream().map(Problem::key).toList());
  }

  @Test
  void ofATextThatIsToBeANumberTheColumnIsToldAndNothingBreaks() {
    var table = Tables.parse("name,x,y", "one,1,a", "two,2,b", "three,3,a");
    var asNumber = Preparation.defaults(table).withRole(0, ColumnRole.INPUT, table);
    var preparation =
        asNumber
            .withKind(0, ColumnKind.NUMBER)
            .withFeatures(List.of(Feature.of(Kind.SQUARE, "name"), Feature.product("name", "x")));
    assertEquals(
        List.of("data.cell.notNumber"),
        preparation.problems(table).stream().map(Problem::key).toList());
  }

  @Test
  void whatIsTooLargeIsToldBeforeAndWhenAsked() {
    var large = Tables.parse("x,y", "1e16,1", "2,3", "3,5");
    var square = Feature.of(Kind.SQUARE, "x");
    var preparation = Preparation.defaults(large).withFeatures(List.of(square));
    assertEquals("data.feature.tooLarge", preparation.problems(large).getFirst().key());
    var small = Tables.parse("x,y", "1,1", "2,3", "3,5");
    var fit =
        Preprocessor.fit(
            Preparation.defaults(small).withFeatures(List.of(square)), small, new int[] {0, 1, 2});
    var asked = new RowsToPredict(fit, large);
    assertArrayEquals(new int[] {1, 2}, asked.answerable());
    assertEquals("data.cell.feature", asked.remarks().getFirst().first().key());
  }

  @Test
  void namesAndOptionsAreThoseOfTheField() {
    var product = Feature.product("x2", "x1");
    assertEquals("x1·x2", product.name());
    assertEquals("“Beak Length (mm)”²", Feature.of(Kind.SQUARE, "Beak Length (mm)").name());
    assertEquals("x1.missing", Feature.of(Kind.MISSING, "x1").name());
    assertEquals("product=x1*x2", product.option());
    assertEquals(Feature.product("x1", "x2"), product);
    var names = Set.of("a*b", "a", "b", "c");
    assertEquals(
        Optional.of(Feature.product("a*b", "c")), Feature.parse(Kind.PRODUCT, "a*b*c", names));
    assertEquals(Optional.empty(), Feature.parse(Kind.PRODUCT, "a*d", names));
    assertEquals(Optional.of(Feature.of(Kind.LOG, "a*b")), Feature.parse(Kind.LOG, "a*b", names));
    assertTrue(Feature.parse(Kind.SINE, "d", names).isEmpty());
  }
}
