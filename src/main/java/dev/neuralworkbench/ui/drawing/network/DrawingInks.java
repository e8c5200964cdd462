package dev.neuralworkbench.ui.drawing.network;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleableObjectProperty;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The colours that the style sheet gives to a drawing, and the look made of them and its font. */
final class DrawingInks {

  private final Map<DrawingInk, StyleableObjectProperty<Color>> inks =
      new EnumMap<>(DrawingInk.class);
  private @Nullable DrawingLook look;

  /**
   * @param changed told whenever a colour changes
   */
  DrawingInks(NetworkDrawing of, Runnable changed) {
    for (var ink : DrawingInk.values()) {
      var property =
          new SimpleStyleableObjectProperty<>(ink.metaData(), of, ink.name(), Color.GRAY);
      inks.put(ink, property);
      property.subscribe(
          () -> {
            forget();
            changed.run();
          });
    }
  }

  StyleableObjectProperty<Color> of(DrawingInk ink) {
    var property = inks.get(ink);
    if (property == null) {
      throw new IllegalArgumentException("expected an ink, got " + ink);
    }
    return property;
  }

  void forget() {
    look = null;
  }

  DrawingLook look(Font font) {
    var known = look;
    if (known == null) {
      var colors = new EnumMap<DrawingInk, Color>(DrawingInk.class);
      inks.forEach((ink, property) -> colors.put(ink, property.get()));
      known = new DrawingLook(colors, font);
      look = known;
    }
    return known;
  }
}
