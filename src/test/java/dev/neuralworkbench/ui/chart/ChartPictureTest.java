package dev.neuralworkbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartPictureTest {

  private static final Span SPAN = new Span(0, 1);

  /** The topmost number of the axis stands half above the plot, right below the name. */
  @ParameterizedTest
  @ValueSource(ints = {11, 13, 26})
  void nameOfTheVerticalAxisStandsClearOfItsTopmostNumber(int size) {
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
    var inks =
        Arrays.stream(Ink.values()).collect(Collectors.toMap(Function.identity(), _ -> Color.GRAY));
    var graphics = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB).createGraphics();
    var picture =
        new ChartPicture(new RoundAxis(SPAN, false), new RoundAxis(SPAN, false)) {
          @Override
          protected void compose(Pen pen) {
            putAbove(new Legend("share of rows", pen.look()));
          }
        };
    picture.draw(graphics, 400, 300, new ChartLook(inks, font));
    var text = graphics.getFontMetrics(font).getHeight();
    var top = picture.area().getMinY();
    assertTrue(
        top >= 1.7 * text,
        () -> "expected a line and a half of %s and air, received %s".formatted(text, top));
  }
}
