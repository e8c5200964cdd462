package dev.neuralworkbench.explain.inputs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.Cleaning;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadRowsTest {

  private static final int[] SOME = {2, 4, 5, 8, 13, 21, 34, 55, 89};
  private static final int[] ORDER = {8, 3, 0, 1, 7, 7, 2, 6, 5};

  /** The whole table made anew with a column exchanged says what a few numbers made anew say. */
  @Test
  void exchangedColumnsAreEncodedAsInTheirTable() {
    var preprocessor = Houses.model("price").preprocessor();
    var table = Houses.table();
    var rows = new ReadRows(preprocessor, table, SOME);
    for (var names :
        List.of(List.of("size"), List.of("rooms"), List.of("colour", "built"), List.of("luck"))) {
      var columns = new ArrayList<Column>();
      for (var column : table.only(SOME).columns()) {
        columns.add(names.contains(column.name()) ? column.only(ORDER) : column);
      }
      var whole = preprocessor.encode(new Table("", columns, 9), IntStream.range(0, 9).toArray());
      assertArrayEquals(whole.data, rows.permuted(names, ORDER).inputs().data, names.toString());
    }
    assertArrayEquals(preprocessor.encode(table, SOME).data, rows.with(List.of()).inputs().data);
  }

  /** A gap is filled from the row above it in the table, whichever rows are asked about. */
  @Test
  void rowsAreReadBeforeTheyAreTaken() {
    var plain = Houses.model("price").preprocessor();
    var downwards =
        new Preprocessor(
            plain.inputs(),
            plain.target(),
            plain.missing(),
            plain.features(),
            List.of(new Cleaning("rooms", List.of(), true, true)));
    var table = Houses.table();
    var gaps = IntStream.range(1, 90).filter(row -> table.named("rooms").isMissing(row)).toArray();
    var rows = new ReadRows(downwards, table, gaps);
    for (var i = 0; i < gaps.length; i++) {
      var above = gaps[i];
      while (table.named("rooms").isMissing(above)) {
        above--;
      }
      assertEquals(table.named("rooms").value(above), rows.column("rooms").value(i));
    }
    assertArrayEquals(downwards.encode(table, gaps).data, rows.with(List.of()).inputs().data);
  }
}
