package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no plain CSV, and files that are no tables. */
class OddFilesTest {

  @TempDir private Path folder;

  private static Table parse(String text) throws TableFormatException {
    return TableReader.parse("t.csv", text);
  }

  private static List<String> texts(Column column) {
    return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static List<String> keys(Table table) {
    return Objects.requireNonNull(table.reading()).remarks().stream().map(Remark::key).toList();
  }

  private Table read(String name, byte[] bytes) throws IOException, TableFormatException {
    var file = Files.write(folder.resolve(name), bytes);
    return new TableReader().read(file, Progress.NONE);
  }

  private Problem problem(Path file) {
    return assertThrows(
            TableFormatException.class, () -> new TableReader().read(file, Progress.NONE))
        .problem();
  }

  @Test
  void separatorThatTheFirstLineTellsIsTaken() throws TableFormatException {
    var table = parse("sep=;\na;b\n1,5;x\n2,5;y\n");
    assertEquals(List.of("a", "b"), names(table));
    assertEquals(List.of("1.5", "2.5"), texts(table.column(0)));
    assertEquals(List.of("reading.skipped"), keys(table));
    assertEquals(List.of("p", "q"), names(parse("sep=~\np~q\n1~2\n")));
  }

  @Test
  void commentsAboveAndBetweenRowsAreLeftOut() throws TableFormatException {
    var table = parse("# made in May\n#\n\na,b\n1,2\n# a pause\n3,4\n");
    assertEquals(List.of("a", "b"), names(table));
    assertEquals(List.of("1", "3"), texts(table.column(0)));
  }

  @Test
  void namesAndValuesThatBeginWithTheSignOfCommentsStay() throws TableFormatException {
    assertEquals(List.of("#", "name", "n"), names(parse("#,name,n\n1,a,5\n2,b,6\n")));
    var colours = parse("colour,n\n#ff0000,5\n#00ff00,6\n");
    assertEquals(List.of("#ff0000", "#00ff00"), texts(colours.column(0)));
    assertEquals(List.of("#x", "y"), names(parse("## meta\n#x\ty\n1\t2\n3\t4\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rents of 2020\n",
        "Rents, 2020\n\n",
        "Rents\nall towns\n\n",
        "Rents,,\n",
        "Rents,,\n,,\n"
      })
  void titleAboveTheTableIsLeftOutAndTold(String title) throws TableFormatException {
    var table = parse(title + "town,size,rent\nA,5,6.5\nB,6,7.5\nA,7,8.5\n");
    assertEquals(List.of("town", "size", "rent"), names(table));
    assertEquals(3, table.rows());
    assertEquals(List.of("reading.skipped"), keys(table));
  }

  /** As pandas.read_csv has it, which says nothing. */
  @Test
  void cellsThatALineLacksAreMissingAndTold() throws TableFormatException {
    var table = parse("a,b,c\n1,2,3\n4,5\n6,7,8\nSource: office\n");
    assertEquals(List.of("1", "4", "6", "Source: office"), texts(table.column(0)));
    assertEquals(List.of("2", "5", "7", ""), texts(table.column(1)));
    assertEquals(List.of("3", "", "8", ""), texts(table.column(2)));
    assertEquals(
        List.of(2, 3L),
        table.reading().remarks().stream()
            .filter(it -> it.key().equals("reading.short"))
            .findFirst()
            .orElseThrow()
            .arguments());
  }

  @Test
  void linesBelowATitleKeepTheirNumbers() {
    var problem =
        assertThrows(
                TableFormatException.class,
                () -> parse("# note\n\na,b,c\n" + "1,2,3\n".repeat(1200) + "4,5,6,7\n"))
            .problem();
    assertEquals(Place.line("t.csv", 1204), problem.place());
  }

  @Test
  void cellsBetweenBlanksAndTabsAreRead() throws TableFormatException {
    var table =
        parse(
            """
              18.0   8   307.0\t"chevrolet chevelle malibu"
              15.0   8   350.0\t"buick skylark 320"
               9.5  12     ?  \t"x"
            """);
    assertEquals(List.of("18", "15", "9.5"), texts(table.column(0)));
    assertEquals(List.of("307", "350", ""), texts(table.column(2)));
    assertEquals("chevrolet chevelle malibu", table.column(3).text(0));
  }

  @Test
  void wordsBetweenBlanksAreOneCell() throws Exception {
    var file = Files.writeString(folder.resolve("one.csv"), "name\nAnna Bell\nTom Smith\n");
    var table = TableReader.forPrediction().read(file, Progress.NONE);
    assertEquals(List.of("Anna Bell", "Tom Smith"), texts(table.column(0)));
    assertEquals(List.of("a b", "c"), names(parse("a b,c\nd 1,2\ne 3,4\n")));
  }

  @Test
  void delimiterAtTheEndOfRowsOnlyMakesNoColumn() throws TableFormatException {
    var table = parse("a,b\n1,2,\n3,4,\n");
    assertEquals(List.of("a", "b"), names(table));
    assertEquals(List.of("1", "3"), texts(table.column(0)));
    assertEquals(List.of("1", "3", "5"), texts(parse("a,b\n1,2\n3,4,\n5,6\n").column(0)));
  }

  @Test
  void rowsWithNamesThatTheHeaderLacksAreRead() throws TableFormatException {
    var table = parse("\"mpg\" \"cyl\"\n\"Mazda RX4\" 21 6\n\"Datsun 710\" 22.8 4\n");
    assertEquals(List.of("column_1", "mpg", "cyl"), names(table));
    assertEquals(List.of("Mazda RX4", "Datsun 710"), texts(table.column(0)));
    assertEquals(List.of("21", "22.8"), texts(table.column(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,5,2\n2,5,3\n", "x\n1,5\n2,5\n"})
  void decimalCommasBetweenCommasAreNoNamesOfRows(String text) {
    var problem = assertThrows(TableFormatException.class, () -> parse(text)).problem();
    assertEquals("data.file.ragged", problem.key());
    assertEquals(2, problem.place().line());
  }

  @ParameterizedTest
  @CsvSource({
    "Big5, 城市, 臺北市大安區",
    "Big5, 名稱, 高雄市鳳山區體育路",
    "windows-31j, 都市, 東京都新宿区",
    "windows-31j, なまえ, さくらんぼカード",
    "GB18030, 城市, 北京市海淀区",
    "GB18030, 名称, 上海",
    "windows-1251, Город, Москва",
    "windows-1251, Имя, Санкт-Петербург на Неве",
    "KOI8-R, Город, Нижний Новгород",
    "windows-1252, région, Île-de-France",
    "windows-1250, miasto, Łódź nad rzeką Łódką"
  })
  void encodingIsGuessedByItsLettersAndTold(String charset, String name, String value)
      throws Exception {
    var text = name + ",x\n" + value + ",1\n" + value + ",2\n";
    var table = read("t.csv", text.getBytes(Charset.forName(charset)));
    assertEquals(List.of(name, "x"), names(table));
    assertEquals(value, table.column(0).text(1));
    assertEquals(charset, Objects.requireNonNull(table.reading()).encoding());
    assertEquals(List.of("reading.encoding.guessed"), keys(table));
  }

  @Test
  void koreanIsToldFromChineseOnceThereIsEnoughOfIt() throws Exception {
    var text = "도시,x\n서울특별시 종로구,1\n부산광역시 해운대구,2\n대구광역시 수성구,3\n";
    var table = read("t.csv", text.getBytes(Charset.forName("x-windows-949")));
    assertEquals("부산광역시 해운대구", table.column(0).text(1));
  }

  @Test
  void whatJsonHoldsBesideFlatRecordsIsRefused() throws IOException {
    assertEquals("data.file.oneColumn", json("{\"a\": 1}\n{\"a\": 2}\n").key());
    assertEquals("data.file.oneColumn", json("\uFEFF [\n {\"a\": 1}]").key());
    assertEquals("data.json.record", json("[[1,2],[3,4]]").key());
    assertEquals("data.json.broken", json("[{\"a\": 1, \"b\": 2}, {\"a\": 3").key());
    assertEquals("data.json.after", json("[{\"a\": 1, \"b\": 2}] [1]").key());
    var nested = json("[{\"a\": 1}, {\"a\": {\"b\": 2}}]");
    assertEquals("data.json.nested", nested.key());
    var twice = json("[{\"a\": 1, \"b\": 2}, {\"a\": 1, \"b\": 2, \"a\": null}]");
    assertEquals("data.json.twice", twice.key());
    assertEquals(2L, twice.expected());
    assertEquals("a", twice.found());
    assertEquals(2L, nested.expected());
    assertEquals("a", nested.found());
  }

  private Problem json(String text) throws IOException {
    return problem(Files.writeString(folder.resolve("t.csv"), text));
  }

  @Test
  void pagesAreToldFromTables() throws IOException {
    var page = Files.writeString(folder.resolve("t.csv"), "<!DOCTYPE html>\n<html>a,b</html>\n");
    assertEquals(
        Problem.at("data.file.otherFormat", Place.file("t.csv"), "CSV", "HTML, XML"),
        problem(page));
  }

  @Test
  void lineWithoutEndIsRefusedFromItsStart() throws IOException {
    var line = new byte[100_000_000];
    Arrays.fill(line, (byte) 'x');
    line[0] = '"';
    var file = Files.write(folder.resolve("t.csv"), line);
    assertTimeoutPreemptively(
        Patience.LONG,
        () ->
            assertEquals(
                Problem.at("data.file.longLine", Place.file("t.csv"), 16, null), problem(file)));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipeIsReadOnceWhereItMayBeAndRefusedOtherwise() throws Exception {
    var pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertTimeoutPreemptively(
        Patience.LONG, () -> assertEquals("data.file.pipe", problem(pipe).key()));
    var rows = "a,b\n" + "1,x\n".repeat(20_000) + "2.5,y\n";
    var writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Files.write(pipe, rows.getBytes(StandardCharsets.UTF_8));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    var table = new TableReader().withPipes().read(pipe, Progress.NONE);
    writer.join();
    assertEquals("pipe", table.name());
    assertEquals(20_001, table.rows());
    assertInstanceOf(NumberColumn.class, table.column(0));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void deviceWithoutEndIsRefusedByItsHead() {
    assertTimeoutPreemptively(
        Patience.LONG,
        () ->
            assertEquals(
                "data.file.binary",
                assertThrows(
                        TableFormatException.class,
                        () ->
                            new TableReader().withPipes().read(Path.of("/dev/zero"), Progress.NONE))
                    .problem()
                    .key()));
  }
}
