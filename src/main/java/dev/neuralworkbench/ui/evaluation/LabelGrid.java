package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Texts in rows and columns: names in the first column, what belongs to them to its right. */
class LabelGrid extends GridPane {

  private static final int DIGITS = 4;

  final Label cell(int column, int row, String text, String style) {
    var label = Labels.whole(style);
    label.setText(text);
    if (column > 0) {
      GridPane.setHalignment(label, HPos.RIGHT);
    }
    add(label, column, row);
    return label;
  }

  /** Wrapped between words, not within one. */
  final void wrappedHead(int column, String text) {
    var label = cell(column, 0, text, "score-head");
    label.getStyleClass().add("narrow-head");
    label.setWrapText(true);
    label
        .minWidthProperty()
        .bind(Bindings.createDoubleBinding(() -> longestWord(label), label.fontProperty()));
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setTextAlignment(TextAlignment.RIGHT);
  }

  private static double longestWord(Label label) {
    var measure = new Text();
    measure.setFont(label.getFont());
    return Stream.of(label.getText().split(" "))
        .mapToDouble(
            word -> {
              measure.setText(word);
              return Math.ceil(measure.getLayoutBounds().getWidth());
            })
        .max()
        .orElse(0);
  }

  /** A score as the screen writes it: shares with three decimals, so that columns line up. */
  static String score(Metric metric, double value) {
    return metric.isInUnits() ? Numbers.significant(value, DIGITS) : Numbers.share(value);
  }
}
