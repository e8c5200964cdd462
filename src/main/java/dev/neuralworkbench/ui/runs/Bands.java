package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.study.runs.RunBand;
import dev.neuralworkbench.study.runs.RunGroup;
import java.util.List;
import java.util.stream.Stream;

/** Loss curves as means with bands, one a group, over validation and over training rows. */
record Bands(List<RunBand> validation, List<RunBand> training) {

  static final Bands NONE = new Bands(List.of(), List.of());

  /** Takes time where runs are many. */
  static Bands of(List<RunGroup> groups) {
    return new Bands(
        groups.stream().map(group -> RunBand.of(curves(group), true)).toList(),
        groups.stream().map(group -> RunBand.of(curves(group), false)).toList());
  }

  private static Stream<RunCurve> curves(RunGroup group) {
    return group.runs().stream().map(it -> it.record().curve());
  }
}
