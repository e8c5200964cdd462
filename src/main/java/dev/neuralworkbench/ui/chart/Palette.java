package dev.neuralworkbench.ui.chart;

import java.awt.Color;

public record Palette(Tints tints, ChartLook look) {

  /** How strongly a sure answer covers the ground: points must stay visible on it. */
  private static final double COVER = 0.55;

  public Color color(float shade) {
    if (Float.isNaN(shade)) {
      return look.ink(Ink.TEXT);
    }
    return switch (tints) {
      case Tints.Classes _ -> look.ink(Ink.CLASSES.get((int) shade % Ink.CLASSES.size()));
      case Tints.Plain _ -> look.ink(Ink.MUTED);
      case Tints.Values values -> onScale(values.share(shade));
      case Tints.Signed signed -> signed(shade / signed.end());
    };
  }

  public int ground(float shade, float certainty) {
    if (tints instanceof Tints.Classes classes) {
      var chance = 1.0 / Math.max(classes.names().size(), 2);
      var sure = Math.clamp((certainty - chance) / (1 - chance), 0, 1);
      return ChartLook.mix(look.ink(Ink.BACKGROUND), color(shade), COVER * sure).getRGB();
    }
    if (Float.isNaN(shade)) {
      return look.ink(Ink.BACKGROUND).getRGB();
    } else if (tints instanceof Tints.Signed) {
      return color(shade).getRGB();
    }
    return ChartLook.mix(look.ink(Ink.BACKGROUND), color(shade), 0.8).getRGB();
  }

  private Color onScale(double share) {
    var place = share * 2;
    return place < 1
        ? ChartLook.mix(look.ink(Ink.LOW), look.ink(Ink.MIDDLE), place)
        : ChartLook.mix(look.ink(Ink.MIDDLE), look.ink(Ink.HIGH), place - 1);
  }

  private Color signed(double share) {
    return ChartLook.mix(
        look.ink(Ink.BACKGROUND),
        look.ink(share < 0 ? Ink.NEGATIVE : Ink.POSITIVE),
        Math.min(Math.abs(share), 1));
  }
}
