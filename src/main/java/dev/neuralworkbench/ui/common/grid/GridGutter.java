package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.grid.GridMeasure.GridWindow;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

final class GridGutter extends Pane {

  private final List<Label> labels = new ArrayList<>();
  private final List<Region> marks = new ArrayList<>();
  private final List<@Nullable PseudoClass> looks = new ArrayList<>();

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
        mark(slot, content.mark(row));
        label.resizeRelocate(0, window.y(row), width, window.rowHeight());
        var mark = marks.get(slot);
        var size = mark.prefWidth(-1);
        mark.resizeRelocate(
            size, Math.rint(window.y(row) + (window.rowHeight() - size) / 2), size, size);
      }
    }
  }

  private void mark(int slot, @Nullable String name) {
    var next = name == null ? null : PseudoClass.getPseudoClass(name);
    var before = looks.get(slot);
    var mark = marks.get(slot);
    mark.setVisible(next != null && labels.get(slot).isVisible());
    if (before != null && !before.equals(next)) {
      mark.pseudoClassStateChanged(before, false);
    }
    looks.set(slot, next);
    if (next != null) {
      mark.pseudoClassStateChanged(next, true);
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
      looks.add(null);
    }
    getChildren().setAll(labels.toArray(Node[]::new));
    getChildren().addAll(marks);
    applyCss();
  }
}
