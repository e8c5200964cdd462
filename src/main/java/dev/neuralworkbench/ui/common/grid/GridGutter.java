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

  private final List<Slot> slots = new ArrayList<>();

  private record Slot(Label label, Region mark, GridLook look) {}

  GridGutter() {
    getStyleClass().addAll("grid-gutter", "data");
    setManaged(false);
  }

  void show(GridContent content, GridWindow window, double width) {
    fit(window.slots());
    for (var i = 0; i < slots.size(); i++) {
      var row = window.first() + i;
      var isSeen = row < window.end();
      var name = isSeen ? content.mark(row) : null;
      var label = slots.get(i).label;
      var mark = slots.get(i).mark;
      label.setVisible(isSeen);
      mark.setVisible(name != null);
      if (isSeen) {
        label.setText(content.rowName(row));
        label.resizeRelocate(0, window.y(row), width, window.rowHeight());
        slots.get(i).look.show(name);
        var size = mark.prefWidth(-1);
        mark.resizeRelocate(
            size, Math.rint(window.y(row) + (window.rowHeight() - size) / 2), size, size);
      }
    }
  }

  private void fit(int count) {
    if (slots.size() == count) {
      return;
    }
    slots.clear();
    while (slots.size() < count) {
      var mark = Styling.as(new Region(), "row-mark");
      mark.setManaged(false);
      var label = Labels.line("grid-cell", "grid-number");
      label.setManaged(false);
      slots.add(new Slot(label, mark, new GridLook(mark)));
    }
    getChildren().setAll(slots.stream().<Node>map(Slot::label).toList());
    getChildren().addAll(slots.stream().map(Slot::mark).toList());
    applyCss();
  }
}
