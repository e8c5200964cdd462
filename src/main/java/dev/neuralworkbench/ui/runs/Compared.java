package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.text.RunWords;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs on the same rows, side by side: what charts and sentences are about.
 *
 * @param table the runs, and only the choices in which these differ
 */
record Compared(RunTable table) {

  /** Nothing. */
  static final Compared NOTHING = new Compared(RunTable.EMPTY);

  /** Some runs; scores on other rows are not compared, so those of other rows are left out. */
  static Compared of(List<LoggedRun> runs, String data) {
    return new Compared(
        RunTable.of(runs.stream().filter(run -> run.record().data().equals(data)).toList()));
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
                    : words.words().text("runs.named.run", names.get(i), words.run(groups.get(i))))
        .toList();
  }
}
