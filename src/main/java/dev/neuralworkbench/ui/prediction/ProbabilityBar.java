package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.ClassMark;
import dev.neuralworkbench.ui.common.FittedName;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Styled;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Name, bar and percent of one class. */
final class ProbabilityBar extends Region {

  /** A longer name of a class leaves no room for its bar. */
  static final int LONGEST_NAME = 20;

  private static final double LEAST_SHOWN = 0.0005;

  private final FittedName name;
  private final Label percent = Labels.whole("bar-percent");
  private final Region fill;
  private double share;

  ProbabilityBar(FittedName name, int index) {
    this.name = name;
    fill = Styled.as(new Region(), "bar-fill", ClassMark.color(index));
    name.getStyleClass().addAll("bar-name", "data");
    percent.setId("predict-percent-" + index);
    getStyleClass().addAll("bar", "data");
    getChildren().add(fill);
  }

  Label name() {
    return name;
  }

  Label percent() {
    return percent;
  }

  void show(double probability) {
    share = probability;
    percent.setText(text(probability));
    setAccessibleText(name.name() + " " + percent.getText());
    requestLayout();
  }

  /** The probability as a percentage, with one decimal; nothing certain is claimed that is not. */
  static String text(double probability) {
    if (probability > 0 && probability < LEAST_SHOWN) {
      return "< 0.1 %";
    } else if (probability < 1 && probability > 1 - LEAST_SHOWN) {
      return "> 99.9 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }

  @Override
  protected void layoutChildren() {
    fill.resizeRelocate(0, 0, snapSizeX(share * getWidth()), getHeight());
  }
}
