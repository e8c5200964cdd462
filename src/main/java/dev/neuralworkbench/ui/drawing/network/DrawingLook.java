package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.ThemedCanvas.TextSizes;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** Colours and fonts of a drawing, from the style sheet; a new one whenever those change. */
final class DrawingLook {

  /** Steps from neutral to the end of each side. */
  private static final int STEPS = 16;

  private static final double SMALL = 0.86;
  private static final double INDEX = 0.72;

  /** Both sides, at a few sizes that a window goes through. */
  private static final int REMEMBERED = 8;

  private final Map<Ink, Color> inks;
  final Font font;
  final Font bold;
  final Font small;
  final Font index;
  final boolean dark;
  private final Color[] signed = new Color[2 * STEPS + 1];
  private final int[] argb = new int[2 * STEPS + 1];
  private final TextSizes texts;
  private final Map<Side, List<String>> fitted = new HashMap<>();

  private record Side(List<String> names, double most) {}

  DrawingLook(Map<Ink, Color> inks, Font font, TextSizes texts) {
    this.inks = new EnumMap<>(inks);
    this.font = font;
    this.texts = texts;
    bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
    small = Font.font(font.getFamily(), font.getSize() * SMALL);
    index = Font.font(font.getFamily(), font.getSize() * INDEX);
    dark = lightness(ink(Ink.BACKGROUND)) < lightness(ink(Ink.TEXT));
    for (var step = -STEPS; step <= STEPS; step++) {
      var end = ink(step < 0 ? Ink.NEGATIVE : Ink.POSITIVE);
      // The root tells the sign of a small weight, whose width tells its size.
      var share = Math.sqrt(Math.abs(step) / (double) STEPS);
      signed[step + STEPS] = ink(Ink.NEUTRAL).interpolate(end, share);
      // On a map, nothing is as pale as the ground.
      argb[step + STEPS] =
          RowImage.argb(ink(Ink.BACKGROUND).interpolate(end, Math.abs(step) / (double) STEPS));
    }
  }

  Color ink(Ink ink) {
    return inks.getOrDefault(ink, Color.GRAY);
  }

  /** The ink that stands out from a ground. */
  Color readable(Color ground) {
    var one = ink(Ink.TEXT);
    var other = ink(Ink.BACKGROUND);
    return distance(one, ground) >= distance(other, ground) ? one : other;
  }

  private static double distance(Color one, Color other) {
    return Math.abs(lightness(one) - lightness(other));
  }

  /** How light a colour looks: its lightness L* without the factors that all have in common. */
  private static double lightness(Color color) {
    return Math.cbrt(
        0.2126 * linear(color.getRed())
            + 0.7152 * linear(color.getGreen())
            + 0.0722 * linear(color.getBlue()));
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  double em() {
    return font.getSize();
  }

  int steps() {
    return signed.length;
  }

  /** The shade of a share of the scale, −1 to 1; neutral for NaN. */
  int step(double share) {
    return Double.isNaN(share) ? STEPS : STEPS + (int) Math.rint(Math.clamp(share, -1, 1) * STEPS);
  }

  Color shade(int step) {
    return signed[step];
  }

  int argb(int step) {
    return argb[step];
  }

  Color signed(double share) {
    return signed[step(share)];
  }

  /** The colour of a unit whose value is a share of the scale; NaN where it has none. */
  Color ground(double share) {
    return Double.isNaN(share) ? ink(Ink.BACKGROUND) : signed(share);
  }

  /** The colour of a ring for a bias that is a share of the scale; NaN where there is no bias. */
  Color ring(double share) {
    var end = ink(share < 0 ? Ink.NEGATIVE : Ink.POSITIVE);
    return Double.isNaN(share)
        ? ink(Ink.LINE)
        : ink(Ink.LINE).interpolate(end, Math.sqrt(Math.min(Math.abs(share), 1)));
  }

  /** Width of a line for a share of the scale, −1 to 1, in pixels; that of 0 for NaN. */
  double lineWidth(double share) {
    var size = Double.isNaN(share) ? 0 : Math.min(Math.abs(share), 1);
    return (0.05 + 0.35 * size) * em();
  }

  double width(String text, Font with) {
    return texts.width(text, with);
  }

  /** Each name as far as it fits, apart from the others; remembered, as weights are drawn often. */
  List<String> fitted(List<String> names, double most) {
    if (fitted.size() > REMEMBERED) {
      fitted.clear();
    }
    return fitted.computeIfAbsent(
        new Side(names, most), _ -> new SideNames(names, it -> width(it, font) <= most).shown());
  }

  /** Names beside units, shortened yet told apart. */
  record SideNames(List<String> names, Predicate<String> fits) {

    private static final int MOST = 40;
    private static final int FEWEST = 4;

    /** Each name, or what is shown of it; of one that never fits the shortest. */
    List<String> shown() {
      if (names.stream().allMatch(fits)) {
        return names;
      }
      var cuts =
          IntStream.iterate(MOST, it -> it >= FEWEST, it -> it - 1)
              .mapToObj(length -> Shortened.apart(names, length))
              .toList();
      return IntStream.range(0, names.size())
          .mapToObj(
              i ->
                  Stream.concat(Stream.of(names.get(i)), cuts.stream().map(it -> it.get(i)))
                      .filter(fits)
                      .findFirst()
                      .orElse(cuts.getLast().get(i)))
          .toList();
    }
  }
}
