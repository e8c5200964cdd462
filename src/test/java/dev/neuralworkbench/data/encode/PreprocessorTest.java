package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreprocessorTest {

  private static final Table SMALL =
      Tables.parse("x,colour,y", "1,red,10", "2,blue,20", "4,red,40", ",,30.5", "100,green,1000");
  private static final int[] FIRST_FOUR = {0, 1, 2, 3};

  private static Preparation defaults() {
    return Preparation.defaults(SMALL);
  }

  private static NumberInput x(Preparation preparation) {
    return (NumberInput) Preprocessor.fit(preparation, SMALL, FIRST_FOUR).inputs().getFirst();
  }

  @Test
  void everythingIsLearnedFromTheTrainingRowsAlone() {
    var table = Tables.noisy(200);
    var preparation = Preparation.defaults(table);
    var rows = RowSplit.of(preparation, table);
    var fitted = Preprocessor.fit(preparation, table, rows.training());

    // Other values, gaps and categories in all held-out rows must change nothing.
    var numbers = new double[200];
    var names = new String[200];
    for (var row = 0; row < 200; row++) {
      numbers[row] = 1e6;
      names[row] = "unseen" + row;
    }
    for (var row : rows.training()) {
      numbers[row] = ((NumberColumn) table.column(0)).value(row);
      names[row] = table.column(1).text(row);
    }
    var changed =
        Table.of(
            "changed",
            NumberColumn.of("size", numbers),
            TextColumn.of("colour", names),
            table.column(2));
    assertEquals(fitted, Preprocessor.fit(preparation, changed, rows.training()));
    assertEquals(fitted, PreparedData.of(preparation, table).preprocessor());
    assertNotEquals(fitted, Preprocessor.fit(preparation, changed, rows.test()));
  }

  @Test
  void standardizedColumnsHaveMeanZeroAndDeviationOne() {
    // mean 7/3, variance (16 + 1 + 25)/27 = 14/9
    var input = x(defaults());
    assertEquals(7 / 3.0, input.offset(), 1e-15);
    assertEquals(Math.sqrt(14 / 9.0), input.scale(), 1e-15);
    assertEquals((1 - 7 / 3.0) / Math.sqrt(14 / 9.0), input.encode(1), 1e-7);
    assertEquals(0, input.encode(Double.NaN), "the mean stands in for a missing value");
    assertEquals(List.of(1.0, 4.0), List.of(input.minimum(), input.maximum()));
  }

  @Test
  void minMaxScalesToZeroAndOneAndNoneLeavesNumbersAlone() {
    var minMax = x(defaults().withScaling(Scaling.MIN_MAX));
    assertEquals(0, minMax.encode(1));
    assertEquals(1, minMax.encode(4));
    assertEquals(33, minMax.encode(100));
    assertEquals(4, x(defaults().withScaling(Scaling.NONE)).encode(4));
  }

  @Test
  void maxAbsDividesByTheLargestMagnitudeAndKeepsZero() {
    var table = Tables.parse("x,y", "-8,1.5", "2,2.5", "0,3.5");
    var preparation = Preparation.defaults(table).withScaling(Scaling.MAX_ABS);
    var x = (NumberInput) Preprocessor.fit(preparation, table, new int[] {0, 1, 2}).inputs().get(0);
    assertEquals(List.of(-1f, 0.25f, 0f), List.of(x.encode(-8), x.encode(2), x.encode(0)));
    var zeros = Tables.parse("x,y", "0,1.5", "0,2.5", "0,3.5");
    var none = Preprocessor.fit(preparation, zeros, new int[] {0, 1, 2}).inputs().getFirst();
    assertEquals(new NumberInput("x", 0, 0, 0, 0, 0, 1), none);
  }

  @Test
  void zeroStandsInForMissingNumbersAndNoCategoryForMissingOnes() {
    var table = Tables.parse("x,c,y", "1,a,1.5", ",a,2.5", "5,,3.5", "9,b,1");
    var preparation = Preparation.defaults(table).withMissing(MissingValues.ZERO);
    var fitted = Preprocessor.fit(preparation, table, Tables.allRows(table));
    assertEquals(0, ((NumberInput) fitted.inputs().get(0)).fill());
    assertEquals("", ((CategoryInput) fitted.inputs().get(1)).fill());
  }

  @Test
  void columnWithoutSpreadBecomesZero() {
    var table = Tables.parse("x,y", "0.1,1.5", "0.1,2.5", "0.1,3.5");
    var input = Preprocessor.fit(Preparation.defaults(table), table, new int[] {0, 1, 2});
    assertEquals(new NumberInput("x", 0.1, 0.1, 0.1, 0.1, 0.1, 1), input.inputs().getFirst());
  }

  @Test
  void missingNumbersGetMeanMedianOrMode() {
    var table = Tables.parse("x,y", "1,1.5", "9,2.5", "3,3.5", "9,1.5", "5,2.5", "1,4.5", ",1.5");
    var rows = Tables.allRows(table);
    var preparation = Preparation.defaults(table);
    var fills =
        List.of(MissingValues.MEAN, MissingValues.MEDIAN, MissingValues.MODE).stream()
            .map(rule -> Preprocessor.fit(preparation.withMissing(rule), table, rows))
            .map(fitted -> ((NumberInput) fitted.inputs().getFirst()).fill())
            .toList();
    assertEquals(28 / 6.0, fills.get(0), 1e-15);
    assertEquals(4, fills.get(1), "the mean of 3 and 5");
    assertEquals(1, fills.get(2), "1 and 9 occur twice; the smaller");
  }

  @Test
  void categoriesAreOneHotAndUnknownOnesAllZero() {
    var fitted = Preprocessor.fit(defaults().withMissing(MissingValues.MEAN), SMALL, FIRST_FOUR);
    assertEquals(
        new CategoryInput("colour", List.of("blue", "red"), "red"), fitted.inputs().get(1));
    var encoded = fitted.encode(SMALL, new int[] {1, 3, 4});
    assertEquals(3, encoded.numCols);
    assertArrayEquals(
        new float[] {1, 0, 0, 1, 0, 0},
        new float[] {
          encoded.get(0, 1),
          encoded.get(0, 2),
          encoded.get(1, 1),
          encoded.get(1, 2),
          encoded.get(2, 1),
          encoded.get(2, 2)
        });
  }

  @Test
  void formRowAndTableRowGiveTheSameBits() {
    var table = Tables.noisy(500);
    var fitted = Preprocessor.fit(Preparation.defaults(table), table, Tables.allRows(table));
    var encoded = fitted.encode(table, Tables.allRows(table));
    var single = new float[fitted.inputCount()];
    for (var row = 0; row < table.rows(); row++) {
      var wanted = row;
      fitted.encode(
          new RawRow() {
            @Override
            public double number(int input) {
              return ((NumberColumn) table.column(input)).value(wanted);
            }

            @Override
            public @Nullable String text(int input) {
              return table.column(input).isMissing(wanted)
                  ? null
                  : table.column(input).text(wanted);
            }
          },
          single,
          0);
      for (var i = 0; i < single.length; i++) {
        assertEquals(single[i], encoded.get(row, i));
      }
    }
  }

  @Test
  void numericTargetIsScaledAndScaledBack() {
    var fitted = (NumberTarget) Preprocessor.fit(defaults(), SMALL, FIRST_FOUR).target();
    assertEquals(25.125, fitted.offset());
    for (var value : new double[] {10, 20, 1000, -3.5}) {
      assertEquals(value, fitted.decode(fitted.encode(value)), 1e-4);
    }
    var targets = fitted.encode(SMALL.column(2), FIRST_FOUR);
    var mean = 0.0;
    for (var row = 0; row < 4; row++) {
      mean += targets.values().get(row, 0) / 4;
    }
    assertEquals(0, mean, 1e-7);
  }

  @Test
  void numbersUsedAsCategoriesAreFoundHoweverTheyAreWritten() {
    var table = Tables.parse("grade,y", "2,1.5", "10,2.5", "2,3.5");
    var preparation = Preparation.defaults(table).withKind(0, ColumnKind.CATEGORY);
    var fitted = Preprocessor.fit(preparation, table, Tables.allRows(table));
    assertEquals(List.of("2", "10"), ((CategoryInput) fitted.inputs().getFirst()).categories());
    var mixed = Tables.parse("grade,y", "10.0,1.5", "x,2.5");
    assertEquals(1, fitted.encode(mixed, new int[] {0}).get(0, 1));
    assertEquals(List.of(), RowsToPredict.problems(fitted, mixed));
    assertEquals(
        List.of(
            new RowRemark(
                Problem.at(
                    "data.cell.unknownCategory", Place.cell("grade", 2), List.of("2", "10"), "x"),
                1,
                RowRemark.Outcome.ANSWERED)),
        new RowsToPredict(fitted, mixed).remarks());
  }

  @Test
  void onlyCategoriesThatDependOnTheirWritingAskForText() {
    var table =
        Tables.parse("zip,digit,price,y", "007,1,1.5,a", "8,2,x,01", "x,3,2.5,2", "x,3,x,2");
    var preparation = Preparation.defaults(table).withKind(1, ColumnKind.CATEGORY);
    var fitted = Preprocessor.fit(preparation, table, new int[] {0, 1});
    assertEquals(Set.of("zip", "price", "y"), fitted.textColumns());
    var numbersLeft = Preprocessor.fit(preparation, table, new int[] {2});
    assertEquals(Set.of("zip", "y"), numbersLeft.textColumns(), "2.5 is found as a number, too");
  }

  @Test
  void columnsAreMatchedByName() {
    var fitted = Preprocessor.fit(defaults(), SMALL, FIRST_FOUR);
    var turned = Tables.parse("extra,colour,x", "9,red,1", "9,blue,2");
    assertEquals(List.of(), RowsToPredict.problems(fitted, turned));
    assertEquals(
        fitted.encode(SMALL, new int[] {1}).get(0, 0),
        fitted.encode(turned, new int[] {1}).get(0, 0));
  }

  @Test
  void whatATableLacksOrHoldsWrongIsSaid() {
    var fitted = Preprocessor.fit(defaults(), SMALL, FIRST_FOUR);
    var otherName = Tables.parse("x,color,y", "1,red,1", "a,blue,2", "b,red,3");
    assertEquals(
        List.of(
            Problem.at(
                "data.column.absent",
                Place.column("colour"),
                "colour",
                List.of("x", "color", "y"))),
        RowsToPredict.problems(fitted, otherName));
    assertEquals(
        Problem.at(
            "data.columns.lacking",
            Place.file("table"),
            List.of("colour"),
            List.of("x", "color", "y")),
        fitted.lacking(otherName).orElseThrow());
    var wrong = Tables.parse("x,colour,y", "1,red,1", "a,blue,2", "b,red,3");
    assertEquals(Optional.empty(), fitted.lacking(wrong));
    var first = Problem.at("data.cell.notNumber", Place.cell("x", 2), null, "a");
    assertEquals(List.of(first), RowsToPredict.problems(fitted, wrong));
    assertEquals(
        List.of(new RowRemark(first, 2, RowRemark.Outcome.UNANSWERED)),
        new RowsToPredict(fitted, wrong).remarks());
    var dropping =
        Preprocessor.fit(defaults().withMissing(MissingValues.DROP_ROW), SMALL, FIRST_FOUR);
    var gap = Tables.parse("x,colour,y", "1,red,1", ",red,2");
    assertEquals(
        List.of(Problem.at("data.cell.missing", Place.cell("x", 2), null, null)),
        RowsToPredict.problems(dropping, gap));
    assertEquals(List.of(), RowsToPredict.problems(fitted, gap));
  }

  /**
   * Each of four columns by itself; of five the three with the most rows, and the rest together.
   */
  @Test
  void numbersOutsideAreToldOfTheColumnThatTheyAreIn() {
    var names = List.of("a", "b", "c", "d", "e");
    for (var columns : List.of(4, 5)) {
      var head = String.join(",", names.subList(0, columns)) + ",y";
      var inside = "1.5" + ",1.5".repeat(columns);
      var training = Tables.parse(head, inside, inside.replace('1', '2'), inside.replace('1', '3'));
      var fitted = Preprocessor.fit(Preparation.defaults(training), training, new int[] {0, 1, 2});
      // Of column a one row is outside, of b two, and so on.
      var asked = new ArrayList<>(List.of(head));
      for (var row = 0; row < columns; row++) {
        var cells = new ArrayList<String>();
        for (var column = 0; column < columns; column++) {
          cells.add(column >= row ? "9.5" : "2.5");
        }
        asked.add(String.join(",", cells) + ",1.5");
      }
      var table = Tables.parse(asked.toArray(String[]::new));
      assertEquals(
          columns == 4
              ? List.of("d 4 1", "c 3 1", "b 2 1", "a 1 1")
              : List.of("e 5 1", "d 4 1", "c 3 1", "b 2 2"),
          new RowsToPredict(fitted, table)
              .remarks().stream()
                  .map(it -> it.first().place().column() + " " + it.rows() + " " + it.columns())
                  .toList());
    }
  }

  @Test
  void rowsUnlikeEveryTrainingRowAreAnsweredAndSaid() {
    var fitted = Preprocessor.fit(defaults(), SMALL, FIRST_FOUR);
    var table =
        Tables.parse("x,colour,y", "1,red,1", "5,green,2", ",blue,3", "9,,4", "huge,green,5");
    var asked = new RowsToPredict(fitted, table);
    assertArrayEquals(new int[] {0, 1, 2, 3}, asked.answerable());
    assertEquals(
        List.of(
            new RowRemark(
                Problem.at("data.cell.notNumber", Place.cell("x", 5), null, "huge"),
                1,
                RowRemark.Outcome.UNANSWERED),
            new RowRemark(
                Problem.at(
                    "data.cell.unknownCategory",
                    Place.cell("colour", 2),
                    List.of("blue", "red"),
                    "green"),
                1,
                RowRemark.Outcome.ANSWERED),
            new RowRemark(
                Problem.at("data.cell.outside", Place.cell("x", 2), Range.closed(1, 4), 5.0),
                2,
                RowRemark.Outcome.ANSWERED),
            new RowRemark(
                Problem.at("data.cell.filled", Place.cell("x", 3), null, null),
                1,
                RowRemark.Outcome.ANSWERED),
            new RowRemark(
                Problem.at("data.cell.filled", Place.cell("colour", 4), null, null),
                1,
                RowRemark.Outcome.ANSWERED)),
        asked.remarks());
    assertEquals(
        List.of(false, true, false, true, false),
        IntStream.range(0, 5).mapToObj(asked::isOutside).toList());
  }

  @Test
  void unknownClassesAndTextTargetsAreSaid() {
    var iris = Tables.iris();
    var preparation = Preparation.defaults(iris);
    var fitted = PreparedData.of(preparation, iris).preprocessor();
    var other = Tables.parse("x,species", "1,setosa", "2,rose", "3,");
    assertEquals(
        List.of(
            Problem.at(
                "data.cell.unknownClass",
                Place.cell("species", 2),
                List.of("setosa", "versicolor", "virginica"),
                "rose")),
        fitted.targetProblems(other));
    var numeric = Preprocessor.fit(defaults(), SMALL, FIRST_FOUR);
    assertEquals(
        List.of(Problem.at("data.cell.notNumber", Place.cell("y", 1), null, "high")),
        numeric.targetProblems(Tables.parse("x,y", "1,high", "2,3")));
  }

  @Test
  void classesDoNotDependOnTheSplit() {
    var iris = Tables.iris();
    var fitted = Preprocessor.fit(Preparation.defaults(iris), iris, new int[] {0, 1, 60});
    assertEquals(
        new ClassTarget("species", List.of("setosa", "versicolor", "virginica"), false),
        fitted.target());
  }

  @Test
  void classTargetsAreWrittenAsOneIndexOrOneHot() {
    var two = new ClassTargets(new int[] {0, 1}, 2);
    var into = new float[4];
    two.write(1, into, 0, 1);
    two.write(1, into, 1, 2);
    assertArrayEquals(new float[] {1, 0, 1, 0}, into);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ClassTargets(new int[] {2}, 3).write(0, into, 0, 1));
  }

  @Test
  void numbersBeyondWhatMayBeTrainedAreRefused() {
    var fitted = Preprocessor.fit(defaults(), SMALL, FIRST_FOUR);
    var huge =
        Tables.parse("x,colour,y", "1,red,1", "1e40,red,1e300", "-1e300,red,3", "1e30,red,4");
    assertEquals(
        List.of(Problem.at("data.column.tooLarge", Place.cell("x", 2), 1e30, 1e40)),
        RowsToPredict.problems(fitted, huge));
    assertArrayEquals(new int[] {0, 3}, new RowsToPredict(fitted, huge).answerable());
    assertEquals(
        List.of(Problem.at("data.column.tooLarge", Place.cell("y", 2), 1e30, 1e300)),
        fitted.targetProblems(huge));
    var text = Tables.parse("x,colour,y", "1,red,1", "1e40,red,2", "high,red,3");
    assertEquals(
        List.of(Problem.at("data.column.tooLarge", Place.cell("x", 2), 1e30, 1e40)),
        RowsToPredict.problems(fitted, text));
    assertArrayEquals(new int[] {0}, new RowsToPredict(fitted, text).answerable());
  }

  @Test
  void numbersWhoseScaledOnesOverflowAreRefused() {
    var table = Tables.parse("x,y", "1e-20,1.5", "2e-20,2.5", "3e-20,3.5");
    var fitted = Preprocessor.fit(Preparation.defaults(table), table, Tables.allRows(table));
    assertEquals(List.of(), RowsToPredict.problems(fitted, table));
    var large = Tables.parse("x,y", "1e9,1", "1e19,2");
    assertEquals(
        List.of(Problem.at("data.column.tooLarge", Place.cell("x", 2), 1e9, 1e19)),
        RowsToPredict.problems(fitted, large));
    assertArrayEquals(new int[] {0}, new RowsToPredict(fitted, large).answerable());
    assertEquals(1e9 / 0.816496580927726e-20, fitted.encode(large, new int[] {0}).get(0, 0), 1e23);
  }
}
