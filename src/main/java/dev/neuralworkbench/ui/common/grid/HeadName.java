package dev.neuralworkbench.ui.common.grid;

import java.util.Comparator;
import java.util.stream.IntStream;

/** A column's name above it: a long one in two lines, so that the column need not be wider. */
public final class HeadName {

  private static final int SHORT = 9;
  private static final double AIR = 1;
  private static final double WIDER = 0.6;
  private static final double NARROWER = 0.4;

  private HeadName() {}

  public static String of(String name) {
    return TableCells.width(name) <= SHORT
        ? name
        : IntStream.range(1, name.length())
            .filter(at -> " _-./".indexOf(name.charAt(at - 1)) >= 0)
            .mapToObj(at -> name.substring(0, at).strip() + "\n" + name.substring(at))
            .min(Comparator.comparingInt(HeadName::longest))
            .orElse(name);
  }

  /** Width of the longer line in bold letters, in digits: an m takes more, an l less. */
  static int width(String name) {
    return (int) Math.rint(of(name).lines().mapToDouble(HeadName::bold).max().orElse(0) + AIR);
  }

  private static double bold(String line) {
    return TableCells.width(line)
        + WIDER * line.chars().filter(it -> "mwMW%@".indexOf(it) >= 0).count()
        - NARROWER * line.chars().filter(it -> "iljtfrI.,:()[]".indexOf(it) >= 0).count();
  }

  private static int longest(String lines) {
    return lines.lines().mapToInt(TableCells::width).max().orElse(0);
  }
}
