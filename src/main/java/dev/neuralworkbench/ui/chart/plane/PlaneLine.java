package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;
import java.awt.Color;

/** A line of a shade of the {@link Tints}, NaN for text's; the legend leaves out empty names. */
public record PlaneLine(String name, float shade, Kind kind, Curve points) {

  private static final BasicStroke FULL =
      new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final BasicStroke HALO = new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
  private static final BasicStroke BROAD =
      new BasicStroke(9, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke THIN = new BasicStroke(1);

  public enum Kind {
    /** An answer: full, above points that would hide it. */
    ANSWER,
    /** A mark to compare answers with: dashed, below the points. */
    MARK,
    /** A bar from one end to the other, below the points. */
    BAR,
    /** Places of one height: thin and pale, below the points. */
    LEVEL,
    /**
     * A way over a ground: full, in a halo of the background, below the points of its ends; its
     * name stands at its end where it has a color, which is that of a class.
     */
    WAY
  }

  Color color(Palette palette, ChartLook look) {
    return kind == Kind.WAY && !Float.isNaN(shade)
        ? look.ink(Ink.CLASSES.get((int) shade % Ink.CLASSES.size()))
        : palette.color(shade);
  }

  BasicStroke stroke() {
    return switch (kind) {
      case ANSWER, WAY -> FULL;
      case MARK -> DASHED;
      case BAR -> BROAD;
      case LEVEL -> THIN;
    };
  }
}
