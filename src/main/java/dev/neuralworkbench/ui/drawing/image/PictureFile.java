package dev.neuralworkbench.ui.drawing.image;

import dev.neuralworkbench.data.encode.Picture;
import dev.neuralworkbench.data.read.pictures.GrayImage;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.problem.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a picture from a file, at most about a thousand pixels wide and high. */
public final class PictureFile {

  public static final List<String> ENDINGS = GrayImage.ENDINGS;

  private PictureFile() {}

  public static boolean is(Path file) {
    return GrayImage.isOne(file);
  }

  /** All of a picture as {@link GrayImage#square} has it, which a folder of pictures is read by. */
  public static double[] whole(Path file, int side) throws TableFormatException {
    var shades = GrayImage.read(file).square(side);
    return IntStream.range(0, shades.length).mapToDouble(i -> shades[i]).toArray();
  }

  /**
   * The picture of a file, the first if it has several.
   *
   * @throws TableFormatException if it has none, too large a one, or one of a single shade
   */
  public static Picture read(Path file) throws TableFormatException {
    var image = GrayImage.read(file);
    var place = Place.file(file.getFileName().toString());
    return Picture.of(image.width(), image.height(), image.gray())
        .orElseThrow(() -> TableFormatException.at("picture.blank", place, null, null));
  }
}
