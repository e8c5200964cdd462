package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingReport;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingWordsTest {

  private final Sentences english = Sentences.of(Locale.ENGLISH);
  private final Sentences chinese = Sentences.of(Locale.SIMPLIFIED_CHINESE);

  private static ReadingReport reading(String text) throws TableFormatException {
    return Objects.requireNonNull(TableReader.parse("a.csv", text).reading());
  }

  @Test
  void howATableWasReadIsToldInALine() throws TableFormatException {
    var reading = reading("a;b\n6,5;-\n-;1\n?;-\n");
    assertEquals(
        "Format: semicolons, UTF-8, decimal comma · 3 cells “-” treated as missing · 1 cell “?”"
            + " treated as missing",
        ReadingWords.summary(reading, true, english));
    assertEquals(
        "格式：分号分隔、UTF-8、小数逗号 · 3 个“-”视为缺失 · 1 个“?”视为缺失",
        ReadingWords.summary(reading, true, chinese));
    assertEquals(
        "Format: decimal point", ReadingWords.summary(reading("a,b\n1,2\n"), false, english));
  }

  @Test
  void whatIsDoubtfulComesFirst() throws TableFormatException {
    var text = "price,age\n" + "$1,1\n".repeat(16) + "$2,abc\n" + "$3,2\n".repeat(5);
    assertEquals(
        List.of(
            "Column “age”: 1 of 22 cells is not a number and is treated as missing (row"
                + " numbers in brackets): “abc” (17). To keep it, read the column as text.",
            "Format: commas, UTF-8, decimal point",
            "Column “price”: the unit $ was removed from the numbers."),
        ReadingWords.sentences(reading(text), true, english));
  }

  @Test
  void whatIsSoOfManyColumnsIsToldOnce() throws TableFormatException {
    var rows = "1.5,2.5,3.5,4.5,5.5\n".repeat(8);
    var reading = reading("a,b,c,d,e\n" + rows + "refused,refused,refused,refused,1\n".repeat(2));
    assertEquals(
        List.of(
            "4 columns contain “refused” among numbers, so they were read as text: a, b, c, and 1"
                + " more."),
        ReadingWords.doubts(reading, english));
    assertEquals(
        List.of("4 列的数字中夹有“refused”，因此按文本读取：a、b、c、另有 1 项。"), ReadingWords.doubts(reading, chinese));
    var codes = reading("a,b,c\n" + "007,0012,1\n".repeat(8));
    assertEquals(
        List.of(
            "2 columns have numbers that start with 0, which numbers do not keep: a, b. If they"
                + " are codes, read the columns as text."),
        ReadingWords.doubts(codes, english));
  }
}
