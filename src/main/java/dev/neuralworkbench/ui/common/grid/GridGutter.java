package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.grid.GridMeasure.GridWindow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

final class GridGutter extends Pane {

  private final List<Label> labels = new ArrayList<>();
  private final List<Region> marks = new ArrayList<>();
  private final List<GridLook> looks = new ArrayList<>();

  GridGutter() {
    getStyleClass().addAll("grid-gutter", "data");
    setManaged(false);
  }

  void show(GridContent content, GridWindow window, double width) {
    fit(window.slots());
    for (var slot = 0; slot < labels.size(); slot++) {
      var row = window.first() + slot;
      var label = labels.get(slot);
      label.setVisible(row < window.end());
      if (row >= window.end()) {
        marks.get(slot).setVisible(false);
      } else {
        label.setText(content.rowName(row));
        var name = content.mark(row);
        looks.get(slot).show(name);
        label.resizeRelocate(0, window.y(row), width, window.rowHeight());
        var mark = marks.get(slot);
        mark.setVisible(name != null);
        var size = mark.prefWidth(-1);
        mark.resizeRelocate(
            size, Math.rint(window.y(row) + (window.rowHeight() - size) / 2), size, size);
      }
    }
  }

  private void fit(int slots) {
    if (labels.size() == slots) {
      return;
    }
    labels.clear();
    marks.clear();
    looks.clear();
    for (var slot = 0; slot < slots; slot++) {
      var mark = Styling.as(new Region(), "row-mark");
      mark.setManaged(false);
      var label = Labels.line("grid-cell", "grid-number");
      label.setManaged(false);
      labels.add(label);
      marks.add(mark);
      looks.add(new GridLook(mark));
    }
    getChildren().setAll(labels.toArray(Node[]::new));
    getChildren().addAll(marks);
    applyCss();
  }
}
