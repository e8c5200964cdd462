package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.common.Labels;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Texts in rows and columns: names in the first column, what belongs to them to its right. */
class TextGrid extends GridPane {

  final Label cell(int column, int row, String text, String style) {
    var label = Labels.whole(style);
    label.setText(text);
    if (column > 0) {
      GridPane.setHalignment(label, HPos.RIGHT);
    }
    add(label, column, row);
    return label;
  }
}
