package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** A chart as it was, with a picture unless it is empty; may be written on any thread. */
public record ChartImage(
    String title, double width, double height, ChartLook look, @Nullable ChartPicture picture) {

  public static final int SCALE = 3;

  private static final int MARGIN = 12;

  /** Writes a PNG of three times the chart's size on the screen, sharp enough for print. */
  public void writePng(Path file) throws NotSavedException {
    writePng(file, this::draw);
  }

  /** Writes a picture of that size, with a margin in the color of its corner. */
  public static void writePng(Path file, Image shown) throws NotSavedException {
    writePng(file, () -> aired(shown));
  }

  private static BufferedImage aired(Image shown) {
    var pixels = shown.getPixelReader();
    var width = (int) shown.getWidth();
    var height = (int) shown.getHeight();
    var air = MARGIN * SCALE;
    var image = new BufferedImage(width + 2 * air, height + 2 * air, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        var isIn = x >= air && y >= air && x < air + width && y < air + height;
        image.setRGB(x, y, isIn ? pixels.getArgb(x - air, y - air) : pixels.getArgb(0, 0));
      }
    }
    return image;
  }

  private static void writePng(Path file, Supplier<BufferedImage> picture)
      throws NotSavedException {
    AtomicFile.writeBytes(
        file,
        out -> {
          try (var image = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture.get(), "png", image)) {
              throw new IllegalStateException("no PNG writer");
            }
          }
        });
  }

  BufferedImage draw() {
    var image =
        new BufferedImage(
            (int) Math.ceil((width + 2 * MARGIN) * SCALE),
            (int) Math.ceil((head() + height + 2 * MARGIN) * SCALE),
            BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setPaint(look.ink(Ink.BACKGROUND));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.scale(SCALE, SCALE);
    graphics.translate(MARGIN, MARGIN);
    graphics.setFont(look.font().deriveFont(Font.BOLD));
    graphics.setPaint(look.ink(Ink.TEXT));
    graphics.drawString(title, 0, graphics.getFontMetrics().getAscent());
    graphics.translate(0, head());
    if (picture != null) {
      picture.draw(graphics, width, height, look);
    }
    graphics.dispose();
    return image;
  }

  private double head() {
    return 2 * look.font().getSize2D();
  }
}
