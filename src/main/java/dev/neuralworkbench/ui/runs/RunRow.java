package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.study.Spread;
import dev.neuralworkbench.study.runs.RunGroup;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of the list: a run, or the mean of those that differ in seeds alone. */
sealed interface RunRow {

  enum Use {
    UNDER_WAY,
    IN_USE,
    /** The document's model was made from it, and has other weights. */
    CHANGED,
    NONE
  }

  List<LoggedRun> runs();

  /** Of a number of the runs that have it. */
  default Spread spread(Function<RunRecord, @Nullable Double> number) {
    return Spread.of(
        runs().stream()
            .map(run -> number.apply(run.record()))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue));
  }

  record One(LoggedRun run, RunMark mark, boolean inGroup, Use use) implements RunRow {

    RunRecord record() {
      return run.record();
    }

    @Override
    public List<LoggedRun> runs() {
      return List.of(run);
    }
  }

  /** Several runs of one setting, which stand below it where it is unfolded. */
  record Several(RunGroup group, boolean unfolded) implements RunRow {

    @Override
    public List<LoggedRun> runs() {
      return group.runs();
    }
  }
}
