package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.study.Luck;
import dev.neuralworkbench.study.runs.RunBand;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.ui.chart.band.BandChart;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the charts below the list are about; settings are of all runs where one is chosen. */
record RunComparison(Compared runs, Bands bands, Compared settings, Luck luck) {

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

  static final RunComparison NOTHING =
      new RunComparison(Compared.NOTHING, Bands.NONE, Compared.NOTHING, Luck.of(List.of(), 0));

  static RunComparison of(List<LoggedRun> present, Collection<Integer> chosen, String data) {
    var some = present.stream().filter(run -> chosen.contains(run.number())).toList();
    var runs = Compared.of(some.size() > 1 ? some : present, data);
    var isOne = runs.table().groups().size() < 2 && some.size() > 1;
    var settings = isOne ? Compared.of(present, data) : runs;
    return new RunComparison(
        runs, Bands.of(runs.table().groups()), settings, settings.table().luck());
  }

  /** Runs on the same rows with one target, and how many were left out since they have another. */
  record Compared(RunTable table, int otherTargets) {

    static final Compared NOTHING = new Compared(RunTable.EMPTY);

    Compared(RunTable table) {
      this(table, 0);
    }

    /** Runs on rows of one hash, and of the last run's target: other scores are not compared. */
    static Compared of(List<LoggedRun> runs, String data) {
      var onRows = runs.stream().filter(run -> run.record().data().equals(data)).toList();
      var alike =
          onRows.stream().filter(run -> target(run).equals(target(onRows.getLast()))).toList();
      return new Compared(RunTable.of(alike), onRows.size() - alike.size());
    }

    private static Optional<ColumnPlan> target(LoggedRun run) {
      return run.record().experiment().preparation().target();
    }

    /** Which of the charts' colors each run has, by its number; none where lines are too many. */
    Map<Integer, Integer> colors() {
      return table.groups().size() <= BandChart.MOST_NAMED ? table.groupOf() : Map.of();
    }

    /** Whether all losses are of one kind: others cannot be compared by their heights. */
    boolean haveOneLoss() {
      return table.groups().stream()
              .map(group -> group.first().record().experiment())
              .map(
                  it ->
                      List.of(
                          it.network().loss(),
                          it.network().smoothing(),
                          it.preparation().isBalanced()))
              .distinct()
              .count()
          < 2;
    }

    /** The choices in which settings differ: all but seeds. */
    List<RunColumn> choices() {
      return table.columns().stream().filter(column -> !column.isSeed()).toList();
    }

    /** Whether folds judge all of them in place of validation rows. */
    boolean byFolds() {
      return !table.groups().isEmpty()
          && table.groups().stream()
              .map(group -> group.first().record().experiment())
              .allMatch(it -> it.training().foldCount() > 0);
    }

    /** Names of all groups; where two would be alike, with the numbers of their runs. */
    List<String> names(List<RunGroup> groups, RunWords words) {
      var choices = choices();
      var names = groups.stream().map(group -> words.name(group, choices)).toList();
      var counts = names.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
      return IntStream.range(0, groups.size())
          .mapToObj(
              i ->
                  counts.getOrDefault(names.get(i), 0L) == 1
                      ? names.get(i)
                      : words
                          .words()
                          .text("runs.named.run", names.get(i), words.run(groups.get(i))))
          .toList();
    }
  }
}
