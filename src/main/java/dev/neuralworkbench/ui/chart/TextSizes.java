package dev.neuralworkbench.ui.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Sizes of texts, each measured once: what changes many times a second says mostly the same. */
public final class TextSizes {

  private static final int MOST = 1_000;

  private final Map<String, Bounds> known = new HashMap<>();

  Bounds of(String text, Font font) {
    if (known.size() > MOST) {
      known.clear();
    }
    return known.computeIfAbsent(
        font.getName() + font.getSize() + text,
        _ -> {
          var node = new Text(text);
          node.setFont(font);
          return node.getLayoutBounds();
        });
  }

  public double width(String text, Font font) {
    return of(text, font).getWidth();
  }
}
