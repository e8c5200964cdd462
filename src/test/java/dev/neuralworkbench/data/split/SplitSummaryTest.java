package dev.neuralworkbench.data.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitSummaryTest {

  @Test
  void partsAreThoseThatThePreparedDataHave() {
    var table = BundledSample.IRIS.table();
    var preparation = Preparation.defaults(table);
    var summary = SplitSummary.of(preparation, table);
    var prepared = PreparedData.of(preparation, table);
    assertEquals(prepared.training().rows(), summary.rows(RowPart.TRAINING));
    assertEquals(prepared.validation().rows(), summary.rows(RowPart.VALIDATION));
    assertEquals(prepared.test().rows(), summary.rows(RowPart.TEST));
    assertEquals(150, summary.rows());
    assertTrue(
        Arrays.stream(prepared.validation().sourceRows())
            .allMatch(row -> summary.partOfRow()[row] == RowPart.VALIDATION));
  }

  @Test
  void classesOfEachPartAreCounted() {
    var table = BundledSample.IRIS.table();
    var preparation = Preparation.defaults(table);
    var summary = SplitSummary.of(preparation, table);
    assertEquals(List.of("setosa", "versicolor", "virginica"), summary.classes());
    var species = Objects.requireNonNull(table.column("species"));
    for (var part : RowPart.values()) {
      for (var c = 0; c < 3; c++) {
        var name = summary.classes().get(c);
        var expected =
            IntStream.range(0, 150)
                .filter(row -> summary.partOfRow()[row] == part && species.text(row).equals(name))
                .count();
        assertEquals(expected, summary.rows(c, part), name + " in " + part);
      }
    }
  }

  @Test
  void rowsThatCannotBeLearnedFromAreInNoPartAndCounted() {
    var table =
        Table.of(
            "t",
            NumberColumn.of("x", 1, Double.NaN, 3, 4),
            NumberColumn.of("y", 1.5, 2.5, Double.NaN, 4.5));
    var preparation = Preparation.defaults(table).withMissing(MissingValues.DROP_ROW);
    var summary = SplitSummary.of(preparation, table);
    assertEquals(1, summary.usable().withoutTarget());
    assertEquals(1, summary.usable().incomplete());
    assertNull(summary.partOfRow()[1]);
    assertNull(summary.partOfRow()[2]);
    assertEquals(RowPart.TRAINING, summary.partOfRow()[0]);
    assertEquals(List.of(), summary.classes());
  }
}
