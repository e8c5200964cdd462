package dev.neuralworkbench.ui.drawing.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.ImageStyle;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {

  private static final Pixels PIXELS = new Pixels(8, 0, 16, false);

  /** Of images of a bar two pixels broad and six high, in the middle. */
  private static final ImageStyle STYLE = new ImageStyle(8, 6, 4, 4, 2, false, true);

  @TempDir private Path folder;

  /** A bar of 20 × 60 pixels becomes that of the images, whatever is light or dark. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "jpg"})
  void darkOnLightAndLightOnDarkAreOneImage(String ending) throws Exception {
    var dark = file(ending, Color.WHITE, Color.BLACK, 400, 300);
    var expected = new double[64];
    for (var row = 1; row < 7; row++) {
      expected[8 * row + 3] = 16;
      expected[8 * row + 4] = 16;
    }
    assertArrayEquals(expected, STYLE.image(PIXELS, PictureFile.read(dark)), 2);
    var pale = file(ending, new Color(40, 40, 40), new Color(120, 120, 120), 400, 300);
    assertArrayEquals(expected, STYLE.image(PIXELS, PictureFile.read(pale)), 2);
    assertTrue(PictureFile.is(dark));
    assertFalse(PictureFile.is(Path.of("table.csv")));
  }

  @Test
  void largePicturesAreReducedWhileTheyAreRead() throws Exception {
    var picture = PictureFile.read(file("png", Color.WHITE, Color.BLUE, 2400, 600));
    assertEquals(800, picture.width());
    assertEquals(200, picture.height());
  }

  @Test
  void whatIsTransparentIsPaper() throws Exception {
    var file = file("png", new Color(0, true), Color.BLACK, 90, 90);
    assertEquals(16, STYLE.image(PIXELS, PictureFile.read(file))[3 * 8 + 3]);
  }

  @Test
  void whatIsNoPictureIsRefusedInWords() throws IOException {
    var text = Files.writeString(folder.resolve("a.png"), "x,y\n1,2\n");
    assertEquals("picture.none", refused(text).key());
    assertEquals("picture.none", refused(folder.resolve("absent.png")).key());
    assertEquals("picture.none", refused(folder).key());
    var cut = file("png", Color.WHITE, Color.BLACK, 90, 90);
    var bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    assertEquals("picture.none", refused(cut).key());
    assertEquals("picture.blank", refused(file("bmp", Color.RED, Color.RED, 90, 90)).key());
    assertEquals("picture.blank", refused(file("png", Color.RED, Color.RED, 1, 1)).key());
  }

  /** By its head alone: the file has no pixels at all. */
  @Test
  void whatClaimsToBeHugeIsNotDecoded() throws IOException {
    var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    chunk.putInt(60_000).putInt(50_000).put((byte) 8).put((byte) 6);
    var sum = new CRC32();
    sum.update(chunk.array());
    var bytes = ByteBuffer.allocate(33).putLong(0x89504E470D0A1A0AL).putInt(13).put(chunk.array());
    var file = Files.write(folder.resolve("huge.png"), bytes.putInt((int) sum.getValue()).array());
    assertEquals(
        "huge.png: at most 100 million pixels expected, found 3,000 million. Reduce the picture and"
            + " open it again.",
        Sentences.of(Language.ENGLISH).sentence(refused(file)));
  }

  private static Problem refused(Path file) {
    return assertThrows(ProblemException.class, () -> PictureFile.read(file)).problem();
  }

  private Path file(String ending, Color paper, Color ink, int width, int height)
      throws IOException {
    var type = ending.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR;
    var image = new BufferedImage(width, height, type);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        var isInk = x >= 10 && x < 30 && y >= 20 && y < 80;
        image.setRGB(x, y, (isInk ? ink : paper).getRGB());
      }
    }
    var file = folder.resolve("picture." + ending);
    assertTrue(ImageIO.write(image, ending, file.toFile()));
    return file;
  }
}
