package dev.neuralworkbench.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Pictures of a window, for people to look at, in {@code target/screenshots}. */
public final class Screenshot {

  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screenshot() {}

  /** Writes a picture of the scene as it shows now. */
  public static Path write(Scene scene, String name) {
    var image = image(FxThread.call(() -> scene.snapshot(null)));
    try {
      var file = Files.createDirectories(FOLDER).resolve(name + ".png");
      ImageIO.write(image, "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage image(Image picture) {
    var width = (int) picture.getWidth();
    var height = (int) picture.getHeight();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
      }
    }
    return image;
  }
}
