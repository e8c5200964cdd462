package dev.neuralworkbench.testing;

import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/** How well a colour is told from another. */
public final class Contrast {

  private Contrast() {}

  /** Contrast ratio of WCAG 2.2, 1 to 21. */
  public static double of(Color one, Color other) {
    var a = luminance(one) + 0.05;
    var b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color color) {
    var rgb = linear(color);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  /** Red, green and blue as amounts of light, 0 to 1 (sRGB). */
  public static double[] linear(Color color) {
    return IntStream.range(0, 3)
        .mapToDouble(
            i -> {
              var c = i == 0 ? color.getRed() : i == 1 ? color.getGreen() : color.getBlue();
              return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
            })
        .toArray();
  }
}
