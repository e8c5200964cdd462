package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.prepare.Cleaning;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningTest {

  private static final Table TABLE =
      Tables.parse("x,place,y", "4,North,1", "-99,,2", "6,south,3", "-99,,4", "8,South,5", "10,,6");

  private static Preparation cleaned() {
    var plain = Preparation.defaults(TABLE).withScaling(Scaling.NONE);
    var x = plain.columns().get(0).replacing(List.of(new Replacement("-99.0", null)));
    var place =
        plain
            .columns()
            .get(1)
            .withRole(ColumnRole.INPUT)
            .withFilledDown(true)
            .replacing(List.of(new Replacement("south", "South")));
    return plain.withPlan(0, x).withPlan(1, place);
  }

  @Test
  void whatIsLearnedIsLearnedFromCleanedCells() {
    var fitted = Preprocessor.fit(cleaned(), TABLE, Tables.allRows(TABLE));
    var x = (NumberInput) fitted.inputs().get(0);
    assertEquals(4, x.minimum());
    assertEquals(7, x.mean(), "of 4, 6, 8 and 10");
    assertEquals(
        new CategoryInput("place", List.of("North", "South"), "South"), fitted.inputs().get(1));
    assertArrayEquals(
        new float[] {4, 1, 0, 7, 1, 0, 6, 0, 1, 7, 0, 1, 8, 0, 1, 10, 0, 1},
        fitted.encode(TABLE, Tables.allRows(TABLE)).data);
  }

  @Test
  void rowsToPredictAreReadTheSameWay() {
    var fitted = Preprocessor.fit(cleaned(), TABLE, Tables.allRows(TABLE));
    var others = Tables.parse("x,place", "-99,south", "5,");
    assertArrayEquals(new float[] {7, 0, 1, 5, 0, 1}, fitted.encode(others, new int[] {0, 1}).data);
    var typed = new float[3];
    fitted.encode(row(-99, "south"), typed, 0);
    assertArrayEquals(new float[] {7, 0, 1}, typed);
    assertEquals(
        List.of(),
        new RowsToPredict(fitted, others)
            .remarks().stream().filter(it -> it.outcome() != RowRemark.Outcome.ANSWERED).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-99", "-99.0", "\u221299", "\u221299.0", "-9.9e1", "-099", "-99 kg"})
  void aCodeIsFoundByItsValueAmongTexts(String code) {
    var fitted = Preprocessor.fit(cleaned(), TABLE, Tables.allRows(TABLE));
    var others = Tables.parse("x,place", "n/v,South", code + ",South", "-98.9,South");
    assertInstanceOf(TextColumn.class, others.column(0));
    var rows = new RowsToPredict(fitted, others);
    assertArrayEquals(new int[] {1, 2}, rows.answerable());
    assertArrayEquals(
        new float[] {7, 0, 1, -98.9f, 0, 1}, fitted.encode(others, new int[] {1, 2}).data);
    assertTrue(rows.table.column(0).isMissing(1));
  }

  @Test
  void whatReplacesACodeIsWrittenAsItsFileWritesNumbers() {
    var plain = Preparation.defaults(TABLE).withScaling(Scaling.NONE);
    var x = plain.columns().getFirst().replacing(List.of(new Replacement("-99", "1.125")));
    var preparation = plain.withPlan(0, x).withRole(1, ColumnRole.IGNORED, TABLE);
    var fitted = Preprocessor.fit(preparation, TABLE, Tables.allRows(TABLE));
    var others = Tables.parse("x;b", "n/v;1,5", "-99,00;2,5", "4,5;1,5", "7,2;1,5");
    assertInstanceOf(TextColumn.class, others.column(0));
    assertEquals(1.125f, fitted.encode(others, new int[] {1}).data[0], "not 1125");
  }

  @Test
  void codesOfCategoriesAreToldApartByTheirTexts() {
    var table = Tables.parse("ward,y", "007,1", "7,2", "B,3", "007,4", "7,5", "B,6");
    var plain = Preparation.defaults(table);
    var ward = plain.columns().getFirst().replacing(List.of(new Replacement("7", "B")));
    var fitted = Preprocessor.fit(plain.withPlan(0, ward), table, Tables.allRows(table));
    assertEquals(new CategoryInput("ward", List.of("007", "B"), "B"), fitted.inputs().getFirst());
  }

  @Test
  void aFileThatDoesNotSayWhichColumnsAreNumbersIsReadAsOneThatDoes() {
    var fitted = Preprocessor.fit(cleaned(), TABLE, Tables.allRows(TABLE));
    var old = fitted.cleanings().stream().map(it -> it.of(false)).toList();
    assertEquals(
        fitted, new Preprocessor(fitted.inputs(), fitted.target(), fitted.missing(), null, old));
  }

  @Test
  void oddTextsOfInputsOfNumbersAreKeptWithWhatIsReplaced() {
    var lines = IntStream.range(0, 40).mapToObj(i -> i + ".5,a," + 2 * i + ".5");
    var odd = Stream.of("k.A.,b,1", "<1,b,2", "k.A.,b,off");
    var table =
        Tables.parse(
            Stream.of(Stream.of("x,place,y"), lines, odd).flatMap(it -> it).toArray(String[]::new));
    var plain = Preparation.defaults(table);
    assertEquals(
        List.of(new Cleaning("x", missing("k.A.", "<1"), null, true)),
        Preprocessor.fit(plain, table, Tables.allRows(table)).cleanings());
    var one = List.of(new Replacement("<1", "0.5"));
    var chosen = plain.withPlan(0, plain.columns().getFirst().replacing(one));
    assertEquals(
        List.of(
            new Cleaning(
                "x", Stream.concat(one.stream(), missing("k.A.").stream()).toList(), null, true)),
        Preprocessor.fit(chosen, table, Tables.allRows(table)).cleanings());
    var ignored = plain.withRole(0, ColumnRole.IGNORED, table).withRole(1, ColumnRole.INPUT, table);
    assertEquals(List.of(), Preprocessor.fit(ignored, table, Tables.allRows(table)).cleanings());
  }

  private static List<Replacement> missing(String... texts) {
    return Stream.of(texts).map(it -> new Replacement(it, null)).toList();
  }

  @Test
  void aTableIsCleanedOnceAndNotTwice() {
    var once = cleaned().cleaned(TABLE);
    assertSame(once, cleaned().cleaned(TABLE));
    assertSame(once, cleaned().cleaned(once), "or the cells that are missing now were filled down");
    assertSame(TABLE, Preparation.defaults(TABLE).cleaned(TABLE));
    assertEquals("-99", TABLE.column(0).text(1));
  }

  @Test
  void whatWasReplacedIsReplacedOn() {
    var plan = cleaned().columns().get(1).replacing(List.of(new Replacement("South", "S")));
    assertEquals(
        List.of(new Replacement("south", "S"), new Replacement("South", "S")), plan.replacements());
  }

  @Test
  void aLackIsACategoryOfItsOwn() {
    var table = Tables.parse("colour,y", "red,1", ",2", "blue,3", "red,4");
    var preparation = Preparation.defaults(table);
    assertEquals(MissingValues.OWN, preparation.missing());
    var fitted = Preprocessor.fit(preparation, table, Tables.allRows(table));
    assertEquals(
        new CategoryInput("colour", List.of("", "blue", "red"), ""), fitted.inputs().getFirst());
    // pandas.get_dummies(dummy_na=True) has a column of its own for it, too.
    assertArrayEquals(
        new float[] {0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1},
        fitted.encode(table, Tables.allRows(table)).data);
    var whole = Preprocessor.fit(preparation, table, new int[] {0, 2, 3});
    assertEquals(
        new CategoryInput("colour", List.of("blue", "red"), "red"),
        whole.inputs().getFirst(),
        "where no training row lacks it, the most frequent stands in");
  }

  @Test
  void aColumnHasAStandInOfItsOwn() {
    var table = Tables.parse("a,b,y", "1,1,1", "2,2,2", "9,9,3", ",,4");
    var plain = Preparation.defaults(table);
    var own = plain.withPlan(1, plain.columns().get(1).withMissing(MissingValues.MEDIAN));
    var inputs = Preprocessor.fit(own, table, Tables.allRows(table)).inputs();
    assertEquals(4, ((NumberInput) inputs.get(0)).fill());
    assertEquals(2, ((NumberInput) inputs.get(1)).fill());
  }

  private static RawRow row(double number, @Nullable String text) {
    return new RawRow() {
      @Override
      public double number(int input) {
        return number;
      }

      @Override
      public @Nullable String text(int input) {
        return text;
      }
    };
  }
}
