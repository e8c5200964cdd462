package dev.neuralworkbench.data.read.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of the parts that matter. */
class XlsxFormatTest {

  private static final String STYLES =
      """
      <styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/>
      <numFmt numFmtId="171" formatCode="h:mm"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="46"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/>
      </cellXfs></styleSheet>
      """;

  @TempDir private Path folder;

  private Charset encoding = StandardCharsets.UTF_8;
  private String mark = "";
  private String behind = "";

  private Table read(String rows) throws IOException, TableFormatException {
    return read("", rows);
  }

  private Table read(String properties, String rows) throws IOException, TableFormatException {
    return read(properties, List.of(rows), TableReader.forPrediction());
  }

  private Table read(String properties, List<String> sheets, TableReader reader)
      throws IOException, TableFormatException {
    var file = folder.resolve("t.xlsx");
    var names = new StringBuilder();
    var relations = new StringBuilder();
    var parts = new HashMap<String, String>();
    for (var i = 1; i <= sheets.size(); i++) {
      names.append("<sheet name=\"s%1$d\" sheetId=\"%1$d\" id=\"r%1$d\"/>".formatted(i));
      relations.append("<Relationship Id=\"r%1$d\" Target=\"worksheets/s%1$d.xml\"/>".formatted(i));
      parts.put(
          "xl/worksheets/s%d.xml".formatted(i),
          "<worksheet><sheetData>"
              + sheets.get(i - 1)
              + "</sheetData><sheetProtection/>"
              + behind
              + "<pageMargins/></worksheet>");
    }
    parts.put(
        "xl/workbook.xml", "<workbook>" + properties + "<sheets>" + names + "</sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    parts.put("xl/styles.xml", STYLES);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write((mark + part.getValue()).getBytes(encoding));
      }
    }
    return reader.read(file, Progress.NONE);
  }

  private static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String row(String... cells) {
    return "<row>" + String.join("", cells) + "</row>";
  }

  /** Sheets before it are empty, or say something that is no table. */
  @ParameterizedTest
  @ValueSource(strings = {"", "<row><c><v>1</v></c></row>"})
  void aTableBehindManySheetsIsReadWhenItsSheetIsNamedAndNoOtherInItsPlace(String before)
      throws IOException, TableFormatException {
    var sheets = new ArrayList<>(Collections.nCopies(40, before));
    var row = row("<c><v>1</v></c>", text("a"));
    sheets.set(32, row(text("x"), text("y")) + row + row);
    var refusal =
        assertThrows(TableFormatException.class, () -> read("", sheets, new TableReader()));
    assertEquals("data.xlsx.manySheets", refusal.problem().key());
    assertEquals(32, refusal.problem().expected());
    assertEquals(40, refusal.problem().found());
    var choices = Records.with(ReadingChoices.NONE, "sheet", "s33");
    assertEquals("x", read("", sheets, new TableReader().with(choices)).column(0).name());
    sheets.subList(0, 1).clear();
    assertEquals("x", read("", sheets, new TableReader()).column(0).name());
  }

  /** Java's parser would print its own line about it. */
  @Test
  void aByteThatIsNoTextIsRefusedWithoutAWordBesideTheSentence() {
    encoding = StandardCharsets.ISO_8859_1;
    var refusal =
        assertThrows(TableFormatException.class, () -> read(row(text("\u00e4")) + row(text("b"))));
    assertEquals("data.xlsx.broken", refusal.problem().key());
  }

  @Test
  void partsMayBeInEitherEncodingOfXmlAndBeginWithItsMark()
      throws IOException, TableFormatException {
    var rows = row(text("x"), text("y")) + row(text("\u00e4"), text("b"));
    encoding = StandardCharsets.UTF_16;
    assertEquals("\u00e4", read(rows).column(0).text(0));
    encoding = StandardCharsets.UTF_8;
    mark = "\ufeff";
    assertEquals("\u00e4", read(rows).column(0).text(0));
  }

  @Test
  void aRowThatBeginsWithAnErrorIsARow() throws IOException, TableFormatException {
    var table =
        read(
            row(text("x"), text("y"))
                + row("<c><v>1</v></c>", text("a"))
                + row("<c t=\"e\"><v>#N/A</v></c>", text("b"))
                + row("<c><v>3</v></c>", text("a")));
    assertEquals(3, table.rows());
    assertTrue(table.column(0).isMissing(1));
    assertEquals("b", table.column(1).text(1));
  }

  @Test
  void hoursInAllAreNumbersOfDaysHoweverMany() throws IOException, TableFormatException {
    var rows = new StringBuilder(row(text("in46"), text("own"), text("clock"), text("y")));
    for (var days : new double[] {0.25, 0.5, 1.5, 2.25}) {
      rows.append(
          row(
              "<c s=\"1\"><v>" + days + "</v></c>",
              "<c s=\"2\"><v>" + days + "</v></c>",
              "<c s=\"3\"><v>" + days % 1 + "</v></c>",
              text(days < 1 ? "a" : "b")));
    }
    var table = read(rows.toString());
    for (var column = 0; column < 2; column++) {
      assertTrue(table.column(column) instanceof NumberColumn, table.column(column).name());
      assertEquals("2.25", table.column(column).text(3));
    }
    assertEquals("06:00:00", table.column(2).text(0));
  }

  private Table dates(String properties, String... numbers)
      throws IOException, TableFormatException {
    var rows = new StringBuilder(row(text("day"), text("y")));
    for (var number : numbers) {
      rows.append(row("<c s=\"4\"><v>" + number + "</v></c>", text("a")));
    }
    return read(properties, rows.toString());
  }

  private static List<String> days(Table table) {
    return IntStream.range(0, table.rows()).mapToObj(table.column(0)::text).toList();
  }

  /** Day 60 is the 29 February that 1900 did not have; from 61 on it is counted along. */
  @Test
  void daysAreCountedWithTheLeapDayThat1900DidNotHave() throws IOException, TableFormatException {
    assertEquals(
        List.of("1900-01-01", "1900-02-28", "1900-03-01", "2024-02-29", "2024-03-15 18:00:00"),
        days(dates("", "1", "59", "61", "45351", "45366.75")));
  }

  /** The same days are 1,462 less there, and 0 is the first of January. */
  @Test
  void daysOf1904AreCountedFromItsFirst() throws IOException, TableFormatException {
    assertEquals(
        List.of("1904-01-01", "1904-02-29", "1904-03-01", "2024-02-29", "2024-03-15 18:00:00"),
        days(dates("<workbookPr date1904=\"1\"/>", "0", "59", "60", "43889", "43904.75")));
  }

  /** What openpyxl writes, what Excel writes of a formula that gives an empty text, and a value. */
  @Test
  void formulasWithoutAStoredValueAreToldWithTheFirstOfTheirCells() throws Exception {
    var rows = new StringBuilder("<row r=\"1\">" + text("x") + text("y") + "</row>");
    for (var row = 2; row <= 9; row++) {
      var formula =
          "<c r=\"B%1$d\"><f>A%1$d*2</f><v%2$s></c>".formatted(row, row % 2 == 0 ? "/" : "></v");
      rows.append("<row r=\"%d\"><c><v>%d</v></c>%s</row>".formatted(row, row, formula));
    }
    var known = "<row r=\"10\"><c><v>1</v></c><c r=\"B10\"><f>A10</f><v>5</v></c></row>";
    var empty = "<row r=\"11\"><c><v>1</v></c><c r=\"B11\" t=\"str\"><f>A10</f><v></v></c></row>";
    var table = read(rows + known + empty);
    assertEquals(9, table.column(1).missing());
    assertEquals(
        List.of(Remark.of("reading.formulas", true, 8, List.of("B2", "B3", "B4", "…"))),
        Objects.requireNonNull(table.reading()).remarks());
    assertEquals(List.of(), remarks(read("<row>" + text("x") + text("y") + "</row>" + known)));
  }

  @Test
  void cellsUnderMergedOnesAreToldWithTheirColumn() throws Exception {
    behind =
        "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B3:B5\"/><mergeCell"
            + " ref=\"B6:B7\"/><mergeCell ref=\"C7:D7\"/><mergeCell ref=\"Z3:Z9\"/><mergeCell"
            + " ref=\"nonsense\"/></mergeCells>";
    var rows = new StringBuilder("<row r=\"1\">" + text("Sales of 2024") + "</row>");
    rows.append("<row r=\"2\">" + text("x") + text("region") + text("n") + "</row>");
    for (var row = 3; row <= 7; row++) {
      var region = row == 3 ? text("north") : row == 6 ? text("south") : "<c r=\"B" + row + "\"/>";
      rows.append("<row r=\"%1$d\"><c><v>%1$d</v></c>%2$s".formatted(row, region));
      rows.append("<c r=\"C%1$d\"><v>%1$d</v></c></row>".formatted(row));
    }
    var table = read(rows.toString());
    assertEquals(3, table.named("region").missing());
    assertEquals(
        List.of(new Remark("reading.merged", true, "region", List.of("region", 3, "B3:B5"))),
        remarks(table).stream().filter(it -> !it.key().equals("reading.skipped")).toList());
  }

  private static List<Remark> remarks(Table table) {
    return Objects.requireNonNull(table.reading()).remarks();
  }
}
