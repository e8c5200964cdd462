package dev.neuralworkbench.ui.drawing.image;

import dev.neuralworkbench.data.encode.Picture;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Reads a picture from a file, at most about a thousand pixels wide and high. */
public final class PictureFile {

  public static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

  private static final int MILLION = 1_000_000;
  private static final int MOST_MILLIONS = 100;
  private static final int ENOUGH = 1_000;

  private PictureFile() {}

  /** Why a file is not taken for a picture. */
  public static final class Refused extends ProblemException {

    private static final long serialVersionUID = 1;

    private Refused(Problem problem, @Nullable Throwable cause) {
      super(problem, cause);
    }
  }

  public static boolean is(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * The picture of a file, the first if it has several.
   *
   * @throws Refused if it has none, too large a one, or one of a single shade
   */
  public static Picture read(Path file) throws Refused {
    var place = Place.file(file.getFileName().toString());
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new Refused(Problem.at("picture.none", place, null, null), null);
      }
      var reader = readers.next();
      reader.setInput(in, true, true);
      // The size stands in the head of the file: what is too large is not decoded.
      var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > (long) MOST_MILLIONS * MILLION) {
        throw new Refused(
            Problem.at("picture.large", place, MOST_MILLIONS, Math.ceilDiv(pixels, MILLION)), null);
      }
      var step = 1 + Math.max(reader.getWidth(0), reader.getHeight(0)) / ENOUGH;
      var param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      var image = reader.read(0, param);
      reader.dispose();
      return Picture.of(image.getWidth(), image.getHeight(), gray(image))
          .orElseThrow(() -> new Refused(Problem.at("picture.blank", place, null, null), null));
    } catch (IOException | RuntimeException e) {
      throw new Refused(Problem.at("picture.none", place, null, null), e);
    }
  }

  /** Luminance as television has it; what is transparent is white paper. */
  private static float[] gray(BufferedImage image) {
    var width = image.getWidth();
    var colors = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    var gray = new float[colors.length];
    for (var i = 0; i < gray.length; i++) {
      var color = colors[i];
      var light =
          0.299f * (color >> 16 & 255) + 0.587f * (color >> 8 & 255) + 0.114f * (color & 255);
      var opacity = (color >>> 24) / 255f;
      gray[i] = 1 - opacity + opacity * light / 255;
    }
    return gray;
  }
}
