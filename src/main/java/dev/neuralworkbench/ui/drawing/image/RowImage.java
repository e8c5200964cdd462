package dev.neuralworkbench.ui.drawing.image;

import dev.neuralworkbench.data.encode.Pixels;
import java.util.function.IntToDoubleFunction;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A row whose inputs are pixels, from the upper left to the lower right. Immutable. */
public final class RowImage {

  private final int side;
  private final float[] shares;

  /** Of the number of each pixel, in the units of the table. */
  public RowImage(Pixels pixels, IntToDoubleFunction values) {
    side = pixels.side();
    shares = new float[side * side];
    for (var i = 0; i < shares.length; i++) {
      shares[i] = pixels.share(values.applyAsDouble(i));
    }
  }

  public int side() {
    return side;
  }

  public WritableImage drawn(Color least, Color greatest) {
    return PixelPicture.of(
        side, side, i -> PixelPicture.argb(least.interpolate(greatest, shares[i])));
  }
}
