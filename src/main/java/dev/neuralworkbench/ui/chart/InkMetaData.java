package dev.neuralworkbench.ui.chart;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.StyleableProperty;
import javafx.scene.paint.Color;

/** How the style sheet reaches an ink of a chart. */
final class InkMetaData extends CssMetaData<ThemedChart, Color> {

  /** One for each ink. */
  static final Map<Ink, InkMetaData> ALL = new EnumMap<>(Ink.class);

  static {
    for (var ink : Ink.values()) {
      ALL.put(ink, new InkMetaData(ink));
    }
  }

  private final Ink ink;

  private InkMetaData(Ink ink) {
    super(
        "-chart-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        StyleConverter.getColorConverter(),
        Color.GRAY);
    this.ink = ink;
  }

  @Override
  public boolean isSettable(ThemedChart chart) {
    return true;
  }

  @Override
  public StyleableProperty<Color> getStyleableProperty(ThemedChart chart) {
    return chart.ink(ink);
  }
}
