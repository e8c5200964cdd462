package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plane chart shows: categories name the places 0, 1, 2 … of an axis, none where it has
 * numbers; even axes have one scale, so that squares are square.
 */
public record Plane(
    Span x,
    Span y,
    String xName,
    String yName,
    Tints tints,
    List<Dots> dots,
    List<PlaneLine> lines,
    @Nullable Ground ground,
    List<String> xCategories,
    List<String> yCategories,
    boolean isEven) {

  /** How much longer one axis may be than the other for both to be taken as of one unit. */
  private static final double ALIKE = 1.6;

  public Plane {
    dots = List.copyOf(dots);
    lines = List.copyOf(lines);
    xCategories = List.copyOf(xCategories);
    yCategories = List.copyOf(yCategories);
  }

  public static Plane of(Span x, Span y, String xName, String yName, Tints tints, List<Dots> dots) {
    return new Plane(x, y, xName, yName, tints, dots, List.of(), null, List.of(), List.of(), false);
  }

  /** The same with one scale for both axes, the shorter widened, so that circles are circles. */
  public Plane even() {
    var length = Math.max(x.length(), y.length());
    var wide = Records.with(this, "x", x.ofLength(length));
    return Records.with(Records.with(wide, "y", y.ofLength(length)), "isEven", true);
  }

  /** {@link #even} where the axes are numbers of one size, as two inputs of one unit are. */
  public Plane evenIfAlike() {
    var longer = Math.max(x.length(), y.length());
    var isAlike =
        xCategories.isEmpty()
            && yCategories.isEmpty()
            && Double.isFinite(longer)
            && longer <= ALIKE * Math.min(x.length(), y.length());
    return isAlike ? even() : this;
  }

  public Plane with(@Nullable Ground ground) {
    return Records.with(this, "ground", ground);
  }

  public Plane colored(Tints other, Ground answers) {
    return new Plane(
        x, y, xName, yName, other, List.of(), List.of(), answers, List.of(), List.of(), isEven);
  }

  public Plane with(List<PlaneLine> lines) {
    return Records.with(this, "lines", lines);
  }

  public Plane withCategories(List<String> alongX, List<String> alongY) {
    return new Plane(x, y, xName, yName, tints, dots, lines, ground, alongX, alongY, isEven);
  }
}
