package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.RowsToPredict;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataWordsTest {

  private final Sentences english = Sentences.of(Locale.ENGLISH);
  private final Sentences chinese = Sentences.of(Locale.SIMPLIFIED_CHINESE);

  private String refusal(String text) {
    return english.sentence(
        assertThrows(TableFormatException.class, () -> TableReader.parse("a.csv", text)).problem());
  }

  private static Table table(String text) throws TableFormatException {
    return TableReader.parse("a.csv", text);
  }

  @Test
  void everySampleHasANameAndATip() {
    for (var sample : Sample.all()) {
      assertTrue(english.has("sample." + sample.id()), sample.id());
      assertTrue(english.has("sample." + sample.id() + ".tip"), sample.id());
    }
  }

  @Test
  void refusedTextsAreToldWhatAndWhere() {
    assertEquals("a.csv is empty. A table has one line per row.", refusal(""));
    assertEquals("a.csv has column names but no rows. Add rows below them.", refusal("x,y\n"));
    assertEquals(
        "a.csv has a single column, “x”. Training needs at least one input and a target,"
            + " separated by commas, semicolons, tabs or vertical bars.",
        refusal("x\n1\n2\n"));
    assertEquals(
        "a.csv, line 3: expected 2 fields, found 3. Put text that contains the delimiter in"
            + " quotation marks, or correct the line.",
        refusal("x,y\n1,2\n3,4,5\n"));
    assertEquals(
        "a.csv, line 2: a quotation mark (\") is not closed, or text follows a closing one before"
            + " the next delimiter.",
        refusal("x,y\n\"1,2\n3,4\n"));
    assertEquals(
        "a.csv is a PDF file, which cannot be read as a table. Save the data as CSV or as an"
            + " Excel workbook (.xlsx) and open that file.",
        refusal("%PDF-1.7\n%\n"));
  }

  @Test
  void textInANumberColumnIsToldWithItsRow() throws TableFormatException {
    var table = table("size,y\n1,0.5\nbig,1.5\n3,2.5\n");
    var preparation =
        Preparation.defaults(table)
            .withRole(0, ColumnRole.INPUT, table)
            .withKind(0, ColumnKind.NUMBER);
    var problem = preparation.problems(table).getFirst();
    assertEquals("Row 2, column “size”: “big” is not a number.", english.sentence(problem));
    assertEquals("第 2 行、“size”列：“big”不是数字。", chinese.sentence(problem));
  }

  @Test
  void targetOfTooManyClassesIsTold() throws TableFormatException {
    var text = new StringBuilder("size,name\n");
    IntStream.range(0, 2400).forEach(i -> text.append(i).append(",n").append(i / 2).append('\n'));
    var table = table(text.toString());
    var problem = Preparation.defaults(table).problems(table).getFirst();
    assertEquals(
        "Column “name” is the target but has 1,200 classes; at most 1,000 are possible. Choose"
            + " another target.",
        english.sentence(problem));
    assertEquals("“name”列是目标，但有 1,200 个类别，最多允许 1,000 个。请选择其他目标列。", chinese.sentence(problem));
  }

  @Test
  void rowsThatAModelCannotAnswerAreToldWhy() throws TableFormatException {
    var trained = table("colour,size,y\nred,1,a\nblue,2,b\nred,3,a\nblue,4,b\n");
    var preprocessor = PreparedData.of(Preparation.defaults(trained), trained).preprocessor();
    var others = table("colour,y\ngreen,a\nred,b\n");
    assertEquals(
        List.of("Column “size” is missing. Found: colour, y."),
        RowsToPredict.problems(preprocessor, others).stream().map(english::sentence).toList());
    var unknown = table("colour,size,y\ngreen,1,a\nred,2,b\n");
    assertEquals(
        List.of(
            "Row 1, column “colour”: “green” does not occur in the training rows and is treated"
                + " as none of the known categories: blue, red."),
        new RowsToPredict(preprocessor, unknown)
            .remarks().stream().map(remark -> english.sentence(remark.first())).toList());
  }
}
