package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.scene.control.Slider;

/**
 * What if this number were another: moves it through the range that the model was trained on, in
 * steps of a hundredth or so; a number outside stands at the end.
 */
final class InputSlider extends Slider {

  /** About so many steps from end to end. */
  private static final double STEPS = 100;

  private final int decimals;
  private final double ofMissing;
  private boolean following;

  /**
   * @param least one end, which is below the other
   * @param ofMissing where it stands for a number that is missing
   */
  InputSlider(Choice<Double> choice, double least, double greatest, double ofMissing) {
    super(least, greatest, least);
    this.ofMissing = ofMissing;
    // Of the largest power of ten that is no longer than a step.
    decimals = (int) -Math.floor(Math.log10((greatest - least) / STEPS));
    Styled.as(this, "input-slider", "small", "data");
    setBlockIncrement((greatest - least) / STEPS);
    WhileInScene.subscribe(this, () -> choice.value().subscribe(this::follow));
    valueProperty()
        .addListener(
            (_, _, value) -> {
              if (!following) {
                choice.choose(rounded(value.doubleValue()));
              }
            });
  }

  /** The choice's own number may lie outside, or between two steps. */
  private void follow(double chosen) {
    var shown = Double.isNaN(chosen) ? ofMissing : chosen;
    if (rounded(getValue()) != shown) {
      following = true;
      setValue(shown);
      following = false;
    }
  }

  /** Rounding leads out of the range at neither end. */
  private double rounded(double value) {
    var round = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    return Math.clamp(round, getMin(), getMax());
  }
}
