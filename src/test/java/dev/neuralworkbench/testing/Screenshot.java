package dev.neuralworkbench.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/**
 * Pictures of a window, for people to look at. With {@code -Dscreenshots=true} tests write them
 * into {@code target/screenshots}; a test that fails leaves its own in any case.
 */
public final class Screenshot {

  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screenshot() {}

  /** Writes a picture of the scene as it shows now, where pictures are asked for. */
  public static void write(Scene scene, String name) {
    if (!Boolean.getBoolean("screenshots")) {
      return;
    }
    try {
      write(scene, Files.createDirectories(FOLDER).resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a picture of the scene as it shows now, or as it was when its window was closed. */
  static Path write(Scene scene, Path file) throws IOException {
    ImageIO.write(image(FxThread.call(() -> scene.snapshot(null))), "png", file.toFile());
    return file;
  }

  private static BufferedImage image(Image picture) {
    var width = (int) picture.getWidth();
    var height = (int) picture.getHeight();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
