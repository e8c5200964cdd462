package dev.neuralworkbench.ui.drawing.image;

import dev.neuralworkbench.data.encode.Pixels;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A row whose inputs are pixels, from the upper left to the lower right. Immutable.
 *
 * @param shares of each pixel, in [0, 1]; in [−1, 1] of what may be below 0
 * @param isGray whether 0 is black and 1 white; otherwise they are the colors of paper and ink
 */
@SuppressWarnings("ArrayRecordComponent") // shared, and compared by identity
public record RowImage(int side, float[] shares, boolean isGray) {

  public RowImage(int side, float[] shares) {
    this(side, shares, false);
  }

  /** Of the number of each pixel, in the units of the table. */
  public RowImage(Pixels pixels, IntToDoubleFunction values) {
    var shares = new float[pixels.side() * pixels.side()];
    for (var i = 0; i < shares.length; i++) {
      shares[i] = pixels.share(values.applyAsDouble(i));
    }
    this(pixels.side(), shares, pixels.isGray());
  }

  public WritableImage drawn(Color none, Color above, Color below) {
    return of(
        side,
        side,
        i ->
            argb(
                isGray
                    ? Color.gray(shares[i])
                    : none.interpolate(shares[i] < 0 ? below : above, Math.abs(shares[i]))));
  }

  /** Of colours as {@link #argb} has them, row by row from the upper left. */
  public static WritableImage of(int width, int height, IntUnaryOperator argb) {
    var pixels = new int[width * height];
    for (var i = 0; i < pixels.length; i++) {
      pixels[i] = argb.applyAsInt(i);
    }
    var image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }

  public static int argb(Color color) {
    return 0xff000000
        | (int) Math.rint(255 * color.getRed()) << 16
        | (int) Math.rint(255 * color.getGreen()) << 8
        | (int) Math.rint(255 * color.getBlue());
  }
}
