package dev.neuralworkbench.data.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.MachineSpeed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large tables are looked through in seconds. */
@Tag("slow")
class TrapTimeTest {

  private static final double MOST_SECONDS = 8;

  @Test
  void aMillionRowsOfTenColumnsWithACopyOfEveryTwentieth() {
    var planted =
        Planted.make("million", Trap.Kind.DUPLICATES, 950_000, 1)
            .texts("town", (it, i) -> "t" + it.draw(i, 300))
            .numbers("age", (it, i) -> it.draw(i + 1, 90))
            .numbers("patient", (it, i) -> it.draw(i + 2, 200_000))
            .honest(6)
            .classes()
            .copied(19);
    assertEquals(1_000_000, planted.table().rows());
    assertEquals(10, planted.table().columns().size());
    assertEquals(
        List.of(Trap.Kind.DUPLICATES),
        TrapsTest.kinds(timed(planted.preparation(), planted.table())));
  }

  @Test
  void sixtyThousandImages() {
    var columns = new ArrayList<Column>();
    for (var c = 0; c < 784; c++) {
      var pixel = c;
      columns.add(
          NumberColumn.of(
              "p" + c,
              IntStream.range(0, 60_000)
                  .mapToDouble(i -> (i * 7919L + pixel * 31L) % 251)
                  .toArray()));
    }
    columns.add(
        NumberColumn.of(
            "digit", IntStream.range(0, 60_000).mapToDouble(i -> i * 31 % 10).toArray()));
    var table = new Table("images", columns, 60_000);
    timed(Preparation.defaults(table), table);
  }

  private static List<Trap> timed(Preparation preparation, Table table) {
    var start = System.nanoTime();
    var found = Traps.of(preparation, table, Progress.NONE);
    var seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds < MOST_SECONDS * MachineSpeed.measure().clock(), "took " + seconds + " s");
    return found;
  }
}
