package dev.neuralworkbench.data.read.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come to the columns some dozens at a time; wherever a block ends, each cell is there. */
class RowBlockTest {

  private static Column read(int rows, IntFunction<String> cell) throws TableFormatException {
    var lines =
        IntStream.range(0, rows)
            .mapToObj(row -> row + "," + cell.apply(row))
            .collect(Collectors.joining("\n"));
    return TableReader.parse("t", "row,cell\n" + lines).columns().get(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 62, 63, 64, 65, 127, 128, 129, 200})
  void everyNumberIsThereWhereverABlockEnds(int rows) throws TableFormatException {
    var column = assertInstanceOf(NumberColumn.class, read(rows, row -> "" + (row * 0.25 - 3)));
    assertEquals(rows, column.rows());
    for (var row = 0; row < rows; row++) {
      assertEquals(row * 0.25 - 3, column.value(row));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 63, 64, 65, 100, 199})
  void aTextAmongNumbersMakesAllOfThemTexts(int odd) throws TableFormatException {
    var column = assertInstanceOf(TextColumn.class, read(200, row -> row == odd ? "a" : "0" + row));
    for (var row = 0; row < 200; row++) {
      assertEquals(row == odd ? "a" : "0" + row, column.text(row));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 63, 64, 65, 100, 199})
  void aCellWithABlankAndAQuoteIsOneCellHoweverLateItComes(int odd) throws TableFormatException {
    var column =
        assertInstanceOf(TextColumn.class, read(200, row -> row == odd ? " \"a, b\" " : "c"));
    assertEquals(200, column.rows());
    assertEquals("a, b", column.text(odd));
  }

  @Test
  void whateverIsNoPlainNumberKeepsItsPlaceAmongThem() throws TableFormatException {
    var random = new Random(1);
    var cells = new ArrayList<String>();
    var values = new ArrayList<Double>();
    for (var row = 0; row < 1000; row++) {
      var number = random.nextInt(10_000);
      switch (random.nextInt(12)) {
        case 0 -> add(cells, values, "", Double.NaN);
        case 1 -> add(cells, values, "NA", Double.NaN);
        case 2 -> add(cells, values, "  " + number + "\t", number);
        case 3 -> add(cells, values, "\"" + number + "\"", number);
        case 4 -> add(cells, values, number + "e-2", number / 100.0);
        case 5 -> add(cells, values, "-0", -0.0);
        case 6 -> add(cells, values, number + ".000000000000000000000", number);
        default -> add(cells, values, "" + number, number);
      }
    }
    var column = assertInstanceOf(NumberColumn.class, read(1000, cells::get));
    assertEquals(values, IntStream.range(0, 1000).mapToObj(column::value).toList());
  }

  private static void add(List<String> cells, List<Double> values, String cell, double value) {
    cells.add(cell);
    values.add(value);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65})
  void aLineOfBlanksIsNoRow(int at) throws TableFormatException {
    var lines =
        IntStream.range(0, 100)
            .mapToObj(row -> (row == at ? "  \n" : "") + row + "," + row)
            .collect(Collectors.joining("\n"));
    var table = TableReader.parse("t", "a,b\n" + lines);
    assertEquals(100, table.rows());
    for (var row = 0; row < 100; row++) {
      assertEquals(
          row, assertInstanceOf(NumberColumn.class, table.columns().getFirst()).value(row));
    }
  }
}
