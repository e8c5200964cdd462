package dev.neuralworkbench.ui.data.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCellsTest {

  @Test
  void cellsGrowWithWhatIsTypedAndShrinkWithWhatIsCleared() {
    var cells = TypedCells.EMPTY.with(2, 1, List.of(List.of("a")));
    assertEquals(3, cells.rows().size());
    assertEquals(2, cells.columns());
    assertEquals("a", cells.text(2, 1));
    assertEquals("", cells.text(9, 9));
    assertEquals(TypedCells.EMPTY, cells.with(2, 1, List.of(List.of(" "))));
  }

  @Test
  void blockIsLaidOverTheCellsBelowIt() {
    var cells =
        TypedCells.EMPTY
            .with(0, 0, List.of(List.of("x", "y"), List.of("1", "2")))
            .with(1, 1, List.of(List.of("3", "4")));
    assertEquals(List.of(List.of("x", "y", ""), List.of("1", "3", "4")), cells.rows());
  }

  @Test
  void textIsQuotedWhereItMustBeAndEmptyRowsAreLeftOut() {
    var cells =
        new TypedCells(
            List.of(List.of("a,b", "c"), List.of("", ""), List.of("say \"no\"", "1\n2")));
    assertEquals("\"a,b\",c\n\"say \"\"no\"\"\",\"1\n2\"\n", cells.csv());
  }

  @Test
  void tableTakenApartAndReadAgainIsTheSame() throws TableFormatException {
    var odd =
        Table.of(
            "odd",
            TextColumn.of("a,\"b\"", "1;2", null, "x"),
            NumberColumn.of("n", 1e-9, Double.NaN, -3),
            TextColumn.of("c", "yes", "no", "no"));
    for (var table : List.of(odd, BundledSample.IRIS.table(), BundledSample.XOR.table())) {
      var again = TableReader.parse(table.name(), TypedCells.of(table).csv());
      assertEquals(ContentHash.of(table), ContentHash.of(again), table.name());
    }
  }
}
