package dev.neuralworkbench.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plane chart shows.
 *
 * @param x stretch of the horizontal axis
 * @param y stretch of the vertical axis
 * @param xName name of the horizontal axis
 * @param yName name of the vertical axis
 * @param tints what the colours stand for
 * @param dots points, laid over each other in this order
 * @param lines lines below the points
 * @param ground answers all over the plane; null for none
 */
public record Plane(
    Span x,
    Span y,
    String xName,
    String yName,
    Tints tints,
    List<Dots> dots,
    List<PlaneLine> lines,
    @Nullable Ground ground) {

  /** Copies the lists. */
  public Plane {
    dots = List.copyOf(dots);
    lines = List.copyOf(lines);
  }

  /** A plane with points alone. */
  public static Plane of(Span x, Span y, String xName, String yName, Tints tints, List<Dots> dots) {
    return new Plane(x, y, xName, yName, tints, dots, List.of(), null);
  }

  /** The same plane with answers all over it. */
  public Plane with(@Nullable Ground ground) {
    return new Plane(x, y, xName, yName, tints, dots, lines, ground);
  }

  /** The same plane with lines. */
  public Plane with(List<PlaneLine> lines) {
    return new Plane(x, y, xName, yName, tints, dots, lines, ground);
  }
}
