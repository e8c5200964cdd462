package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.Growth;
import dev.neuralworkbench.testing.MachineSpeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files of one piece over and over, which held the processor or overflowed the stack. */
@Tag("thorough")
class HostileTablesTest {

  /** Of the processor of the reference machine. */
  private static final long MOST_MILLIS = 5_000;

  @TempDir private Path folder;

  private static void quickly(Growth.Work work) {
    var millis = Growth.nanos(work) / 1_000_000;
    assertTrue(millis <= MOST_MILLIS * MachineSpeed.measure().processor(), millis + " ms");
  }

  private static Table read(Path file) throws TableFormatException {
    return TableReader.forPrediction().read(file, Progress.NONE);
  }

  /** A workbook of the numbers 1 and 2, which are days if its format says so. */
  private Path workbook(String format) throws IOException {
    var file = folder.resolve("t.xlsx");
    var parts =
        Map.of(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"s\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>",
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode='"
                + format
                + "'/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
            "xl/worksheets/s.xml",
            "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>x</t></is></c></row><row><c"
                + " s=\"0\"><v>1</v></c></row><row><c s=\"0\"><v>2</v></c></row></sheetData>"
                + "</worksheet>");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[h", "[hms", "\"", "\\", "_", "*", ";", "y["})
  void aNumberFormatOfHalfAMegabyteSaysNothing(String piece) throws IOException {
    var file = workbook(piece.repeat(1_000_000 / piece.length()));
    quickly(() -> assertEquals("1", read(file).column(0).text(0)));
  }

  /** Excel takes 255 characters. */
  @Test
  void theLongestNumberFormatThatSpreadsheetsWriteCounts() throws Exception {
    var literal = "\"" + "-".repeat(255 - 12) + "\"";
    var code = "yyyy-mm-dd" + literal;
    assertEquals("1900-01-01", read(workbook(code)).column(0).text(0));
    assertEquals("1", read(workbook(code + "-")).column(0).text(0));
    assertEquals("1", read(workbook("[".repeat(254))).column(0).text(0));
    assertEquals("1900-01-01", read(workbook("[$-409]d[Red]")).column(0).text(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3_000, 300_000})
  void aPageBehindCommentsIsNoTableHoweverManyTheyAre(int comments) throws IOException {
    for (var comment : List.of("<!---->", "<!--x,\ny-->\n ")) {
      var page = folder.resolve("page.csv");
      // What is looked at is a quarter of a megabyte.
      var many = Math.min(comments, ((1 << 18) - 10) / comment.length());
      Files.writeString(page, comment.repeat(many) + "<html>\n<b>1,2\n");
      quickly(
          () ->
              assertEquals(
                  "data.file.otherFormat",
                  assertThrows(TableFormatException.class, () -> read(page)).problem().key()));
      Files.writeString(page, comment.repeat(comments) + "\na,b\n1,2\n");
      quickly(() -> outcome(page));
      Files.writeString(page, comment.repeat(comments).replace("-->", ""));
      quickly(() -> outcome(page));
    }
  }

  /** Either end is right; none is an error of the program. */
  private static String outcome(Path file) {
    try {
      return read(file).name();
    } catch (TableFormatException e) {
      return e.problem().key();
    }
  }

  @Test
  void columnsOfOneNameAreNumbered() throws Exception {
    var names = Collections.nCopies(65_000, "x");
    var file = folder.resolve("names.csv");
    Files.writeString(file, String.join(",", names) + "\n" + "1,".repeat(64_999) + "1\n");
    quickly(() -> assertEquals("x (65000)", read(file).column(64_999).name()));
    quickly(() -> assertEquals(65_000, new HashSet<>(ColumnNames.unique(names)).size()));
  }

  /** As they were always named: a name that a later column has is left to it. */
  @Test
  void aNumberThatAnotherColumnHasIsLeftOut() {
    assertEquals(
        List.of("x", "x (3)", "x (2)", "x (4)", "column_5", "y", "x (2) (2)", "y (2)", "column_9"),
        ColumnNames.unique(List.of("x", "x", "x (2)", "x", "", "y", "x (2)", "y", "")));
    assertEquals(
        List.of("column_1", "column_1 (2)", "column_3", "column_3 (2)"),
        ColumnNames.unique(List.of("", "column_1", "", "column_3")));
  }

  private static void assertTooMuchLeftOut(Path file) {
    quickly(
        () -> {
          var failure = assertThrows(TableFormatException.class, () -> read(file));
          assertEquals("data.file.leftOut", failure.problem().key());
        });
  }

  @Test
  void recordsOfOneMemberEachAreNoTableOfTheirSquare() throws IOException {
    var records = IntStream.range(0, 8_000).mapToObj(i -> "{\"k" + i + "\": 1}");
    var text = records.collect(Collectors.joining(",", "[", "]"));
    assertTooMuchLeftOut(Files.writeString(folder.resolve("keys.json"), text));
  }

  @Test
  void rowsThatLeaveAllOutAreNotFilledWithoutEnd() throws IOException {
    var head = IntStream.range(0, 10_000).mapToObj(i -> "@attribute n" + i + " numeric\n");
    var text = "@relation r\n" + head.collect(Collectors.joining()) + "@data\n";
    var file = folder.resolve("sparse.arff");
    assertTooMuchLeftOut(Files.writeString(file, text + "{}\n".repeat(200_000)));
  }
}
