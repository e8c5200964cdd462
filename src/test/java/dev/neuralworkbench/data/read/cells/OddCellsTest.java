package dev.neuralworkbench.data.read.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of what is odd, from both sides. */
class OddCellsTest {

  private static final String OFF = "sensor off";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 59_999})
  void oneOddCellAmongManyNumbersIsMissingAndTold(int row) throws TableFormatException {
    var cells = numbers(60_000, i -> String.valueOf(i % 5411 + 0.5));
    cells.set(row, OFF);
    var table = read(cells);
    var column = assertInstanceOf(NumberColumn.class, table.column(0));
    assertEquals(1, column.missing());
    assertTrue(column.isMissing(row));
    assertEquals(row == 2 ? 0 : 2.5, column.value(2));
    assertEquals(
        List.of(
            new Remark(
                "reading.odd",
                true,
                "a",
                List.of(
                    "a", 1, 60_000, List.of("“sensor off” (" + (row + 1) + ")"), "sensor off"))),
        table.reading().remarks("a"));
  }

  @Test
  void eachTextIsToldWithItsFirstRows() throws TableFormatException {
    var cells = numbers(200, i -> String.valueOf(i * 1.5));
    List.of(0, 3, 7, 9).forEach(row -> cells.set(row, OFF));
    cells.set(11, "n.v.");
    var told = read(cells).reading().remarks("a").getFirst().arguments();
    assertEquals(
        List.of("a", 5, 200, List.of("“sensor off” (1, 4, 8, …)", "“n.v.” (12)"), ""), told);
  }

  @ParameterizedTest
  @CsvSource({"100, 10, true", "100, 11, false", "10, 1, true", "5, 1, true", "4, 1, false"})
  void theyAreATenthAtMostOrOneAmongFourNumbers(int rows, int odd, boolean isNumeric)
      throws TableFormatException {
    assertNumeric(isNumeric, i -> i + 0.5, rows, Collections.nCopies(odd, OFF));
  }

  @ParameterizedTest
  @CsvSource({"200, 3, true", "200, 4, false", "404, 4, true", "403, 4, false"})
  void theirTextsAreThreeAtMostOrOneForAHundredNumbers(int rows, int odd, boolean isNumeric)
      throws TableFormatException {
    assertNumeric(isNumeric, i -> i + 0.5, rows, texts(odd, "off in hall %d"));
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void theirTextsAreNeverMoreThanAHundred(int odd, boolean isNumeric) throws TableFormatException {
    assertNumeric(isNumeric, i -> i + 0.5, 20_000, texts(odd, "off in hall %d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"007", "12345678901234567"})
  void besideCodesOfDigitsNothingIsOdd(String code) throws TableFormatException {
    var cells = numbers(100, i -> String.valueOf(i + 1000));
    cells.set(50, code);
    assertInstanceOf(NumberColumn.class, read(cells).column(0));
    for (var row : List.of(0, 20, 80)) {
      var withName = new ArrayList<>(cells);
      withName.set(row, OFF);
      var column = assertInstanceOf(TextColumn.class, read(withName).column(0));
      assertEquals(code, column.text(50));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A12, 1, false, 999",
    "A12, 1, true, 1001",
    "A12, 2, false, 1002",
    "14b, 1, false, 500",
    "C536379, 1, false, 500",
    "12-A, 1, false, 500",
    "<5, 1, true, 500",
    "12 (est.), 1, true, 500"
  })
  void amongWholeNumbersWordsOfLettersAndDigitsAreCodes(
      String odd, int cells, boolean isNumeric, int rows) throws TableFormatException {
    assertNumeric(isNumeric, i -> String.valueOf(i + 100), rows, Collections.nCopies(cells, odd));
    assertNumeric(true, i -> i + ".5", rows, Collections.nCopies(cells, odd));
  }

  @ParameterizedTest
  @CsvSource({"10, 2, false", "11, 2, true", "10, 1, true"})
  void whatMayBeACategoryOfAFewStaysOne(int values, int odd, boolean isNumeric)
      throws TableFormatException {
    assertNumeric(
        isNumeric, i -> String.valueOf(i % values), 150, Collections.nCopies(odd, "rotary"));
  }

  @Test
  void aCategoryInOneOfAHundredIsAnOddCell() throws TableFormatException {
    var few = Collections.nCopies(3, "rotary");
    assertNumeric(true, i -> String.valueOf(i % 5), 300, few);
    assertNumeric(false, i -> String.valueOf(i % 5), 299, few);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S M L 38 40 42 44 46 48 50",
        "2024-01-01 2024-01-02 2024-01-03 2024-01-04 2024-01-05 2024",
        "A1 A2 A3 A4 A5 A6 A7 A8 A9 10",
        "12:30 12:45 13:00 13:15 14 15"
      })
  void textsWithSomeNumbersStayTexts(String cells) throws TableFormatException {
    assertInstanceOf(TextColumn.class, read(List.of(cells.split(" ", -1))).column(0));
  }

  @Test
  void marksOfMissingValuesAreNotOddWhereverTheyStand() throws TableFormatException {
    for (var cells :
        List.of("- 1 2 3 4 5 off 7 8 9 NA 11", "off - 1 2 NA 3 4 5 7 8 9 11", "1 off - 2 NA 3 4")) {
      var table = read(List.of(cells.split(" ", -1)));
      assertEquals(3, assertInstanceOf(NumberColumn.class, table.column(0)).missing());
      assertEquals(1, table.reading().remarks("a").getFirst().arguments().get(1));
      assertEquals(2, table.reading().missing().size(), table.reading().missing().toString());
    }
  }

  @Test
  void choosingTextKeepsThemAndChoosingNumbersIsNoDoubt() throws TableFormatException {
    var cells = numbers(100, i -> i + ".5");
    cells.set(4, OFF);
    var text = ReadingChoices.NONE.withType("a", CellType.TEXT);
    assertEquals(OFF, assertInstanceOf(TextColumn.class, read(cells, text).column(0)).text(4));
    assertEquals(List.of(), read(cells, text).reading().remarks("a"));
    var number = ReadingChoices.NONE.withType("a", CellType.NUMBER);
    assertEquals(
        List.of(new Remark("reading.refused", false, "a", List.of("a", 1, OFF))),
        read(cells, number).reading().remarks("a"));
  }

  @Test
  void oddCellsThatTellTheDecimalMarkAreNumbers() throws TableFormatException {
    var cells = numbers(300, i -> String.valueOf(i));
    cells.set(200, "2,5");
    var table = TableReader.parse("t.csv", "a;b\n" + String.join(";x\n", cells) + ";x\n");
    assertEquals(2.5, column(table).value(200));
    assertEquals(0, column(table).missing());
  }

  private static Column column(Table table) {
    return table.column(0);
  }

  private static List<String> texts(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).toList();
  }

  /** Odd cells first, last and between numbers: the order must not matter. */
  private static void assertNumeric(
      boolean isNumeric, IntFunction<?> number, int rows, List<String> odd)
      throws TableFormatException {
    for (var from : List.of(0, (rows - odd.size()) / 2, rows - odd.size())) {
      var cells = numbers(rows - odd.size(), i -> String.valueOf(number.apply(i)));
      cells.addAll(from, odd);
      var column = read(cells).column(0);
      assertEquals(isNumeric, column instanceof NumberColumn, odd.size() + " odd from " + from);
      assertEquals(isNumeric ? odd.size() : 0, column.missing());
    }
  }

  private static List<String> numbers(int rows, IntFunction<String> number) {
    return new ArrayList<>(IntStream.range(0, rows).mapToObj(number).toList());
  }

  private static Read read(List<String> cells) throws TableFormatException {
    return read(cells, ReadingChoices.NONE);
  }

  private static Read read(List<String> cells, ReadingChoices choices) throws TableFormatException {
    var text = "a,b\n" + String.join(",x\n", cells) + ",x\n";
    var source = TableSource.of("t.csv", text.getBytes(StandardCharsets.UTF_8));
    return new Read(new TableReader().with(choices).read(source, Progress.NONE));
  }

  private record Read(Table table) {

    Column column(int index) {
      return table.column(index);
    }

    ReadingReport reading() {
      return Objects.requireNonNull(table.reading());
    }
  }
}
