package dev.neuralworkbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.chart.ThemedCanvas.TextSizes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowFontGraphicsTest {

  private static final int SIZE = 14;
  private static final Span SPAN = new Span(0, 1);

  /** A font for Chinese has its letters lower in the line than one for English. */
  @ParameterizedTest
  @ValueSource(strings = {"SansSerif", "DejaVu Sans", "Noto Sans CJK SC"})
  void sampleInALegendStandsBesideTheMiddleOfItsText(String family) {
    var pixels =
        FxThread.call(
            () -> {
              var canvas = new Canvas(400, 300);
              var font = javafx.scene.text.Font.font(family, SIZE);
              picture()
                  .draw(
                      new ThemedChart.WindowFontGraphics(
                          canvas.getGraphicsContext2D(), font, new TextSizes()),
                      400,
                      300,
                      look(family));
              return canvas.snapshot(null, null).getPixelReader();
            });
    assertEquals(middle(pixels, 40, 200, Color.GRAY), middle(pixels, 0, 40, Color.RED), 1.5);
  }

  /** Middle of what is darker than the ground in one primary colour only, or in all. */
  private static double middle(PixelReader pixels, int from, int to, Color color) {
    var rows =
        IntStream.range(0, 2 * SIZE)
            .filter(
                y ->
                    IntStream.range(from, to)
                        .anyMatch(
                            x -> {
                              var seen = new Color(pixels.getArgb(x, y));
                              var isRed = seen.getRed() > 200 && seen.getGreen() < 80;
                              return color.equals(Color.RED) ? isRed : seen.getGreen() < 190;
                            }))
            .summaryStatistics();
    return (rows.getMin() + rows.getMax()) / 2.0;
  }

  private static ChartPicture picture() {
    return new ChartPicture(new RoundAxis(SPAN, false), new RoundAxis(SPAN, false)) {
      @Override
      protected void compose(Pen pen) {
        var legend = new Legend("", pen.look());
        var form = new Ellipse2D.Double(-4, -4, 8, 8);
        legend.addShape(form, Color.RED, Color.RED, new BasicStroke(1), "HHHHHHHHHHHH");
        putAbove(legend);
      }
    };
  }

  private static ChartLook look(String family) {
    var inks =
        Arrays.stream(Ink.values()).collect(Collectors.toMap(Function.identity(), _ -> Color.GRAY));
    return new ChartLook(inks, new Font(family, Font.PLAIN, SIZE));
  }
}
