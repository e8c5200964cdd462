package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
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

  /** Writes a picture of that size. */
  public static void writePng(Path file, Image shown) throws NotSavedException {
    var width = (int) shown.getWidth();
    var image = new BufferedImage(width, (int) shown.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pixels = new int[width * image.getHeight()];
    var format = PixelFormat.getIntArgbInstance();
    shown.getPixelReader().getPixels(0, 0, width, image.getHeight(), format, pixels, 0, width);
    image.setRGB(0, 0, width, image.getHeight(), pixels, 0, width);
    writePng(file, () -> image);
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
