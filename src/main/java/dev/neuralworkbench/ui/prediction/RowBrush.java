package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.ui.workspace.entry.RowForm;
import dev.neuralworkbench.ui.workspace.entry.RowInput;

/** Draws into the form of a row that is an image, with a soft brush. */
record RowBrush(RowForm form, Pixels pixels) {

  /** Pixels of a side up to which a line is one pixel broad, about. */
  private static final double COARSE = 14;

  /** How far from the brush, in its radii, nothing is drawn. */
  private static final double REACH = 1.25;

  /** A pixel becomes the greatest number below the place, less beside it, or the least if wiped. */
  void stroke(double column, double row, boolean wipes) {
    var side = pixels.side();
    var radius = Math.max(1, side / COARSE);
    for (var pixel = 0; pixel < side * side; pixel++) {
      var away = Math.hypot(pixel % side + 0.5 - column, Math.floorDiv(pixel, side) + 0.5 - row);
      var share = Math.clamp(REACH - away / radius, 0, 1);
      if (share > 0) {
        var value = pixels.least() + share * (pixels.greatest() - pixels.least());
        enter(pixel, wipes ? pixels.least() : value, wipes);
      }
    }
  }

  void wipe() {
    for (var pixel = 0; pixel < pixels.side() * pixels.side(); pixel++) {
      enter(pixel, pixels.least(), true);
    }
  }

  /** What is drawn does not become paler by a stroke beside it. */
  private void enter(int pixel, double value, boolean wipes) {
    if (form.inputs().get(pixel) instanceof RowInput.OfNumber number
        && (wipes || number.choice().value().getValue() < value)) {
      number.enterRounded(value);
    }
  }
}
