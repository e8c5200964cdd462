package dev.neuralworkbench.ui.workspace.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.TextColumn;
import org.junit.jupiter.api.Test;

class RowFormTest {

  @Test
  void numberOfATextColumnIsEnteredAsItsFileWritesIt() throws TableFormatException {
    var numbers = TableReader.parse("n.csv", "a;y\n" + "6,5;1\n7,5;2\n8,5;4\n".repeat(8));
    var form =
        RowForm.ofAnything(
            PreparedData.of(Preparation.defaults(numbers), numbers).preprocessor(), "predict");
    var slips = TableReader.parse("s.csv", "a;b\n6,5;1\n1.337;2\nabc;3\n7,5;4\n08;5\n");
    assertInstanceOf(TextColumn.class, slips.column("a"));
    form.fill(slips, 0);
    assertEquals(6.5, form.inputs().getFirst().choice().value().getValue());
  }
}
