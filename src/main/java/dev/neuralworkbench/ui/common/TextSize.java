package dev.neuralworkbench.ui.common;

import java.util.Arrays;
import java.util.List;

/** The user's choice of how large everything is: all sizes are in units of the text. */
public enum TextSize {
  PERCENT_80(80),
  PERCENT_90(90),
  PERCENT_100(100),
  PERCENT_110(110),
  PERCENT_125(125),
  PERCENT_150(150),
  PERCENT_175(175),
  PERCENT_200(200);

  public final int percent;

  TextSize(int percent) {
    this.percent = percent;
  }

  public double factor() {
    return percent / 100.0;
  }

  /** So many sizes larger, or smaller; the last one where there are no more. */
  public TextSize step(int by) {
    var all = List.of(values());
    return all.get(Math.clamp(all.indexOf(this) + by, 0, all.size() - 1));
  }

  public String nameKey() {
    return "textsize." + percent;
  }

  public static TextSize of(int percent) {
    return Arrays.stream(values())
        .filter(size -> size.percent == percent)
        .findFirst()
        .orElse(PERCENT_100);
  }
}
