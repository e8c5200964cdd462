package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.study.Luck;
import dev.neuralworkbench.study.runs.RunBand;
import dev.neuralworkbench.study.runs.RunGroup;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the charts below the list are about.
 *
 * @param settings the same, or all runs where those chosen are one setting: one alone is no
 *     comparison
 */
record Comparison(Compared runs, Bands bands, Compared settings, Luck luck) {

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

  static final Comparison NOTHING =
      new Comparison(Compared.NOTHING, Bands.NONE, Compared.NOTHING, Luck.of(List.of(), 0));

  static Comparison of(List<LoggedRun> present, Collection<Integer> chosen, String data) {
    var some = present.stream().filter(run -> chosen.contains(run.number())).toList();
    var runs = Compared.of(some.size() > 1 ? some : present, data);
    var isOne = runs.table().groups().size() < 2 && some.size() > 1;
    var settings = isOne ? Compared.of(present, data) : runs;
    return new Comparison(runs, Bands.of(runs.table().groups()), settings, settings.table().luck());
  }
}
