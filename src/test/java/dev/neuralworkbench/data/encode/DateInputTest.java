package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.DatePart;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parts of dates, checked with pandas. */
class DateInputTest {

  private static final Table TABLE =
      Tables.parse(
          "when,x,y",
          "2023-12-31 06:30,1,a",
          "2024-02-29 18:00,2,b",
          "2024-03-01 00:15,3,a",
          "2025-07-04 12:00,4,b");

  private static final int[] ALL = {0, 1, 2, 3};

  private static Preparation used(Table table) {
    return Preparation.defaults(table).withRole(0, ColumnRole.INPUT, table);
  }

  private static DateInput fit(Table table, int... rows) {
    return (DateInput) Preprocessor.fit(used(table), table, rows).inputs().getFirst();
  }

  @Test
  void partsAreThoseOfPandasAndScaled() {
    var preprocessor = Preprocessor.fit(used(TABLE), TABLE, ALL);
    assertEquals(6, preprocessor.inputCount());
    assertEquals(6, DataShape.of(used(TABLE), TABLE).inputs());
    var expected =
        new double[][] {
          {-1.4142136, 1.5240015, 1.0681467, 1.6059101, -0.4090418},
          {0.0, -1.016001, 0.9233133, -1.1470787, 1.3412765},
          {0.0, -0.7620008, -1.1043551, -0.2294157, -1.3603017},
          {1.4142136, 0.2540003, -0.8871049, -0.2294157, 0.428067}
        };
    var matrix = preprocessor.encode(TABLE, ALL);
    for (var row = 0; row < 4; row++) {
      for (var part = 0; part < 5; part++) {
        assertEquals(expected[row][part], matrix.get(row, part), 1e-6, row + ", " + part);
      }
    }
  }

  @Test
  void rowByRowByColumnAndStepByStepAreTheSame() {
    var table =
        Tables.parse("when,x,y", "01.02.2024,1,a", ",2,b", "15.02.2024,3,a", "3.5.2023,4,b");
    var preparation = used(table);
    var preprocessor = Preprocessor.fit(preparation, table, ALL);
    var width = preprocessor.inputCount();
    var matrix = preprocessor.encode(table, ALL);
    for (var row : ALL) {
      var one = new float[width];
      var text = table.column(0).isMissing(row) ? null : table.column(0).text(row);
      preprocessor.encode(
          new RawRow() {
            @Override
            public double number(int input) {
              return table.column(1).value(row);
            }

            @Override
            public String text(int input) {
              return text;
            }
          },
          one,
          0);
      assertArrayEquals(
          IntStream.range(0, width).mapToObj(i -> matrix.get(row, i)).toArray(),
          IntStream.range(0, width).mapToObj(i -> one[i]).toArray());
      var told = PreparedRow.of(preprocessor, table, row, preparation.scaling()).inputs();
      for (var i = 0; i < width; i++) {
        assertEquals(one[i], told[i], 1e-6);
      }
    }
    // The middle one of three stands in for the missing one.
    assertEquals("01.02.2024", fit(table, ALL).fill());
  }

  @Test
  void partsThatAreTheSameEverywhereAreLeftOut() {
    var days = Tables.parse("when,x,y", "2024-03-04,1,a", "2024-03-05,2,b", "2024-03-06,3,a");
    assertEquals(
        List.of(DatePart.DAY, DatePart.WEEKDAY),
        fit(days, 0, 1, 2).parts().stream().map(DateInput.ScaledPart::part).toList());
    assertEquals(1, fit(days, 1).width(), "one at least");
  }

  @Test
  void whereNoTrainingRowHasADateAnotherRowsStandsIn() {
    var table = Tables.parse("when,x,y", ",1,a", ",2,b", "2024-03-06,3,a", ",4,b");
    var input = fit(table, 0, 1);
    assertEquals("2024-03-06", input.fill());
    assertEquals(List.of(2024.0), input.parts().stream().map(it -> it.mean()).toList());
    var numbers = Preprocessor.fit(used(table), table, new int[] {0, 1}).encode(table, ALL);
    for (var value : numbers.data) {
      assertTrue(Float.isFinite(value));
    }
  }

  @Test
  void aDateIsNeverACategoryForEachDayUnasked() {
    var lines = new String[401];
    lines[0] = "day,x,y";
    for (var row = 0; row < 400; row++) {
      lines[row + 1] =
          "2023-%02d-%02d,%d,%s"
              .formatted(1 + row / 28 % 12, 1 + row % 28, row, row % 2 == 0 ? "a" : "b");
    }
    var table = Tables.parse(lines);
    var plan = Preparation.defaults(table).columns().getFirst();
    assertEquals(ColumnRole.IGNORED, plan.role());
    assertEquals(ColumnKind.DATE, plan.kind());
    assertEquals(4, DataShape.of(used(table), table).inputs());
  }

  @Test
  void whatIsNoDateIsToldAndALaterYearToo() {
    var asked = Tables.parse("when,x", "2024-03-01 10:00,1", "soon,2", "2031-03-01 10:00,3", ",4");
    var preprocessor = Preprocessor.fit(used(TABLE), TABLE, ALL);
    var rows = new RowsToPredict(preprocessor, asked);
    assertArrayEquals(new int[] {0, 2, 3}, rows.answerable());
    assertEquals(
        List.of("data.cell.notDate", "data.cell.otherDate", "data.cell.filled"),
        rows.remarks().stream().map(it -> it.first().key()).toList());
    assertEquals(true, rows.isOutside(2));
  }

  @Test
  void aColumnOfOtherTextsCannotBeADateAndATargetIsNone() {
    var texts = Tables.parse("when,x,y", "2024-03-01,1,a", "soon,2,b", "2024-03-02,3,a");
    var asDate = used(texts).withKind(0, ColumnKind.DATE);
    assertEquals(
        List.of("data.column.notDate"), asDate.problems(texts).stream().map(Problem::key).toList());
    var target = Preparation.defaults(TABLE).withRole(0, ColumnRole.TARGET, TABLE);
    assertEquals(ColumnKind.CATEGORY, target.columns().getFirst().kind());
  }
}
