package dev.neuralworkbench.data.read.idx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written byte by byte as the format is described: three images of 2 × 3 pixels. */
class IdxReaderTest {

  private static final int IMAGES = 0x00000803;
  private static final int LABELS = 0x00000801;

  @TempDir private Path folder;

  @Test
  void imagesAndLabelsBecomeATable() throws IOException, TableFormatException {
    pair(false);
    var table = read("train-images-idx3-ubyte");
    assertEquals(3, table.rows());
    assertEquals(7, table.columns().size());
    assertEquals("pixel_1_1", table.column(0).name());
    assertEquals("pixel_2_3", table.column(5).name());
    assertEquals("label", table.column(6).name());
    assertEquals("12", table.column(0).text(2));
    assertEquals("255", table.column(5).text(1));
    assertEquals("7", table.column(6).text(1));
  }

  @Test
  void gzippedFilesAndTheLabelsOpenTheSameTable() throws IOException, TableFormatException {
    pair(false);
    var plain = read("train-labels-idx1-ubyte");
    Files.delete(folder.resolve("train-images-idx3-ubyte"));
    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    pair(true);
    var zipped = read("train-images-idx3-ubyte.gz");
    assertEquals(ContentHash.of(plain), ContentHash.of(zipped));
  }

  @Test
  void imagesToPredictNeedNoLabels() throws IOException, TableFormatException {
    write("x.idx", false, ints(IMAGES, 1, 1, 2), new byte[] {3, 4});
    var table = TableReader.forPrediction().read(folder.resolve("x.idx"), Progress.NONE);
    assertEquals(2, table.columns().size());
    assertRefused("data.idx.noLabels", "x.idx", "x.idx", null);
  }

  @Test
  void wrongHeadersAreRefusedWithTheirFigures() throws IOException {
    refuseImages("data.idx.start", new byte[] {0, 0}, null, null);
    refuseImages("data.idx.start", ints(0x01020803, 1, 1, 1), null, null);
    refuseImages("data.idx.type", ints(0x00000D03, 1, 1, 1), 8, 13);
    refuseImages("data.idx.dimensions", ints(LABELS, 1), 3, 1);
    refuseImages("data.idx.size", ints(IMAGES, -1, 2, 3), Integer.MAX_VALUE, 0xFFFFFFFFL);
    refuseImages("data.idx.size", ints(IMAGES, 3, 0, 3), Integer.MAX_VALUE, 0L);
    refuseImages(
        "data.file.tooManyColumns", ints(IMAGES, 3, 1 << 16, 1 << 16), 65_537, (1L << 32) + 1);
  }

  @Test
  void sizesThatTheFileDoesNotHoldAreRefused() throws IOException {
    refuseImages("data.idx.short", ints(IMAGES, 3, 2, 3), 18L, 0L);
    labels("train-labels-idx1-ubyte", 3);
    write("train-images-idx3-ubyte", false, ints(IMAGES, 3, 2, 3), new byte[17]);
    assertRefused("data.idx.short", "train-images-idx3-ubyte", 18L, 17L);
    write("train-images-idx3-ubyte", false, ints(IMAGES, 3, 2, 3), new byte[19]);
    assertRefused("data.idx.long", "train-images-idx3-ubyte", 18L, null);
    var reader = Records.with(new TableReader(), "demands.mostBytes", 1000);
    write("train-images-idx3-ubyte", false, ints(IMAGES, 100_000_000, 2, 3), new byte[6]);
    var problem =
        assertThrows(
                TableFormatException.class,
                () -> reader.read(folder.resolve("train-images-idx3-ubyte"), Progress.NONE))
            .problem();
    assertEquals("data.file.tooLarge", problem.key());
    assertEquals(1200L, problem.found());
  }

  @Test
  void numbersOfImagesAndLabelsMustMatch() throws IOException {
    write("train-images-idx3-ubyte", false, ints(IMAGES, 3, 2, 3), new byte[18]);
    labels("train-labels-idx1-ubyte", 4);
    assertRefused("data.idx.mismatch", "train-images-idx3-ubyte", 3, 4);
  }

  private void refuseImages(String key, byte[] header, Object expected, Object found)
      throws IOException {
    labels("train-labels-idx1-ubyte", 3);
    write("train-images-idx3-ubyte", false, header, new byte[0]);
    assertRefused(key, "train-images-idx3-ubyte", expected, found);
  }

  private void assertRefused(String key, String file, Object expected, Object found) {
    var problem = assertThrows(TableFormatException.class, () -> read(file)).problem();
    assertEquals(key, problem.key());
    assertEquals(expected, problem.expected());
    assertEquals(found, problem.found());
  }

  private void pair(boolean zipped) throws IOException {
    var ending = zipped ? ".gz" : "";
    var pixels = new byte[18];
    for (var i = 0; i < 18; i++) {
      pixels[i] = (byte) i;
    }
    pixels[11] = (byte) 255;
    write("train-images-idx3-ubyte" + ending, zipped, ints(IMAGES, 3, 2, 3), pixels);
    write("train-labels-idx1-ubyte" + ending, zipped, ints(LABELS, 3), new byte[] {5, 7, 0});
  }

  private void labels(String name, int count) throws IOException {
    write(name, false, ints(LABELS, count), new byte[count]);
  }

  private void write(String name, boolean zipped, byte[] header, byte[] numbers)
      throws IOException {
    try (var file = Files.newOutputStream(folder.resolve(name));
        var out = zipped ? new GZIPOutputStream(file) : file) {
      out.write(header);
      out.write(numbers);
    }
  }

  private Table read(String name) throws TableFormatException {
    return new TableReader().read(folder.resolve(name), Progress.NONE);
  }

  private static byte[] ints(int... values) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    for (var value : values) {
      out.writeInt(value);
    }
    return bytes.toByteArray();
  }
}
