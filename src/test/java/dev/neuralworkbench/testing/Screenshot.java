package dev.neuralworkbench.testing;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of a window, for people to look at. With {@code -Dscreenshots=true} tests write them
 * into {@code target/screenshots}; a test that fails leaves its own in any case.
 */
public final class Screenshot {

  private static final Path FOLDER = Path.of("target", "screenshots");

  /** Corners of a pointer after its tip. */
  private static final double[][] ARROW = {
    {0, 17}, {4, 13.5}, {6.5, 19.5}, {9.5, 18.2}, {7, 12.5}, {12.2, 12.2}
  };

  private Screenshot() {}

  /** Writes a picture of the scene as it shows now, where pictures are asked for. */
  public static void write(Scene scene, String name) {
    write(scene, name, null);
  }

  /** The same with a pointer, which the system draws and not the scene; null for none. */
  public static void write(Scene scene, String name, @Nullable Point2D pointer) {
    if (!Boolean.getBoolean("screenshots")) {
      return;
    }
    try {
      var picture = image(FxThread.call(() -> scene.snapshot(null)));
      if (pointer != null) {
        point(picture, pointer);
      }
      var file = FOLDER.resolve(name + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void point(BufferedImage picture, Point2D at) {
    var arrow = new Path2D.Double();
    arrow.moveTo(at.getX(), at.getY());
    for (var corner : ARROW) {
      arrow.lineTo(at.getX() + corner[0], at.getY() + corner[1]);
    }
    arrow.closePath();
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.BLACK);
    pen.fill(arrow);
    pen.setColor(Color.WHITE);
    pen.draw(arrow);
    pen.dispose();
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
