package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.CurvePicture.CurveFrame.DrawnCurve;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegendTest {

  private static final Span WHOLE = new Span(0, 2);

  @Test
  void linesOfTheRunBeforeHaveOneNameTogether() {
    var frame =
        frame(
            line("Training, previous run", CurveRole.TRAINING, true),
            line("Validation, previous run", CurveRole.VALIDATION, true),
            line("Training", CurveRole.TRAINING, false),
            line("Validation", CurveRole.VALIDATION, false));
    assertEquals(List.of("Training", "Validation", "Run before"), names(frame, true));
    assertEquals(List.of("Run before"), names(frame, false));
  }

  @Test
  void noRunBeforeIsNamedWhereNoneShows() {
    var frame = frame(line("Training", CurveRole.TRAINING, false));
    assertEquals(List.of("Training"), names(frame, true));
    assertEquals(List.of(), names(frame, false));
  }

  @Test
  void nameOfPartsTakesAsManyRowsAsItNeeds() {
    var inks =
        Arrays.stream(Ink.values()).collect(Collectors.toMap(Function.identity(), _ -> Color.GRAY));
    var look = new ChartLook(inks, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    var legend = new Legend("36 of 128 units, largest weight norms · dead ReLUs: 1", look);
    var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    var one = legend.height(graphics, 500);
    assertEquals(2 * one, legend.height(graphics, 240), one / 2);
  }

  private static List<String> names(CurvePicture.CurveFrame frame, boolean all) {
    return frame.legend(all).stream().map(frame::name).toList();
  }

  private static CurvePicture.CurveFrame frame(CurveSeries... series) {
    var drawn = Stream.of(series).flatMap(one -> drawn(one).stream()).toList();
    return new CurvePicture.CurveFrame(drawn, WHOLE, WHOLE, false, "Epoch", "Loss", "Run before");
  }

  private static List<DrawnCurve> drawn(CurveSeries series) {
    var curve = new TrackedCurve(series);
    curve.smooth(0.5);
    curve.pull();
    return curve.draw(WHOLE, 100);
  }

  private static CurveSeries line(String name, CurveRole role, boolean ghost) {
    return new CurveSeries(name, role, ghost, new Diagonal());
  }

  private record Diagonal() implements Curve {

    @Override
    public int length() {
      return 3;
    }

    @Override
    public double x(int index) {
      return index;
    }

    @Override
    public double y(int index) {
      return index;
    }
  }
}
