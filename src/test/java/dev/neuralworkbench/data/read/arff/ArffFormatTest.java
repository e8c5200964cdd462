package dev.neuralworkbench.data.read.arff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArffFormatTest {

  private static final String HEAD =
      """
      % A comment
      @RELATION 'two words'
      @attribute size NUMERIC
      @Attribute 'a name' {red, 'light blue', "it's"}
      @attribute note string

      @DATA
      """;

  @TempDir private Path folder;

  private static Table read(String text) throws IOException, TableFormatException {
    return read(text, StandardCharsets.UTF_8);
  }

  private static Table read(String text, Charset encoding)
      throws IOException, TableFormatException {
    var source = TableSource.of("t.arff", text.getBytes(encoding));
    return new ArffFormat().read(Path.of("t.arff"), source, TableDemands.columns(2), Progress.NONE);
  }

  private static List<Double> numbers(Table table, int column) {
    var numbers = (NumberColumn) table.column(column);
    return IntStream.range(0, table.rows()).mapToObj(numbers::value).toList();
  }

  /** Texts, a minus for what is missing. */
  private static List<String> texts(Table table, int column) {
    var texts = (TextColumn) table.column(column);
    return IntStream.range(0, table.rows())
        .mapToObj(row -> texts.code(row) == TextColumn.MISSING ? "–" : texts.text(row))
        .toList();
  }

  @Test
  void numbersThatAreDeclaredToBeNamesRaiseNoDoubt() throws IOException, TableFormatException {
    var table =
        read("@relation r\n@attribute grade {'1','2','3'}\n@attribute y {a,b}\n@data\n1,a\n3,b\n");
    assertTrue(table.column(0) instanceof TextColumn);
    assertEquals(List.of(), table.reading().remarks());
  }

  @Test
  void denseRowsAreReadAsDeclared() throws Exception {
    var table =
        read(
            HEAD
                + """
                1.5, red, 'with, comma'
                % another comment
                -2e3 , "light blue" , '?'
                ?,?,?

                 7,'it\\'s',"50%"   % behind the row
                """);
    assertEquals(
        List.of("size", "a name", "note"),
        table.columns().stream().map(column -> column.name()).toList());
    assertEquals(List.of(1.5, -2000.0, Double.NaN, 7.0), numbers(table, 0));
    assertEquals(List.of("red", "light blue", "–", "it's"), texts(table, 1));
    assertEquals(List.of("with, comma", "?", "–", "50%"), texts(table, 2));
  }

  /** Weka takes blanks between values too. */
  @Test
  void blanksSeparateWhereThereIsNoComma() throws Exception {
    var table = read(HEAD + "1 red 'a b'\r\n2\t'light blue'\tc\r\n");
    assertEquals(List.of(1.0, 2.0), numbers(table, 0));
    assertEquals(List.of("a b", "c"), texts(table, 2));
  }

  /** As in every format: an empty text is no category. */
  @Test
  void quotesWithNothingInThemAreMissing() throws Exception {
    var table = read(HEAD + "1,red,''\n?,red,c\n3,\"light blue\",\"\"\n");
    assertEquals(List.of("–", "c", "–"), texts(table, 2));
  }

  /** What is left out is 0, or the first declared value. */
  @Test
  void sparseRowsAreFilled() throws Exception {
    var table =
        read(
            """
            @relation r
            @attribute a real
            @attribute b integer
            @attribute c {no, yes}
            @data
            {1 5, 2 yes}
            {}
            {0 ?,2 'yes' }
            { 0 0.25 }
            """);
    assertEquals(List.of(0.0, 0.0, Double.NaN, 0.25), numbers(table, 0));
    assertEquals(List.of(5.0, 0.0, 0.0, 0.0), numbers(table, 1));
    assertEquals(List.of("yes", "no", "yes", "no"), texts(table, 2));
  }

  @Test
  void numbersThatWereDeclaredNamesAreNames() throws Exception {
    var table =
        read(
            """
            @attribute n {0,1}
            @attribute m numeric
            @attribute m date 'yyyy'
            @data
            1,2,2001
            """);
    assertEquals(List.of("1"), texts(table, 0));
    assertEquals(List.of("2001"), texts(table, 2));
    assertEquals(
        List.of("n", "m", "m (2)"), table.columns().stream().map(column -> column.name()).toList());
  }

  @Test
  void otherEncodingsAndMarksAreRead() throws Exception {
    var text =
        """
        @attribute größe numeric
        @attribute 颜色 {红,绿}
        @data
        1,红
        2,绿
        """;
    for (var start : List.of("", "\uFEFF")) {
      var table = read(start + text);
      assertEquals("größe", table.column(0).name());
      assertEquals(List.of("红", "绿"), texts(table, 1));
    }
    var latin =
        read(
            """
            @attribute a {ä,ö}
            @attribute b numeric
            @data
            ä,1
            """,
            Charset.forName("windows-1252"));
    assertEquals(List.of("ä"), texts(latin, 0));
  }

  private static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("", "has no columns and rows"),
        Arguments.of("@relation r\n", "has no columns and rows"),
        Arguments.of("@relation r\n@data\n1\n", "has no columns and rows"),
        Arguments.of("a,b\n1,2\n", "line 1: “a,b” does not belong"),
        Arguments.of("@attribute\n@data\n", "line 1: @attribute needs a name and a type"),
        Arguments.of("@attribute a\n@data\n", "line 1: @attribute needs a name and a type"),
        Arguments.of("@attribute a relational\n", "line 1: column “a” has the type “relational”"),
        Arguments.of("@attribute a {x, y\n@data\n", "line 1: a brace is not closed"),
        Arguments.of("@attribute 'a numeric\n@data\n", "line 1: a quotation mark is not closed"),
        Arguments.of("@attribute a numeric\n@data\n1\n", "has a single column"),
        Arguments.of(HEAD, "no rows"),
        Arguments.of(HEAD + "1,red\n", "line 8: expected 3 fields, found 2"),
        Arguments.of(HEAD + "1,red,x\n1,red,x,y\n", "line 9: expected 3 fields, found 4"),
        Arguments.of(HEAD + "one,red,x\n", "line 8: “one” is not a number"),
        Arguments.of(HEAD + "1,5,red,x\n", "line 8: expected 3 fields, found 4"),
        Arguments.of(HEAD + "1,green,x\n", "line 8: “green” is not one of the values"),
        Arguments.of(HEAD + "1,red,'x\n", "line 8: a quotation mark is not closed"),
        Arguments.of(HEAD + "1,red,'x'y\n", "line 8: a quotation mark is not closed, or text"),
        Arguments.of(HEAD + "1,red,x,{2}\n", "line 8: “{2}” follows the values"),
        Arguments.of(HEAD + "{0 1, 3 x}\n", "line 8: “3” is not a column index"),
        Arguments.of(HEAD + "{-1 1}\n", "line 8: “-1” is not a column"),
        Arguments.of(HEAD + "{2147483648 1}\n", "line 8: “2147483648” is not a column"),
        Arguments.of(HEAD + "{0 1, 0 2}\n", "line 8: the column with index 0 has two values"),
        Arguments.of(HEAD + "{0 1\n", "line 8: a brace is not closed"),
        Arguments.of(HEAD + "{0 1}, {5}\n", "line 8: “,” follows the values"),
        Arguments.of(HEAD + "{0 x}\n", "line 8: “x” is not a number"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void whatIsWrongIsToldWithItsLine(String text, String sentence) {
    var failure = assertThrows(TableFormatException.class, () -> read(text));
    var told = Sentences.of(Locale.ENGLISH).sentence(failure.problem());
    assertTrue(told.contains(sentence), told);
    assertTrue(told.contains("t.arff"), told);
  }

  /** A line without end, more columns than any network has. */
  @Test
  void bombsAreRefused() {
    var endless = HEAD + "1,red,'" + "x".repeat(17 << 20);
    assertThrows(TableFormatException.class, () -> read(endless));
    var columns = new StringBuilder();
    for (var i = 0; i < 70_000; i++) {
      columns.append("@attribute a").append(i).append(" numeric\n");
    }
    var failure = assertThrows(TableFormatException.class, () -> read(columns + "@data\n{}\n"));
    assertEquals("data.file.tooManyColumns", failure.problem().key());
  }

  @Test
  void filesAreToldByTheirNames() throws Exception {
    var file = folder.resolve("Some.ARFF");
    Files.writeString(file, HEAD + "1,red,x\n");
    assertEquals(1, new TableReader().read(file, Progress.NONE).rows());
    assertTrue(TableReader.endings().contains(".arff"));
  }
}
