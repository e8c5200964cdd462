package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.testing.Growth;
import dev.neuralworkbench.testing.Growth.Work;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ManyOptionsTest {

  /** Half of the columns are left out, of the others the square is an input too. */
  private static Work options(int count) {
    var options = new TrainOptions();
    var columns = new ArrayList<Column>();
    for (var i = 0; i < count; i++) {
      columns.add(NumberColumn.of("n" + i, 1, i % 7, 3));
      if (i < count / 2) {
        options.columns.ignore.add("n" + i);
      } else {
        options.features.add("square=n" + i);
      }
    }
    columns.add(NumberColumn.of("y", 1, 2, 3));
    var data = DataReference.ofFile(new Table("t", columns, 3), ReadingChoices.NONE);
    return () -> {
      var preparation = ChosenExperiment.of(options, data).preparation();
      assertEquals(count / 2, preparation.inputs().size());
      assertEquals(count / 2, preparation.engineered().size());
    };
  }

  @Test
  void twiceAsManyAreTwiceTheWork() throws Exception {
    Growth.nearlyLinear("options", 2_000, 8_000, ManyOptionsTest::options);
  }
}
