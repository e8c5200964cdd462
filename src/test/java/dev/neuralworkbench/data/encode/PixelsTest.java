package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelsTest {

  @Test
  void digitsAreImagesAndFlowersAreNot() {
    assertEquals(Optional.of(new Pixels(8, 0, 16, false)), pixels(BundledSample.DIGITS.table()));
    assertTrue(pixels(BundledSample.IRIS.table()).isEmpty());
  }

  @Test
  void squareOfQuantitiesThatBeginElsewhereIsNoImage() {
    var least = new double[36];
    var greatest = new double[36];
    Arrays.fill(greatest, 1);
    assertEquals(Optional.of(new Pixels(6, 0, 1, false)), of(least, greatest));
    for (var i = 0; i < 10; i++) {
      least[i] = 0.1 * (i + 1);
    }
    assertTrue(of(least, greatest).isEmpty(), "as measured by a satellite");
    assertTrue(of(new double[35], new double[35]).isEmpty());
    assertTrue(of(new double[16], new double[16]).isEmpty(), "too few");
    assertTrue(of(new double[36], new double[36]).isEmpty(), "nothing but one value");
    assertTrue(of(new double[0], new double[0]).isEmpty());
  }

  /** Photographs have no black in most places, and dark strokes on white paper have it in few. */
  @Test
  void namedPixelsAreAnImageWhateverTheirNumbers() {
    var least = IntStream.range(0, 36).mapToDouble(i -> i).toArray();
    var greatest = IntStream.range(0, 36).mapToDouble(i -> 255 - i).toArray();
    var names = IntStream.range(0, 36).mapToObj(i -> ColumnNames.pixel(i, 6)).toList();
    assertEquals("pixel_2_1", names.get(6));
    assertEquals(Optional.of(new Pixels(6, 0, 255, true)), Pixels.of(names, least, greatest));
    assertTrue(Pixels.of(names.reversed(), least, greatest).isEmpty(), "in another order");
  }

  /** Black strokes on white, and white ones on black: neither is shown as the other. */
  @Test
  void bytesAreShownAsTheyAre() {
    var least = new double[36];
    var greatest = new double[36];
    for (var most : List.of(255, 128, 256, 16)) {
      Arrays.fill(greatest, most);
      assertEquals(most == 255 || most == 128, of(least, greatest).orElseThrow().isGray());
    }
    Arrays.fill(least, -1);
    Arrays.fill(greatest, 255);
    assertFalse(of(least, greatest).orElseThrow().isGray());
  }

  @Test
  void shareIsThePlaceInTheRangeOfAll() {
    var pixels = new Pixels(5, -1, 3, false);
    assertEquals(0.25f, pixels.share(0));
    assertEquals(1f, pixels.share(99));
    assertEquals(0f, pixels.share(Double.NaN));
  }

  private static Optional<Pixels> of(double[] least, double[] greatest) {
    return Pixels.of(ColumnNames.generatedNames(least.length), least, greatest);
  }

  private static Optional<Pixels> pixels(Table table) {
    var rows = IntStream.range(0, table.rows()).toArray();
    return Preprocessor.fit(Preparation.defaults(table), table, rows).pixels();
  }
}
