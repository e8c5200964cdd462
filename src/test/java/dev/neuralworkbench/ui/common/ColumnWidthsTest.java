package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.testing.FxThread;
import java.util.HashMap;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

  @Test
  void widthsDraggedLastAreKeptHoweverManyColumnsThereAre() {
    var kept = new HashMap<String, Double>();
    for (var i = 0; i < 500; i++) {
      kept.put("data.kept" + i, 3.0);
    }
    var widths = new ColumnWidths(kept);
    FxThread.run(
        () -> {
          var table = new Region();
          var scene = new Scene(table);
          widths.install(scene.getRoot());
          for (var i = 0; i < 400; i++) {
            ColumnWidths.choose(table, "data." + i, i);
          }
          assertEquals(399, ColumnWidths.get(table, "data.399", -1));
          assertEquals(-1, ColumnWidths.get(table, "data.kept0", -1));
        });
    assertEquals(400, widths.all().size());
    assertFalse(widths.all().containsKey("data.kept499"));
  }
}
