package dev.neuralworkbench.ui.workspace.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row entered by hand is the network's as the same row of a table is. */
class RowByHandTest {

  private static final Table TABLE =
      Tables.parse(
          "day,size,kind,y",
          "2024-01-05,1,a,p",
          ",,b,q",
          "2024-03-09,,,p",
          "2024-02-11,4,a,q",
          "2024-05-21,2.5,b,p");
  private static final int[] ALL = {0, 1, 2, 3, 4};

  private static Preprocessor fit(MissingValues missing) {
    var preparation =
        Preparation.defaults(TABLE)
            .withRole(0, ColumnRole.INPUT, TABLE)
            .withFeatures(
                List.of(
                    Feature.of(Feature.Kind.MISSING, "size"),
                    Feature.of(Feature.Kind.SQUARE, "size")))
            .withMissing(missing);
    return Preprocessor.fit(preparation, TABLE, ALL);
  }

  @Test
  void whatIsMissingInTheTableIsMissingInTheForm() {
    var preprocessor = fit(MissingValues.MEAN);
    var form = RowForm.ofAnything(preprocessor, "predict");
    var expected = preprocessor.encode(TABLE, ALL);
    var width = preprocessor.inputCount();
    for (var row : ALL) {
      form.fill(TABLE, row);
      assertTrue(form.isReadable());
      var entered = new float[width];
      preprocessor.encode(form.row(), entered, 0);
      var ofTable = new float[width];
      System.arraycopy(expected.data, row * width, ofTable, 0, width);
      assertArrayEquals(ofTable, entered, "row " + row);
    }
  }

  @Test
  void aDateThatIsNoneIsTold() {
    var form = RowForm.ofAnything(fit(MissingValues.MEAN), "predict");
    var date = (RowInput.OfDate) form.inputs().getFirst();
    date.choice().choose("soon");
    assertFalse(form.isReadable());
    assertEquals("predict.problem.date", date.choice().problems().getValue().getFirst().key());
    date.choice().choose("");
    assertTrue(form.isReadable());
  }

  @Test
  void whereRowsThatLackAreLeftOutNothingMayBeEmpty() {
    var form = RowForm.ofAnything(fit(MissingValues.DROP_ROW), "predict");
    form.fill(TABLE, 2);
    assertFalse(Double.isNaN(form.row().number(1)));
    var date = (RowInput.OfDate) form.inputs().getFirst();
    date.choice().choose("");
    assertFalse(form.isReadable());
  }
}
