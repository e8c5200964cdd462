package dev.neuralworkbench.ui.drawing.image;

import java.util.function.IntUnaryOperator;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Pictures made of pixels. */
public final class PixelPicture {

  private PixelPicture() {}

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
