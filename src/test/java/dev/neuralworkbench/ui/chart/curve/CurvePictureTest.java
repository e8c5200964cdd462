package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Span;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvePictureTest {

  private static final int WIDTH = 700;
  private static final int HEIGHT = 260;
  private static final int SIZE = 14;

  private CurvePicture picture;

  /** The first number of the axis is centred below its start, before which the name stands. */
  @Test
  void numbersOfTheAxisStandClearOfItsName() {
    var span = new Span(0, 2_000_000);
    var curve =
        new TrackedCurve(
            new CurveSeries(
                "Validation (5 folds)",
                CurveRole.VALIDATION,
                false,
                Curve.of(new double[] {0, 2_000_000}, new double[] {0, 1})));
    var image = draw(span, curve);
    var nameEnd = (int) picture.area().getMinX() - 8;
    var touched = 0;
    for (var x = nameEnd + 1; x < nameEnd + 3; x++) {
      for (var y = (int) picture.area().getMaxY() + 4; y < HEIGHT; y++) {
        touched += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
      }
    }
    assertEquals(0, touched, "ink just after the name");
  }

  /** Flat lines to the right end: the pixels of each are the same under its name as elsewhere. */
  @ParameterizedTest
  @CsvSource({"0.05, 0.11", "0.02, 0.04", "0.5, 0.58", "0.45, 0.5", "0.9, 0.97", "0, 1"})
  void namesAtTheEndsLieOnNoLine(double lower, double upper) {
    var span = new Span(0, 100);
    var xs = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
    var curves =
        DoubleStream.of(lower, upper)
            .mapToObj(
                level ->
                    new TrackedCurve(
                        new CurveSeries(
                            "Training (running)",
                            CurveRole.TRAINING,
                            false,
                            Curve.of(xs, Arrays.stream(xs).map(_ -> level).toArray()))))
            .toArray(TrackedCurve[]::new);
    var image = draw(span, curves);
    for (var level : List.of(lower, upper)) {
      var y = (int) picture.pixel(0, level).getY();
      var seen =
          IntStream.range((int) picture.area().getMinX() + 5, (int) picture.area().getMaxX() - 5)
              .mapToObj(x -> image.getRGB(x, y))
              .distinct()
              .toList();
      assertEquals(1, seen.size(), level + ": " + seen);
    }
  }

  private BufferedImage draw(Span span, TrackedCurve... curves) {
    var drawn =
        Arrays.stream(curves)
            .map(
                curve -> {
                  curve.pull();
                  return curve.draw(span, 100).getFirst();
                })
            .toList();
    picture =
        new CurvePicture(
            new CurvePicture.CurveFrame(
                drawn, span, new Span(0, 1), false, "Epoch", "Loss", "Run before"));
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    var inks =
        Arrays.stream(Ink.values()).collect(Collectors.toMap(Function.identity(), _ -> Color.GRAY));
    inks.put(Ink.BACKGROUND, Color.WHITE);
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);
    picture.draw(image.createGraphics(), WIDTH, HEIGHT, new ChartLook(inks, font));
    return image;
  }
}
