package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.testing.FxThread;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

  @Test
  void widthsDraggedLastAreKeptHoweverManyColumnsThereAre() {
    var widths = new ColumnWidths(Map.of("data.first", 3.0));
    FxThread.run(
        () -> {
          var table = new Region();
          var scene = new Scene(table);
          widths.install(scene.getRoot());
          for (var i = 0; i < 400; i++) {
            ColumnWidths.choose(table, "data." + i, i);
          }
          assertEquals(399, ColumnWidths.get(table, "data.399", -1));
          assertEquals(-1, ColumnWidths.get(table, "data.first", -1));
        });
    assertEquals(400, widths.all().size());
    assertFalse(widths.all().containsKey("data.first"));
  }
}
