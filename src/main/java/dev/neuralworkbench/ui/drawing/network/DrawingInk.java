package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.problem.Ids;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A colour that the style sheet gives to a drawing, as {@code -drawing-text} for {@code TEXT}. */
enum DrawingInk {
  TEXT,
  MUTED,
  LINE,
  BACKGROUND,
  NEGATIVE,
  NEUTRAL,
  POSITIVE,
  FOCUS;

  private static final Map<DrawingInk, CssMetaData<NetworkDrawing, Color>> META_DATA =
      new EnumMap<>(DrawingInk.class);

  static {
    for (var ink : values()) {
      META_DATA.put(ink, ink.newMetaData());
    }
  }

  /** How the style sheet reaches the inks, beside all that it reaches of a region. */
  static final List<CssMetaData<? extends Styleable, ?>> WITH_REGION =
      Stream.<CssMetaData<? extends Styleable, ?>>concat(
              Region.getClassCssMetaData().stream(), META_DATA.values().stream())
          .toList();

  CssMetaData<NetworkDrawing, Color> metaData() {
    return META_DATA.getOrDefault(this, newMetaData());
  }

  private CssMetaData<NetworkDrawing, Color> newMetaData() {
    return new CssMetaData<>(
        "-drawing-" + Ids.of(this), StyleConverter.getColorConverter(), Color.GRAY) {
      @Override
      public boolean isSettable(NetworkDrawing drawing) {
        return true;
      }

      @Override
      public StyleableProperty<Color> getStyleableProperty(NetworkDrawing drawing) {
        return drawing.ink(DrawingInk.this);
      }
    };
  }
}
