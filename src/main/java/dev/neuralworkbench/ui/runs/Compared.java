package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.text.RunWords;
import java.util.List;

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
            .allMatch(
                it -> it.preparation().split().validation() == 0 && it.training().foldCount() > 0);
  }

  /** Names of all groups; where two would be alike, with the numbers of their runs. */
  List<String> names(List<RunGroup> groups, RunWords words) {
    var names = groups.stream().map(group -> words.name(group, choices())).toList();
    return groups.stream()
        .map(
            group -> {
              var name = words.name(group, choices());
              return names.indexOf(name) == names.lastIndexOf(name)
                  ? name
                  : words.words().text("runs.named.run", name, words.run(group));
            })
        .toList();
  }
}
