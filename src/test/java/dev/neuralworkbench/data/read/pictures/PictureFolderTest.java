package dev.neuralworkbench.data.read.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Sentences;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {

  @TempDir private Path temporary;

  private Path folder;

  @Test
  void folderIsAClassAndAPictureARow() throws Exception {
    folder = temporary.resolve("pictures");
    picture("dog/1.jpg", 40, 30, Color.WHITE);
    picture("cat/10.png", 500, 400, Color.RED);
    picture("cat/2.gif", 28, 28, Color.BLACK);
    picture("cat/1.bmp", 2400, 9, Color.GRAY);
    var table = read();
    assertEquals("pictures", table.name());
    assertEquals(785, table.columns().size());
    assertEquals("pixel_1_1", table.column(0).name());
    assertEquals("pixel_28_28", table.column(783).name());
    assertEquals("label", table.column(784).name());
    assertEquals(List.of("cat", "dog"), ((TextColumn) table.column(784)).categories());
    // By class, then by name: 2 before 10. Red has 0.299 of the light of white.
    assertEquals(List.of("128", "0", "76", "255"), texts(table, 400));
    assertEquals(List.of("cat", "cat", "cat", "dog"), texts(table, 784));
  }

  /** MNIST as pictures: classes are numbers, and stay classes. */
  @Test
  void smallSquaresOfOneSizeStayAsTheyAre() throws Exception {
    folder = temporary;
    for (var side : new int[] {8, 32, 64}) {
      for (var digit = 0; digit < 3; digit++) {
        picture(digit + "/x.png", side, side, new Color(digit, digit, digit));
      }
      var table = read();
      assertEquals(side * side + 1, table.columns().size());
      assertEquals(List.of("0", "1", "2"), texts(table, side * side));
      assertEquals(List.of("0", "1", "2"), texts(table, side));
      assertEquals(Optional.of(new Pixels(side, 0, 2, false)), pixels(table));
    }
    picture("2/y.png", 32, 64, Color.WHITE);
    assertEquals(785, read().columns().size(), "one is no such square");
    picture("0/a.png", 7, 7, Color.WHITE);
    assertEquals(785, read().columns().size());
  }

  /** Java would read 128 of 255 parts of gray as 188, since it takes them for amounts of light. */
  @Test
  void grayIsTheNumberInTheFile() throws Exception {
    folder = temporary;
    var image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    IntStream.range(0, 256).forEach(i -> image.getRaster().setSample(i % 16, i / 16, 0, i));
    write("a/gray.png", image);
    var deep = new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY);
    IntStream.range(0, 256).forEach(i -> deep.getRaster().setSample(i % 16, i / 16, 0, 257 * i));
    write("a/deep.png", deep);
    var colored = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, 256).forEach(i -> colored.setRGB(i % 16, i / 16, 0x10101 * i));
    write("b/colored.png", colored);
    var table = read();
    for (var i = 0; i < 256; i++) {
      var value = String.valueOf(i);
      assertEquals(List.of(value, value, value), texts(table, i));
    }
  }

  @Test
  void whatIsTransparentIsWhite() throws Exception {
    folder = temporary;
    write("a/1.png", new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB));
    var half = new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB);
    half.setRGB(0, 0, 0x80000000);
    write("b/1.png", half);
    assertEquals(List.of("255", "127"), texts(read(), 0));
  }

  /**
   * As torch.nn.functional.adaptive_avg_pool2d reduces 3 × 4 to 2 × 2, and enlarges it to 4 × 4.
   */
  @Test
  void pixelIsTheMeanOfWhatLiesInIt() {
    var image = new GrayImage(4, 3, new float[] {0, .2f, .4f, .6f, 1, 1, 0, 0, 0, .2f, .2f, .2f});
    assertArrayEquals(new short[] {102, 85, 102, 34}, image.square(2));
    var dots = new GrayImage(2, 2, new float[] {0, 1, 1, 0});
    assertArrayEquals(
        new short[] {0, 0, 255, 255, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0},
        dots.square(4));
  }

  /** Photographs and dark strokes on paper are images too, though few pixels are ever black. */
  @Test
  void everySuchTableIsSeenAsImages() throws Exception {
    folder = temporary;
    for (var i = 0; i < 6; i++) {
      var image = new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB);
      var step = i;
      IntStream.range(0, 2000)
          .forEach(at -> image.setRGB(at % 50, at / 50, 0x10101 * (at * (step + 7) % 251)));
      write("class " + i % 2 + "/" + i + ".png", image);
    }
    assertEquals(28, pixels(read()).orElseThrow().side());
  }

  @Test
  void whatIsNoPictureIsPassedOverOrNamed() throws Exception {
    folder = temporary.resolve("照片");
    picture("猫/一.png", 20, 20, Color.BLACK);
    picture("狗/二.PNG", 30, 30, Color.WHITE);
    write("狗/notes.txt", "no picture");
    write("狗/.hidden.png", "");
    write(".hidden/3.png", "");
    write("labels.csv", "a,b\n");
    picture("beside.png", 9, 9, Color.WHITE);
    picture("猫/deeper/1.png", 9, 9, Color.WHITE);
    write("猫/text.png", "a,b\n1,2\n");
    write("猫/huge.png", header(20_000, 20_000));
    var table = read();
    assertEquals(List.of("狗", "猫"), texts(table, 784));
    assertEquals(
        List.of(
            "2 pictures could not be read and were skipped, such as "
                + Path.of("猫", "huge.png")
                + ".",
            "4 files or folders were ignored: only PNG, JPEG, GIF and BMP files directly in the"
                + " folder of a class are read; links are not followed.",
            "Format: pictures",
            "2 pictures of 28 × 28 pixels, gray values from 0 (black) to 255 (white)."),
        ReadingWords.sentences(table.reading(), true, Sentences.of(Language.ENGLISH)));
  }

  @Test
  void linksLeadNowhere() throws Exception {
    folder = temporary.resolve("pictures");
    picture("a/1.png", 9, 9, Color.BLACK);
    picture("b/1.png", 9, 9, Color.WHITE);
    var inside = folder;
    folder = temporary.resolve("secret");
    picture("x/1.png", 9, 9, Color.WHITE);
    Files.createSymbolicLink(inside.resolve("b/2.png"), folder.resolve("x/1.png"));
    Files.createSymbolicLink(inside.resolve("c"), folder.resolve("x"));
    folder = Files.createSymbolicLink(temporary.resolve("link"), inside);
    assertEquals(List.of("a", "b"), texts(read(), 81), "a link may name the folder itself");
    assertEquals("link", read().name());
  }

  @Test
  void otherFoldersAreRefusedInWords() throws Exception {
    folder = Files.createDirectories(temporary.resolve("data"));
    assertEquals(
        "data is a folder: pictures of at least 2 classes expected, found 0. A folder of pictures"
            + " has a folder for each class with PNG, JPEG, GIF or BMP files in it, such as"
            + " cat/1.png and dog/1.png.",
        refused());
    write("a/1.png", "text");
    write("b/1.png", "text");
    assertTrue(refused().contains("expected, found 0."), refused());
    picture("a/2.png", 9, 9, Color.WHITE);
    assertTrue(refused().contains("expected, found 1."), refused());
    picture("c/deeper/2.png", 9, 9, Color.WHITE);
    assertTrue(refused().contains("expected, found 1."), refused());
  }

  @Test
  void picturesToPredictNeedNoClass() throws Exception {
    folder = temporary.resolve("new");
    picture("2.png", 9, 9, Color.BLACK);
    picture("10.png", 9, 9, Color.WHITE);
    var table = TableReader.forPrediction().read(folder, Progress.NONE);
    assertEquals(List.of("2.png", "10.png"), texts(table, 0));
    assertEquals(List.of("0", "255"), texts(table, 1));
    assertEquals(2, table.named("label").missing());
    folder = Files.createDirectory(temporary.resolve("empty"));
    var reader = TableReader.forPrediction();
    var e = assertThrows(TableFormatException.class, () -> reader.read(folder, Progress.NONE));
    assertEquals("data.pictures.none", e.problem().key());
  }

  /** Whatever size they have, they become as large as those that a model was trained on. */
  @Test
  void picturesToPredictAreAsLargeAsThoseOfTheModel() throws Exception {
    folder = temporary;
    picture("1.png", 8, 8, Color.GRAY);
    picture("2.png", 40, 30, Color.WHITE);
    var reader = TableReader.forPrediction();
    for (var side : new int[] {8, 28, 40}) {
      var table = reader.withPictures(side).read(folder, Progress.NONE);
      assertEquals(side * side + 2, table.columns().size());
      assertEquals(List.of("128", "255"), texts(table, side * side));
    }
    assertEquals(786, reader.read(folder, Progress.NONE).columns().size());
  }

  @Test
  void tooMuchIsRefusedBeforeItIsDecoded() throws Exception {
    folder = temporary;
    picture("a/1.png", 60, 60, Color.BLACK);
    picture("b/1.png", 60, 60, Color.WHITE);
    var small = Records.with(new TableReader(), "demands.mostBytes", 20_000L);
    var e = assertThrows(TableFormatException.class, () -> small.read(folder, Progress.NONE));
    assertEquals("data.file.tooLarge", e.problem().key());
    var heavy = temporary.resolve("a/1.png");
    try (var channel = FileChannel.open(heavy, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), 100_000_001);
    }
    e = assertThrows(TableFormatException.class, () -> GrayImage.read(heavy));
    assertEquals(
        "1.png: at most 100 MB expected, found 101 MB. Reduce the picture and open it again.",
        Sentences.of(Language.ENGLISH).sentence(e.problem()));
  }

  @Test
  void readingCanBeFollowedAndGivenUp() throws Exception {
    folder = temporary;
    for (var i = 0; i < 5; i++) {
      picture(i % 2 + "/" + i + ".png", 9, 9, Color.BLACK);
    }
    var looks = new AtomicInteger();
    Progress following =
        new Progress() {
          @Override
          public boolean cancelled() {
            return looks.get() == 4;
          }

          @Override
          public void done(long amount, long ofTotal) {
            if (ofTotal == 5) {
              assertEquals(looks.getAndIncrement(), amount);
            }
          }
        };
    assertThrows(CancellationException.class, () -> new TableReader().read(folder, following));
    assertEquals(4, looks.get());
  }

  @Test
  void sameFolderIsTheSameTable() throws Exception {
    folder = temporary.resolve("first");
    picture("a/1.png", 60, 50, Color.RED);
    picture("b/1.png", 60, 50, Color.BLUE);
    var hash = ContentHash.of(read());
    folder = temporary.resolve("second");
    picture("b/1.png", 60, 50, Color.BLUE);
    picture("a/1.png", 60, 50, Color.RED);
    assertEquals(hash, ContentHash.of(read()));
  }

  private Table read() throws TableFormatException {
    return new TableReader().read(folder, Progress.NONE);
  }

  private String refused() {
    var problem = assertThrows(TableFormatException.class, this::read).problem();
    return Sentences.of(Language.ENGLISH).sentence(problem);
  }

  private static Optional<Pixels> pixels(Table table) {
    var rows = IntStream.range(0, table.rows()).toArray();
    return Preprocessor.fit(Preparation.defaults(table), table, rows).pixels();
  }

  private static List<String> texts(Table table, int column) {
    return IntStream.range(0, table.rows()).mapToObj(table.column(column)::text).toList();
  }

  private void picture(String name, int width, int height, Color color) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var colors = new int[width * height];
    Arrays.fill(colors, color.getRGB());
    image.setRGB(0, 0, width, height, colors, 0, width);
    write(name, image);
  }

  private void write(String name, BufferedImage image) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    assertTrue(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()));
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), bytes);
  }

  /** The head of a PNG file, without a single pixel after it. */
  private static byte[] header(int width, int height) {
    var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    chunk.putInt(width).putInt(height).put((byte) 8).put((byte) 0);
    var sum = new CRC32();
    sum.update(chunk.array());
    return ByteBuffer.allocate(33)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .put(chunk.array())
        .putInt((int) sum.getValue())
        .array();
  }
}
