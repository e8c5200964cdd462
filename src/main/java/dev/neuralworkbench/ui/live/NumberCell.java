package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A number under its name, in a cell whose width is the same whatever the number. */
final class NumberCell extends VBox {

  private static final MathContext DIGITS = new MathContext(3);
  private static final int DECIMALS = 3;
  private static final double LEAST_PLAIN = 1e-4;
  private static final double MOST_PLAIN = 1e5;

  private final Label number;

  NumberCell(String id, ObservableValue<String> name) {
    number = Labels.whole("#" + id, "headline-number");
    getStyleClass().add("headline-cell");
    getChildren().setAll(Labels.whole(name, "#" + id + "-name", "headline-name"), number);
    Styled.as(this, "#" + id + "-cell");
  }

  NumberCell with(ObservableValue<String> tip) {
    Tooltips.install(this, tip);
    return this;
  }

  void showLoss(double loss) {
    number.setText(loss(loss));
  }

  void showScore(double score) {
    number.setText(score(score));
  }

  /** Three digits, the last ones too where they are 0. */
  static String loss(double loss) {
    var size = Math.abs(loss);
    if (!Double.isFinite(loss) || (size != 0 && (size < LEAST_PLAIN || size >= MOST_PLAIN))) {
      return Double.isNaN(loss)
          ? "–"
          : Numbers.typeset(Numbers.rounded(loss, DIGITS.getPrecision()));
    }
    var rounded = new BigDecimal(loss).round(DIGITS);
    var decimals = DIGITS.getPrecision() - (rounded.precision() - rounded.scale());
    return Numbers.typeset(rounded.setScale(Math.max(0, decimals)).toPlainString());
  }

  /** Three decimals, unless it is far below 0, as R² may be. */
  static String score(double score) {
    return Double.isFinite(score) && Math.abs(score) < 100
        ? Numbers.typeset(
            new BigDecimal(score).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString())
        : loss(score);
  }
}
