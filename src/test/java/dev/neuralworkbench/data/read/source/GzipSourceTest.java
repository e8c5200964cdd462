package dev.neuralworkbench.data.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
class GzipSourceTest {

  private static final byte[] CSV = "a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private static byte[] packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }

  /** So many bytes of one kind, packed. */
  private static byte[] bomb(char c, int millions) throws IOException {
    var out = new ByteArrayOutputStream();
    var block = new byte[1_000_000];
    Arrays.fill(block, (byte) c);
    try (var packing = new GZIPOutputStream(out)) {
      packing.write(CSV);
      for (var i = 0; i < millions; i++) {
        packing.write(block);
      }
    }
    return out.toByteArray();
  }

  private Table read(String name, byte[] bytes) throws IOException, TableFormatException {
    var file = folder.resolve(name);
    Files.write(file, bytes);
    return new TableReader().read(file, Progress.NONE);
  }

  private String refused(String name, byte[] bytes) {
    return assertThrows(TableFormatException.class, () -> read(name, bytes)).problem().key();
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.csv.gz", "t.CSV.GZ", "t.gz", "t.csv", "t"})
  void packedTextsAreReadWhateverTheyAreCalled(String name) throws Exception {
    var table = read(name, packed(CSV));
    assertEquals(2, ((NumberColumn) table.column(0)).value(1));
    assertEquals("y", ((TextColumn) table.column(1)).text(1));
    assertEquals(name, table.name());
  }

  @Test
  void whatIsPackedIsToldByItsOwnName() throws Exception {
    var arff = "@attribute a numeric\n@attribute b {x,y}\n@data\n{1 y}\n";
    var table = read("t.arff.gz", packed(arff.getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, ((NumberColumn) table.column(0)).value(0));
  }

  @Test
  void bytesOfAPipeAreUnpackedToo() throws Exception {
    var source = TableSource.of("stdin", packed(CSV));
    assertEquals(2, new TableReader().read(source, Progress.NONE).rows());
    try (var in = new ByteArrayInputStream(packed(CSV))) {
      assertTrue(!OtherFormat.isNoTable(in.readNBytes(16)), "a pipe is read on");
    }
  }

  @Test
  void whatIsDamagedIsRefused() throws Exception {
    var whole = packed("a,b\n1,2\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
    assertEquals("data.file.cut", refused("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2)));
    var damaged = whole.clone();
    damaged[damaged.length - 6] ^= 0x55;
    assertEquals("data.file.broken", refused("damaged.csv.gz", damaged));
    assertEquals("data.file.cut", refused("head.csv.gz", new byte[] {0x1f, (byte) 0x8b}));
    assertEquals("data.file.otherFormat", refused("twice.csv.gz", packed(packed(CSV))));
  }

  /** Blank lines are no rows, so nothing but their number can tell. */
  @Test
  void aBombIsRefused() throws Exception {
    assertEquals("data.file.bomb", refused("bomb.csv.gz", bomb('\n', 1_000)));
  }

  /** A field without end is refused before it is a bomb. */
  @ParameterizedTest
  @ValueSource(chars = {' ', 'x'})
  void aFieldWithoutEndIsRefused(char filling) throws Exception {
    assertTrue(refused("bomb.csv.gz", bomb(filling, 1_000)).startsWith("data.file."));
  }
}
