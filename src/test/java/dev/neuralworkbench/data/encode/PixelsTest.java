package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelsTest {

  @Test
  void digitsAreImagesAndFlowersAreNot() {
    assertEquals(Optional.of(new Pixels(8, 0, 16)), pixels(BundledSample.DIGITS.table()));
    assertTrue(pixels(BundledSample.IRIS.table()).isEmpty());
  }

  @Test
  void squareOfQuantitiesThatBeginElsewhereIsNoImage() {
    var least = new double[36];
    var greatest = new double[36];
    Arrays.fill(greatest, 1);
    assertEquals(Optional.of(new Pixels(6, 0, 1)), Pixels.of(least, greatest));
    for (var i = 0; i < 10; i++) {
      least[i] = 0.1 * (i + 1);
    }
    assertTrue(Pixels.of(least, greatest).isEmpty(), "as measured by a satellite");
    assertTrue(Pixels.of(new double[35], new double[35]).isEmpty());
    assertTrue(Pixels.of(new double[16], new double[16]).isEmpty(), "too few");
    assertTrue(Pixels.of(new double[36], new double[36]).isEmpty(), "nothing but one value");
    assertTrue(Pixels.of(new double[0], new double[0]).isEmpty());
  }

  @Test
  void shareIsThePlaceInTheRangeOfAll() {
    var pixels = new Pixels(5, -1, 3);
    assertEquals(0.25f, pixels.share(0));
    assertEquals(1f, pixels.share(99));
    assertEquals(0f, pixels.share(Double.NaN));
  }

  private static Optional<Pixels> pixels(Table table) {
    var rows = IntStream.range(0, table.rows()).toArray();
    return Preprocessor.fit(Preparation.defaults(table), table, rows).pixels();
  }
}
