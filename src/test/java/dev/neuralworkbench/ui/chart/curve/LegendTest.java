package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.CurvePicture.CurveFrame.DrawnCurve;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegendTest {

  private static final Span WHOLE = new Span(0, 2);

  @Test
  void linesOfTheRunBeforeHaveOneNameTogether() {
    var frame =
        frame(
            line("Training, run before", CurveRole.TRAINING, true),
            line("Validation, run before", CurveRole.VALIDATION, true),
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
