package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.MissingCount;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file leaves open is read as most would mean it, and told. */
class GuessedTablesTest {

  private static Table parse(String text) throws TableFormatException {
    return TableReader.parse("t", text);
  }

  private static List<String> texts(Column column) {
    return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static ReadingReport reading(Table table) {
    return Objects.requireNonNull(table.reading());
  }

  private static List<String> keys(Table table) {
    return reading(table).remarks().stream().map(Remark::key).toList();
  }

  @Test
  void oneDecimalCommaTellsWhatThePointsOfOtherColumnsMean() throws TableFormatException {
    var table = parse("Einwohner;Fläche;Miete\n32.690;89;6,5\n");
    assertEquals(List.of("32690"), texts(table.column(0)));
    assertEquals(List.of("6.5"), texts(table.column(2)));
    assertEquals(',', reading(table).decimal());
    assertEquals(List.of(), keys(table));
  }

  @Test
  void pointAndCommaTogetherTellTheDecimalMark() throws TableFormatException {
    assertEquals(List.of("1234.5"), texts(parse("a;b\n1.234,5;x\n").column(0)));
    assertEquals(List.of("1234.5"), texts(parse("a;b\n1,234.5;x\n").column(0)));
    assertEquals(List.of("1234.5"), texts(parse("a\tb\n1 234,5\tx\n").column(0)));
    assertEquals(List.of("1234.5"), texts(parse("a\tb\n1'234.5\tx\n").column(0)));
  }

  @Test
  void quotedDecimalCommasBetweenCommasAreNumbers() throws TableFormatException {
    var table = parse("a,b\n\"6,5\",1\n\"7,25\",2\n");
    assertEquals(List.of("6.5", "7.25"), texts(table.column(0)));
  }

  @Test
  void numbersThatLeaveTheirMarkOpenKeepThePointAndAreDoubted() throws TableFormatException {
    var table = parse("a;b\n32.690;5\n17.411;6\n");
    assertEquals(List.of("32.69", "17.411"), texts(table.column(0)));
    assertEquals(List.of("reading.decimal.point.open"), keys(table));
    assertEquals(List.of(), keys(parse("a,b\n32.690,5\n17.411,6\n")));
    assertEquals(List.of(), keys(parse("a;b\n0.690;5\n17.411;6\n")));
  }

  @Test
  void commasOfThreeDigitsBetweenSemicolonsAreDecimalsAndAreDoubted() throws TableFormatException {
    var table = parse("a;b\n1,234;5\n2,345;6\n");
    assertEquals(List.of("1.234", "2.345"), texts(table.column(0)));
    assertEquals(List.of("reading.decimal.comma.open"), keys(table));
    var tabs = parse("a\tb\n1,234\t5\n2,345\t6\n");
    assertEquals(List.of("1234", "2345"), texts(tabs.column(0)));
    assertEquals(List.of("reading.decimal.thousands.open"), keys(tabs));
  }

  @Test
  void columnsThatContradictEachOtherKeepThePointAndAreDoubted() throws TableFormatException {
    var table = parse("a;b\n6,5;1.5\n7,25;2.25\n");
    assertEquals(List.of("1.5", "2.25"), texts(table.column(1)));
    assertInstanceOf(TextColumn.class, table.column(0));
    assertEquals("reading.decimal.both", keys(table).getFirst());
  }

  @Test
  void decimalMarkThatShowsOnlyLateIsFollowed() throws TableFormatException {
    var late = "a;b\n" + "5;32.690\n".repeat(1500) + "6,5;17.411\n";
    var table = parse(late);
    assertEquals("6.5", table.column(0).text(1500));
    assertEquals("17411", table.column(1).text(1500));
    assertEquals(',', reading(table).decimal());
    assertEquals(List.of(), keys(table));
  }

  @Test
  void dashIsMissingAmongNumbersAndAValueAmongTexts() throws TableFormatException {
    var table = parse("n,sign,y\n1,-,-\n-,+,+\n3,-,-\n");
    assertEquals(List.of("1", "", "3"), texts(table.column(0)));
    assertEquals(List.of("-", "+", "-"), texts(table.column(1)));
    assertEquals(List.of("-", "+", "-"), texts(table.column(2)));
    assertEquals(List.of(new MissingCount("-", 1)), reading(table).missing());
  }

  @Test
  void categoryNoneIsAValueAmongTexts() throws TableFormatException {
    assertEquals(List.of("None", "wood"), texts(parse("fence,n\nNone,1\nwood,2\n").column(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#N/A", "None", ".", "--", "<NA>", "\\N", "#DIV/0!", "n/a", "nan", "?", "-", "NULL", "–",
        "#NV"
      })
  void markAmongNumbersIsMissing(String mark) throws TableFormatException {
    var table = parse("a,b\n1.5,x\n" + mark + ",y\n2.5,x\n");
    assertEquals(
        List.of("1.5", "", "2.5"), texts(assertInstanceOf(NumberColumn.class, table.column(0))));
    assertEquals(1, reading(table).missing().getFirst().cells());
    var first = parse("a,b\n" + mark + ",y\n2.5,x\n");
    assertInstanceOf(NumberColumn.class, first.column(0));
  }

  @Test
  void unitIsLeftOutAndTold() throws TableFormatException {
    var table = parse("price,share,n\n$10.50,10%,1\n$7,12.5%,2\n");
    assertEquals(List.of("10.5", "7"), texts(table.column(0)));
    assertEquals(List.of("10", "12.5"), texts(table.column(1)));
    assertEquals(List.of("reading.unit", "reading.unit"), keys(table));
    assertEquals(List.of("reading.unit.some"), keys(parse("price,n\n$10.50,1\n7,2\n")));
  }

  @Test
  void numbersOfDifferentUnitsAreNoColumnOfNumbers() throws TableFormatException {
    var table = parse("price,n\n$10,1\n€7,2\n$3,1\n");
    assertEquals(List.of("$10", "€7", "$3"), texts(table.column(0)));
    assertEquals(List.of("reading.units"), keys(table));
    var preparation = Preparation.defaults(table).withKind(0, ColumnKind.NUMBER);
    assertEquals(
        "data.column.units",
        preparation.withRole(0, ColumnRole.INPUT, table).problems(table).getFirst().key());
  }

  @Test
  void oneUnitInTheWholeColumnIsLeftOutAndTold() throws TableFormatException {
    var table = parse("w,t,p\n12 kg,20 °C,USD 5\n7.5 Kg,-3 °C,USD 1200\n?,21 °C,USD 7\n");
    assertEquals(List.of("12", "7.5", ""), texts(table.column(0)));
    assertEquals(List.of("20", "-3", "21"), texts(table.column(1)));
    assertEquals(List.of("5", "1200", "7"), texts(table.column(2)));
    assertEquals(
        List.of(new Remark("reading.unit", false, "w", List.of("w", "kg"))),
        reading(table).remarks("w"));
  }

  @Test
  void kilogramsAndGramsStayTextAndAreTold() throws TableFormatException {
    for (var text : List.of("12 kg,a\n7 kg,b\n500 g,a\n", "500 g,a\n7 kg,b\n12 kg,a\n")) {
      var table = parse("w,c\n" + text + "7 kg,b\n".repeat(50));
      assertInstanceOf(TextColumn.class, table.column(0));
      assertEquals(List.of("reading.units"), keys(table));
      assertEquals(
          Set.of("kg", "g"),
          Set.copyOf((List<?>) reading(table).remarks("w").getFirst().arguments().get(1)));
    }
  }

  @Test
  void distancesAboveTimesAreNames() throws TableFormatException {
    var table = parse("100m,400m,1500m\n11.04,49.8,291.7\n10.76,49.4,301.5\n");
    assertEquals(List.of("100m", "400m", "1500m"), names(table));
    assertEquals(3, parse("100 m,4 s\n400 m,50 s\n1500 m,290 s\n").rows());
  }

  @Test
  void slipsInAColumnOfNumbersAreToldWithTheirFirstRow() throws TableFormatException {
    var table = parse("a,b\n" + "1,x\n".repeat(16) + "abc,x\n".repeat(3) + "2,y\n".repeat(5));
    assertInstanceOf(TextColumn.class, table.column(0));
    assertEquals(
        List.of(new Remark("reading.slips", true, "a", List.of("a", 3, 24, "abc", 17))),
        reading(table).remarks("a"));
    assertEquals(List.of(), reading(table).remarks("b"));
  }

  @Test
  void oneColumnOfBothDecimalMarksIsTold() throws TableFormatException {
    var table = parse("a;b\n1.5;x\n2,5;y\n3.5;x\n");
    assertInstanceOf(TextColumn.class, table.column(0));
    assertEquals(List.of("reading.slips"), keys(table));
  }

  @Test
  void yearsAboveOtherNumbersAreNamesAndSaidToBeGuessed() throws TableFormatException {
    var table = parse("2019,2020,2021,label\n5,6,7,a\n4,5,6,b\n");
    assertEquals(List.of("2019", "2020", "2021", "label"), names(table));
    assertEquals(List.of("reading.header.guessed"), keys(table));
    assertEquals(2, table.rows());
    assertTrue(reading(table).header());
  }

  @Test
  void numbersAboveWithANameOverRecurringTextsAreNames() throws TableFormatException {
    var table = parse("10,20,30,kind\n0.5,0.25,1,a\n0.5,1,2,b\n0.1,0,3,a\n0.1,3,1,b\n");
    assertEquals(List.of("10", "20", "30", "kind"), names(table));
  }

  @Test
  void yearsThatMayBeNamesAreDoubted() throws TableFormatException {
    var table = parse("2019,2020\n1.5,2.5\n1.7,2.8\n");
    assertEquals(3, table.rows());
    assertEquals(List.of("reading.header.doubt"), keys(table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3\n2,4,6\n3,6,9\n4,8,12\n",
        "2019,5,3\n2020,6,4\n2021,7,5\n2022,8,6\n",
        "30,64,1,a\n31,59,3,b\n33,58,10,a\n34,60,1,b\n",
        "5.1,3.5,1.4,setosa\n4.9,3,1.4,setosa\n7,3.2,4.7,rosa\n6,3,4,rosa\n"
      })
  void firstRowLikeThoseBelowStaysARow(String text) throws TableFormatException {
    assertEquals(4, parse(text).rows());
  }

  @Test
  void numberOfATextIsReadAsItsFileWritesNumbers() throws TableFormatException {
    var table = parse("a;b;y\n6,5;1;u\n1.337;2;v\nabc;3;u\n7,5;4;v\n08;5;u\n");
    var column = assertInstanceOf(TextColumn.class, table.column(0));
    assertEquals(6.5, column.value(0));
    assertEquals(1337, column.value(1));
    var problem =
        Preparation.defaults(table)
            .withRole(0, ColumnRole.INPUT, table)
            .withKind(0, ColumnKind.NUMBER)
            .problems(table)
            .getFirst();
    assertEquals("abc", problem.found());
    assertEquals(3, problem.place().row());
  }
}
