package dev.neuralworkbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SvgChartTest {

  /** Where the horizontal axis lies. */
  private static final double FLOOR = 220;

  private static final Pattern NAME =
      Pattern.compile("class=\"name\" x=\"[0-9.]+\" y=\"([0-9.]+)\">([^<]+)<");
  private static final Pattern DASH =
      Pattern.compile("<(path|line) class=\"line\" stroke-dasharray=\"6 4\"");

  private final String svg =
      new SvgChart("Epoch", "Loss")
          .line("Training", new double[] {1, 2, 200}, new double[] {1, 0.5, 0.001}, "")
          .line("Validation", new double[] {1, 2, 200}, new double[] {1, 0.6, 0.002}, "6 4")
          .svg();

  @Test
  void namesOfLinesThatEndAtTheAxisStayAboveItsNumbers() {
    var names = NAME.matcher(svg).results().toList();
    assertEquals(
        List.of("Validation", "Training"), names.stream().map(name -> name.group(2)).toList());
    var upper = baseline(names.getFirst());
    var lower = baseline(names.getLast());
    assertTrue(lower <= FLOOR + 4, svg);
    assertTrue(upper <= lower - 15, "apart from each other: " + svg);
  }

  @Test
  void eachNameShowsTheDashOfItsLine() {
    var dashed = DASH.matcher(svg).results().map(result -> result.group(1)).toList();
    assertEquals(List.of("path", "line"), dashed, "the line, and a piece of it beside its name");
  }

  private static double baseline(MatchResult name) {
    return Double.parseDouble(name.group(1));
  }
}
