package dev.neuralworkbench.ui.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.EnumMap;
import java.util.Map;

/**
 * Colours and font of a chart, as AWT knows them, taken from the style sheet.
 *
 * @param inks a colour for each ink
 * @param font the window's font
 */
public record ChartLook(Map<Ink, Color> inks, Font font) {

  public ChartLook {
    inks = new EnumMap<>(inks);
  }

  public Color ink(Ink ink) {
    return inks.getOrDefault(ink, Color.GRAY);
  }

  /** The ink mixed with the background, as if so opaque. */
  public Color pale(Ink ink, double opacity) {
    var color = ink(ink);
    var background = ink(Ink.BACKGROUND);
    return new Color(
        mix(color.getRed(), background.getRed(), opacity),
        mix(color.getGreen(), background.getGreen(), opacity),
        mix(color.getBlue(), background.getBlue(), opacity));
  }

  /** The background, nearly opaque: laid under text that lines may cross. */
  public Color veil() {
    var background = ink(Ink.BACKGROUND);
    return new Color(background.getRed(), background.getGreen(), background.getBlue(), 200);
  }

  private static int mix(int over, int under, double opacity) {
    return (int) Math.round(over * opacity + under * (1 - opacity));
  }

  static Color awt(javafx.scene.paint.Color color) {
    return new Color(
        (float) color.getRed(),
        (float) color.getGreen(),
        (float) color.getBlue(),
        (float) color.getOpacity());
  }
}
