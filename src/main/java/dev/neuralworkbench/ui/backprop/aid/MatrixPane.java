package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.step.MatrixForm;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Styling;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A step in matrices: each with its name above, in the order of the formula. */
final class MatrixPane extends FlowPane {

  MatrixPane() {
    Styling.as(this, "#backprop-matrices", "matrices");
  }

  /** Shows a form; false where there is none. */
  boolean show(MatrixForm form, Decimals decimals) {
    getChildren().clear();
    for (var piece : form.pieces()) {
      var grid = Styling.as(new GridPane(), "matrix");
      for (var row = 0; row < piece.numbers().size(); row++) {
        for (var column = 0; column < piece.numbers().get(row).size(); column++) {
          double number = piece.numbers().get(row).get(column);
          var cell = label(Double.isNaN(number) ? "?" : decimals.text(number));
          GridPane.setHalignment(cell, HPos.RIGHT);
          grid.add(cell, column, row);
        }
      }
      var named = Styling.as(new VBox(label(piece.name()), grid), "matrix-named");
      getChildren().add(Styling.as(new HBox(label(piece.sign()), named), "matrix-piece"));
    }
    return !form.pieces().isEmpty();
  }

  private static Label label(String text) {
    var label = Labels.whole("data");
    label.setText(text);
    return label;
  }
}
