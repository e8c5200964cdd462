package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.grid.GridMeasure.GridWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The seen cells of a column: row r is in label r modulo their number, so few texts change. */
final class GridColumnCells extends Pane {

  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass STRUCK = PseudoClass.getPseudoClass("struck");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final List<Label> labels = new ArrayList<>();
  private final List<GridLook> shades = new ArrayList<>();
  private int[] shown = {};
  private final GridLook look = new GridLook(this);
  private int column = -1;
  private @Nullable Label selected;

  GridColumnCells() {
    getStyleClass().addAll("grid-strip", "data");
    setManaged(false);
  }

  void forget() {
    Arrays.fill(shown, -1);
  }

  void show(
      GridContent content,
      int next,
      GridWindow window,
      GridCell cell,
      double width,
      GridBudget budget) {
    if (next != column) {
      column = next;
      forget();
    }
    fit(window.slots(), budget);
    look.show(content, column, cell.column() == column);
    for (var slot = 0; slot < labels.size(); slot++) {
      var row = window.first() + Math.floorMod(slot - window.first(), labels.size());
      var label = labels.get(slot);
      label.setVisible(row < window.end());
      if (row < window.end()) {
        if (shown[slot] != row) {
          shown[slot] = row;
          label.setText(content.text(row, column));
          shades.get(slot).show(content.shade(row, column));
          label.pseudoClassStateChanged(MISSING, content.isMissing(row, column));
          label.pseudoClassStateChanged(HEADING, content.isHeading(row));
          label.pseudoClassStateChanged(STRUCK, content.isStruck(row));
          label.pseudoClassStateChanged(CHANGED, content.isChanged(row, column));
        }
        label.resizeRelocate(0, window.y(row), width, window.rowHeight());
      }
    }
    mark(cell, window);
  }

  private void fit(int slots, GridBudget budget) {
    var before = labels.size();
    if (before == slots) {
      return;
    }
    if (before > slots) {
      labels.subList(slots, before).clear();
      shades.subList(slots, before).clear();
    }
    for (var more = budget.labels(slots - labels.size()); more > 0; more--) {
      var label = Labels.line("grid-cell");
      label.setManaged(false);
      labels.add(label);
      shades.add(new GridLook(label));
    }
    if (labels.size() != before) {
      getChildren().setAll(labels.toArray(Node[]::new));
      shown = new int[labels.size()];
      forget();
      applyCss();
    }
  }

  private void mark(GridCell cell, GridWindow window) {
    var end = Math.min(window.end(), window.first() + labels.size());
    var inside = cell.column() == column && cell.row() >= window.first() && cell.row() < end;
    var next = inside ? labels.get(cell.row() % labels.size()) : null;
    if (selected != null && !selected.equals(next)) {
      selected.pseudoClassStateChanged(GridLook.SELECTED, false);
    }
    selected = next;
    if (next != null) {
      next.pseudoClassStateChanged(GridLook.SELECTED, true);
    }
  }
}
