package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Drawing.Point;
import dev.neuralworkbench.testing.DrawnDigits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ImageStyleTest {

  private static final Pixels PIXELS = new Pixels(8, 0, 16, false);

  /**
   * A bar of 2 × 6 pixels has the edges 16, which a line of this area has at the width 1.53 π/4.
   */
  @Test
  void sizePlaceAndWidthAreThoseOfTheImages() {
    var style = ImageStyle.of(PIXELS, List.of(bar(16), bar(16), new double[64]));
    assertEquals(6, style.size());
    assertEquals(4, style.x());
    assertEquals(5, style.y());
    assertEquals(2 * 12 / (16 * Math.PI / 4), style.width(), 1e-12);
    assertTrue(style.isWhole());
    assertFalse(style.isLight());
    assertFalse(ImageStyle.of(PIXELS, List.of(bar(0.5))).isWhole());
  }

  @Test
  void withoutRowsItIsWhatSuitsMost() {
    var expected = new ImageStyle(8, 0.7 * 8, 4, 4, 0.8, false, false);
    assertEquals(expected, ImageStyle.of(PIXELS, List.of()));
    assertEquals(expected.size(), ImageStyle.of(PIXELS, List.of(new double[64])).size());
  }

  /** Black on white: what is drawn is black on white, too. */
  @Test
  void paperMayBeLight() {
    var light = DoubleStream.of(bar(16)).map(it -> 16 - it).toArray();
    var style = ImageStyle.of(PIXELS, List.of(light));
    assertTrue(style.isLight());
    assertEquals(ImageStyle.of(PIXELS, List.of(bar(16))).width(), style.width());
    var dot = style.image(PIXELS, Drawing.EMPTY.begun(new Point(0, 0)));
    assertEquals(16, dot[0]);
    assertTrue(dot[4 * 8 + 4] < 8);
  }

  /** A line from corner to corner of the pad is as long as the bar, and where the bar is. */
  @Test
  void aStrokeIsDrawnLikeTheImages() {
    var style = new ImageStyle(8, 6, 4, 5, 2, false, true);
    var line = Drawing.EMPTY.begun(new Point(0.9, 0.1)).drawn(new Point(0.9, 0.3));
    var image = style.image(PIXELS, line);
    var expected = bar(16);
    // Round ends, which a sample of 4 × 4 to a pixel sees as 12 of 16.
    for (var corner : new int[] {19, 20, 59, 60}) {
      expected[corner] = image[corner];
      assertTrue(image[corner] >= 12 && image[corner] < 16);
    }
    assertArrayEquals(expected, image);
  }

  /** The same file is drawn on a page, by {@code src/test/python/page.py digits}. */
  @Test
  void drawnDigitsMakeTheImagesThatPagesMakeOfThem() {
    var style = new ImageStyle(8, 7.5, 4, 3.9, 1.5, false, true);
    for (var drawn : DrawnDigits.all()) {
      var image = style.image(PIXELS, drawn.drawing());
      assertEquals(drawn.image(), DoubleStream.of(image).boxed().toList(), drawn.digit());
    }
  }

  @Test
  void whatIsShiftedOutIsReplacedByPaper() {
    var style = new ImageStyle(8, 6, 4, 5, 2, false, true);
    var shifted = style.shifted(PIXELS, bar(16), 4, -3);
    var expected = new double[64];
    for (var row = 0; row < 5; row++) {
      expected[8 * row + 7] = 16;
    }
    assertEquals(0, Arrays.compare(expected, shifted));
    assertArrayEquals(new double[64], style.shifted(PIXELS, bar(16), 8, 8));
  }

  /** Two pixels broad, from row 2 to the last. */
  private static double[] bar(double value) {
    var image = new double[64];
    for (var row = 2; row < 8; row++) {
      image[8 * row + 3] = value;
      image[8 * row + 4] = value;
    }
    return image;
  }
}
