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
import org.junit.jupiter.api.Test;

class CurvePictureTest {

  private static final int WIDTH = 700;
  private static final int HEIGHT = 260;
  private static final int SIZE = 14;

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
    curve.pull();
    var drawn = curve.draw(span, 100).getFirst();
    var frame =
        new CurvePicture.CurveFrame(
            List.of(drawn), span, new Span(0, 1), false, "Epoch", "Loss", "Run before");
    var picture = new CurvePicture(frame);
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    var inks =
        Arrays.stream(Ink.values()).collect(Collectors.toMap(Function.identity(), _ -> Color.GRAY));
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);
    picture.draw(image.createGraphics(), WIDTH, HEIGHT, new ChartLook(inks, font));
    var nameEnd = (int) picture.area().getMinX() - 8;
    var touched = 0;
    for (var x = nameEnd + 1; x < nameEnd + 3; x++) {
      for (var y = (int) picture.area().getMaxY() + 4; y < HEIGHT; y++) {
        touched += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
      }
    }
    assertEquals(0, touched, "ink just after the name");
  }
}
