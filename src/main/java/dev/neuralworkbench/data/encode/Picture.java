package dev.neuralworkbench.data.encode;

import java.util.IntSummaryStatistics;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A picture of something dark on light paper, or of something light on dark paper.
 *
 * @param ink of each pixel, row by row: 0 like the paper at the border, 1 the most. Not modified.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record Picture(int width, int height, float[] ink) implements ImageStyle.Inked {

  /** Less contrast than this is none. */
  private static final double LEAST = 0.1;

  /** What has less ink may be a shadow on the paper. */
  private static final double SHADOW = 0.3;

  private static final int FINEST = 16;

  /**
   * What a picture shows; empty where it has but one shade.
   *
   * @param gray of each pixel, row by row, from 0, black, to 1, white. Not modified.
   */
  public static Optional<Picture> of(int width, int height, float[] gray) {
    var paper =
        IntStream.range(0, gray.length)
            .filter(i -> isBorder(i % width, width) || isBorder(i / width, height))
            .mapToDouble(i -> gray[i])
            .average()
            .orElseThrow();
    var isLight = paper > 0.5;
    var contrast = new double[gray.length];
    var most = LEAST;
    for (var i = 0; i < gray.length; i++) {
      contrast[i] = isLight ? paper - gray[i] : gray[i] - paper;
      most = Math.max(most, contrast[i]);
    }
    var ink = new float[gray.length];
    for (var i = 0; i < ink.length; i++) {
      ink[i] = (float) Math.max(0, contrast[i] / most);
    }
    return most > LEAST ? Optional.of(new Picture(width, height, ink)) : Optional.empty();
  }

  private static boolean isBorder(int at, int end) {
    return at == 0 || at == end - 1;
  }

  private IntSummaryStatistics span(IntUnaryOperator place) {
    return IntStream.range(0, ink.length)
        .filter(i -> ink[i] > SHADOW)
        .map(place)
        .summaryStatistics();
  }

  @Override
  public float[] ink(ImageStyle style, double x, double y) {
    var across = span(i -> i % width);
    var down = span(i -> i / width);
    var longer = Math.max(across.getMax() - across.getMin(), down.getMax() - down.getMin()) + 1;
    var scale = style.size() / longer;
    var left = (across.getMin() + across.getMax() + 1) / 2.0 - x / scale;
    var top = (down.getMin() + down.getMax() + 1) / 2.0 - y / scale;
    var side = style.side();
    var fine = Math.clamp((long) Math.ceil(1 / scale), 2, FINEST);
    var scaled = new float[side * side];
    for (var v = 0; v < side * fine; v++) {
      for (var u = 0; u < side * fine; u++) {
        var column = (int) Math.floor(left + (u + 0.5) / fine / scale);
        var row = (int) Math.floor(top + (v + 0.5) / fine / scale);
        if (column >= 0 && row >= 0 && column < width && row < height) {
          scaled[v / fine * side + u / fine] += ink[row * width + column] / (fine * fine);
        }
      }
    }
    return scaled;
  }
}
