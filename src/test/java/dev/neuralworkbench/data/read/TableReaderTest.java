package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir private Path folder;

  private static List<String> texts(Column column) {
    return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Table read(Path file) throws TableFormatException {
    return new TableReader().read(file, Progress.NONE);
  }

  private Problem problem(Path file) {
    return assertThrows(TableFormatException.class, () -> read(file)).problem();
  }

  private static Problem problem(String text) {
    return assertThrows(TableFormatException.class, () -> TableReader.parse("t.csv", text))
        .problem();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void delimiterIsFound(String delimiter) throws TableFormatException {
    var text = "length,name\n1.5,ab\n2,cd\n".replace(",", delimiter);
    var table = TableReader.parse("t", text);
    assertEquals(List.of("length", "name"), names(table));
    assertEquals(List.of("1.5", "2"), texts(table.column(0)));
    assertEquals(List.of("ab", "cd"), texts(table.column(1)));
  }

  @Test
  void delimiterInsideQuotesDoesNotCount() throws TableFormatException {
    var table = TableReader.parse("t", "a,b\n\"x;y;z\",1\n\"u;v;w\",2\n\"p;q;r\",3\n");
    assertEquals(List.of("x;y;z", "u;v;w", "p;q;r"), texts(table.column(0)));
  }

  @Test
  void delimiterOfAllLinesIsPreferredToOneOfNearlyAll() throws TableFormatException {
    var bars = "range,y\n" + "1|7,a\n2|8,b\n".repeat(20);
    assertEquals(List.of("range", "y"), names(TableReader.parse("t", bars)));
    var tabs = TableReader.parse("t", "range\ty\n" + "0;2\t0\n1;3\t1\n".repeat(20));
    assertEquals(List.of("range", "y"), names(tabs));
    assertEquals("0;2", tabs.column(0).text(0));
    assertEquals(1, ((NumberColumn) tabs.column(1)).value(1));
  }

  @Test
  void whatIsWrittenIsReadBackWhateverItLooksLike() throws Exception {
    var table =
        Table.of(
            "t",
            TextColumn.of("a|b", "1|7", "2|8", "3|9"),
            TextColumn.of("1", "1,5", "2,5", null),
            TextColumn.of("version", "1.50", "2", "03"),
            NumberColumn.of("3", 0.5, Double.NaN, -1e300));
    var text = new StringWriter();
    TableWriter.write(table, text);
    var again = TableReader.parseWritten("t", text.toString(), Set.of("version"));
    assertEquals(ContentHash.of(table), ContentHash.of(again));
    assertEquals(List.of("a|b", "1", "version", "3"), names(again));
  }

  @Test
  void decimalCommaIsFoundBetweenSemicolons() throws TableFormatException {
    var table = TableReader.parse("t", "a;b\n1,5;2,25\n-0,5;1e2\n");
    assertEquals(List.of("1.5", "-0.5"), texts(table.column(0)));
    assertEquals(2.25, ((NumberColumn) table.column(1)).value(0));
  }

  @Test
  void groupedDigitsAreNotTakenForDecimalCommas() throws TableFormatException {
    var table = TableReader.parse("t", "a\tb\n1,234\t5,678,901\n2,345\t6,789,012\n");
    assertEquals(List.of("1234", "2345"), texts(table.column(0)));
    assertEquals(List.of("5678901", "6789012"), texts(table.column(1)));
  }

  @Test
  void quotesKeepDelimitersLineBreaksAndQuotes() throws TableFormatException {
    var table = TableReader.parse("t", "a,b\r\n\"x, \"\"y\"\"\r\nz\",\"1\"\r\n , \"2\" \r\n");
    assertEquals(List.of("x, \"y\"\r\nz", ""), texts(table.column(0)));
    assertEquals(List.of("1", "2"), texts(table.column(1)));
    assertInstanceOf(NumberColumn.class, table.column(1));
  }

  @Test
  void firstLineWithNumbersIsARow() throws TableFormatException {
    var table = TableReader.parse("t", "5.1,3.5,setosa\n4.9,3,virginica\n");
    assertEquals(List.of("column_1", "column_2", "column_3"), names(table));
    assertEquals(2, table.rows());
  }

  @Test
  void firstLineWhoseCellsRecurIsARow() throws TableFormatException {
    var table = TableReader.parse("t", "p,x,s\ne,x,s\np,y,s\ne,y,f\n");
    assertEquals(4, table.rows());
  }

  @Test
  void textAboveNumbersIsAName() throws TableFormatException {
    var table = TableReader.parse("t", "country,2019,share\nChina,5,0.5\nChina,6,0.25\n");
    assertEquals(List.of("country", "2019", "share"), names(table));
  }

  @Test
  void numberedColumnsAreNames() throws TableFormatException {
    var table = TableReader.parse("t", "0,1,2,species\n5.1,3.5,1.4,setosa\n4.9,3,1.3,rosa\n");
    assertEquals(List.of("0", "1", "2", "species"), names(table));
    assertEquals(3, TableReader.parse("t", "0,1,1\n1,1,0\n0,0,0\n").rows());
  }

  @Test
  void emptyAndRepeatedNamesAreMadeDifferent() throws TableFormatException {
    var table = TableReader.parse("t", ",x,x,x (2)\n1,2,3,4\n5,6,7,8\n");
    assertEquals(List.of("column_1", "x", "x (3)", "x (2)"), names(table));
  }

  @Test
  void everySpellingOfMissingIsMissing() throws TableFormatException {
    var table =
        TableReader.parse("t", "a,b\n,\n?,?\nNA,na\nN/A,n/a\nNaN,nan\nnull,NULL\n\\N,<NA>\n-1,x\n");
    assertEquals(7, table.column(0).missing());
    assertEquals(-1, assertInstanceOf(NumberColumn.class, table.column(0)).value(7));
    assertEquals(7, table.column(1).missing());
    assertEquals(List.of("x"), assertInstanceOf(TextColumn.class, table.column(1)).categories());
  }

  @Test
  void columnWithoutAnyValueIsNumericAndMissing() throws TableFormatException {
    var table = TableReader.parse("t", "a,b,c\n1,,x\n2,,y\n");
    assertEquals(2, assertInstanceOf(NumberColumn.class, table.column(1)).missing());
  }

  @Test
  void textAfterNumbersKeepsTheNumbersAsTheyWereWritten() throws TableFormatException {
    var table = TableReader.parse("t", "zip,n\n007,1\n1.50,2\n,3\nA1,4\n007,5\n");
    assertEquals(List.of("007", "1.50", "", "A1", "007"), texts(table.column(0)));
    assertEquals(3, ((TextColumn) table.column(0)).categories().size());
    assertInstanceOf(NumberColumn.class, table.column(1));
  }

  @ParameterizedTest
  @CsvSource({
    "127,1",
    "-127,1",
    "128,2",
    "-128,2",
    "32767,2",
    "-32768,4",
    "2147483647,4",
    "0.5,4",
    "16777216.5,8",
    "0.1,8",
    "2147483648,4",
    "-2147483647,4",
    "-0,4",
    "1e30,8"
  })
  void numbersTakeTheNarrowestTypeThatKeepsThem(String number, int bytes)
      throws TableFormatException {
    var column = (NumberColumn) TableReader.parse("t", "a,b\n1," + number + "\n").column(1);
    assertEquals(Double.parseDouble(number), column.value(0));
    assertEquals(bytes, column.bytesPerNumber());
  }

  @Test
  void wideningKeepsTheNumbersBefore() throws TableFormatException {
    var column =
        (NumberColumn)
            TableReader.parse("t", "a,b\n1,16777217\n1,\n1,0.5\n1,-3\n1,300\n").column(1);
    assertEquals(List.of("16777217", "", "0.5", "-3", "300"), texts(column));
  }

  @Test
  void byteOrderMarksTellTheEncoding() throws Exception {
    var text = "\uFEFF城市,x\n北京,1\n上海,2\n";
    for (var charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      var table = read(file("bom.csv", text.getBytes(charset)));
      assertEquals(List.of("城市", "x"), names(table), charset.name());
      assertEquals(List.of("北京", "上海"), texts(table.column(0)));
    }
  }

  @Test
  void encodingWithoutMarkIsFound() throws Exception {
    var chinese = "城市,x\n北京市海淀区,1\n上海,2\n";
    var french = "région,x\nÎle-de-France,1\nFrébourg à l’été,2\nHérault,3\n";
    assertEquals(
        "北京市海淀区", read(file("u.csv", chinese.getBytes(StandardCharsets.UTF_8))).column(0).text(0));
    assertEquals("北京市海淀区", read(file("g.csv", chinese.getBytes(GB18030))).column(0).text(0));
    var western = read(file("w.csv", french.getBytes(Charset.forName("windows-1252"))));
    assertEquals("région", western.column(0).name());
    assertEquals("Frébourg à l’été", western.column(0).text(1));
  }

  @Test
  void encodingIsFoundWhereItShowsOnlyLate() throws Exception {
    var text = new StringBuilder("a,b\n");
    for (var i = 0; i < 100_000; i++) {
      text.append(i).append(",x\n");
    }
    text.append("1,中文\n");
    var table = read(file("late.csv", text.toString().getBytes(GB18030)));
    assertEquals("中文", table.column(1).text(100_000));
  }

  @Test
  void fileInAFolderWithAnyNameIsRead() throws Exception {
    var odd = Files.createDirectories(folder.resolve("测试 目录"));
    var table = read(Files.writeString(odd.resolve("数据 1.csv"), "a,b\n1,2\n"));
    assertEquals("数据 1.csv", table.name());
  }

  @Test
  void trailingDelimiterOnEveryLineMakesNoColumn() throws TableFormatException {
    assertEquals(List.of("a", "b"), names(TableReader.parse("t", "a,b,\n1,2,\n3,4,\n")));
  }

  @Test
  void emptyLinesAreSkipped() throws TableFormatException {
    assertEquals(2, TableReader.parse("t", "\na,b\n\n1,2\n\n3,4\n\n\n").rows());
  }

  @Test
  void progressReachesTheSizeAndCancelEnds() throws Exception {
    var file =
        file("p.csv", "a,b\n".concat("1,2\n".repeat(500_000)).getBytes(StandardCharsets.UTF_8));
    var seen = new ArrayList<Long>();
    new TableReader()
        .read(
            file,
            new Progress() {
              @Override
              public void done(long bytes, long ofBytes) {
                assertEquals(2_000_004, ofBytes);
                seen.add(bytes);
              }

              @Override
              public boolean cancelled() {
                return false;
              }
            });
    assertEquals(2_000_004, seen.getLast());
    assertTrue(seen.size() > 5);
    var cancelling =
        new Progress() {
          private int asked;

          @Override
          public void done(long bytes, long ofBytes) {}

          @Override
          public boolean cancelled() {
            return ++asked > 3;
          }
        };
    assertThrows(CancellationException.class, () -> new TableReader().read(file, cancelling));
  }

  @Test
  void raggedRowNamesLineExpectedAndFoundFields() {
    assertEquals(
        Problem.at("data.file.ragged", Place.line("t.csv", 4), 3, 4),
        problem("a,b,c\n\"x\ny\",2,3\n4,5,6,7\n6,7,8\n"));
    assertEquals(
        Problem.at("data.file.ragged", Place.line("t.csv", 3), 2, 3), problem("a,b\n1,2\n3,4,5\n"));
  }

  @Test
  void unterminatedQuoteNamesItsLine() {
    assertEquals(
        Problem.at("data.file.quote", Place.line("t.csv", 3), null, null),
        problem("a,b\nx,2\n\"y,4\nz,5\n"));
  }

  @Test
  void textAfterAClosingQuoteIsRefused() {
    assertEquals("data.file.quote", problem("a,b\n\"x\"y,2\nz,4\n").key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void emptyFileIsRefused(String text) {
    assertEquals("data.file.empty", problem(text).key());
  }

  @Test
  void headerOnlyIsRefused() {
    assertEquals("data.file.headerOnly", problem("a,b,c\n").key());
  }

  @Test
  void tableThatDoesNotFitIntoMemoryIsRefused() throws Exception {
    var text = new StringBuilder("a,b\n");
    for (var i = 0; i < 20_000; i++) {
      text.append("0.1,name").append(i).append('\n');
    }
    var source = TableSource.of("big.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    var small = Records.with(new TableReader(), "demands.mostBytes", 500_000);
    var problem =
        assertThrows(TableFormatException.class, () -> small.read(source, Progress.NONE)).problem();
    assertEquals("data.file.tooLarge", problem.key());
    assertEquals(20_000, new TableReader().read(source, Progress.NONE).rows());
  }

  @Test
  void tooManyColumnsAreRefusedBeforeTheyAreKept() {
    var problem = problem(",".repeat(70_000) + "\n" + "1,".repeat(70_000) + "1\n");
    assertEquals(
        Problem.at("data.file.tooManyColumns", Place.file("t.csv"), 65_537, 70_001), problem);
  }

  @Test
  void oneColumnIsRefusedForTrainingAndReadForPrediction() throws Exception {
    var text = "x\n1\n2\n";
    assertEquals("data.file.oneColumn", problem(text).key());
    var file = file("one.csv", text.getBytes(StandardCharsets.UTF_8));
    assertEquals(2, TableReader.forPrediction().read(file, Progress.NONE).rows());
  }

  @Test
  void pictureNamedCsvIsRefusedByItsFormat() throws IOException {
    var png = new byte[200];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, png, 0, 8);
    assertEquals(
        Problem.at("data.file.picture", Place.file("picture.csv"), "CSV", "PNG"),
        problem(file("picture.csv", png)));
    var noise = new byte[300];
    for (var i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 7);
    }
    assertEquals("data.file.binary", problem(file("noise.csv", noise)).key());
  }

  @Test
  void pathsThatCannotBeReadAreToldApart() throws IOException {
    assertEquals("data.file.absent", problem(folder.resolve("none.csv")).key());
    assertEquals("data.pictures.classes", problem(folder).key());
  }
}
