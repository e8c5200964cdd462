package dev.neuralworkbench.data.read.pictures;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A picture without its colors, at most about a thousand pixels wide and high.
 *
 * @param gray of each pixel, row by row, from 0, black, to 1, white. Not modified.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record GrayImage(int width, int height, float[] gray) {

  public static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

  /** Side of what pictures are scaled to that differ or are larger: that of MNIST. */
  static final int USUAL_SIDE = 28;

  /** Squares from the one side to the other stay as they are. */
  private static final int LEAST_KEPT = 8;

  private static final int MOST_KEPT = 64;

  private static final int MILLION = 1_000_000;
  private static final int MOST_MEGABYTES = 100;
  private static final int MOST_MILLIONS = 100;
  private static final int ENOUGH = 1_000;

  /** Whether a file is one, by the ending of its name. */
  public static boolean isOne(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * The picture of a file, the first if it has several. Of what is wider or higher than a thousand
   * pixels, only every second one is taken, or fewer.
   *
   * @throws TableFormatException if it has none or too large a one, which is not decoded
   */
  public static GrayImage read(Path file) throws TableFormatException {
    var place = Place.file(file.getFileName().toString());
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      var bytes = Files.size(file);
      if (bytes > (long) MOST_MEGABYTES * MILLION) {
        throw TableFormatException.at(
            "picture.bytes", place, MOST_MEGABYTES, Math.ceilDiv(bytes, MILLION));
      }
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw TableFormatException.at("picture.none", place, null, null);
      }
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        // The size stands in the head of the file: what is too large is not decoded.
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > (long) MOST_MILLIONS * MILLION) {
          throw TableFormatException.at(
              "picture.large", place, MOST_MILLIONS, Math.ceilDiv(pixels, MILLION));
        }
        var step = 1 + Math.max(reader.getWidth(0), reader.getHeight(0)) / ENOUGH;
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return of(reader.read(0, param));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new TableFormatException(Problem.at("picture.none", place, null, null), e);
    }
  }

  /** Luminance as television has it; what is transparent is white paper. */
  private static GrayImage of(BufferedImage image) {
    var width = image.getWidth();
    var height = image.getHeight();
    var gray = new float[width * height];
    // Java takes numbers of gray for amounts of light, and would make 128 a 188.
    var isGray = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    var raster = image.getRaster();
    var most = (1 << raster.getSampleModel().getSampleSize(0)) - 1f;
    for (var i = 0; i < gray.length; i++) {
      var x = i % width;
      var y = i / width;
      var color = image.getRGB(x, y);
      var light =
          isGray
              ? raster.getSample(x, y, 0) / most
              : (0.299f * (color >> 16 & 255)
                      + 0.587f * (color >> 8 & 255)
                      + 0.114f * (color & 255))
                  / 255;
      var opacity = (color >>> 24) / 255f;
      gray[i] = 1 - opacity + opacity * light;
    }
    return new GrayImage(width, height, gray);
  }

  /** The side of an image made of it: its own where it is a small square. */
  int side() {
    return width == height && width >= LEAST_KEPT && width <= MOST_KEPT ? width : USUAL_SIDE;
  }

  /**
   * The numbers of a square image, from 0, black, to 255, white: each the mean over its area, as
   * OpenCV's {@code INTER_AREA} has it. What is no square is stretched, as Keras does.
   */
  public short[] square(int side) {
    var numbers = new short[side * side];
    for (var i = 0; i < numbers.length; i++) {
      var column = i % side;
      var row = i / side;
      var sum = 0.0;
      for (var y = row * height / side; y * side < (row + 1) * height; y++) {
        for (var x = column * width / side; x * side < (column + 1) * width; x++) {
          var area = (double) shared(y, row, height, side) * shared(x, column, width, side);
          sum += area * gray[y * width + x];
        }
      }
      numbers[i] = (short) Math.round(255 * sum / ((double) width * height));
    }
    return numbers;
  }

  /** Length that a pixel shares with one of the square, where their sides divide all in both. */
  private static int shared(int pixel, int ofSquare, int pixels, int side) {
    return Math.min((pixel + 1) * side, (ofSquare + 1) * pixels)
        - Math.max(pixel * side, ofSquare * pixels);
  }
}
