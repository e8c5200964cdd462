package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was changed since the run before, and what came of it: null until both are over. */
record LiveComparison(LiveRun before, LiveRun present, @Nullable Result result) {

  private static final int DIGITS = 3;

  record Result(Judge judge, double before, double after) {}

  /** What a loss was measured on; training rows, while the weights still changed. */
  enum Judge {
    VALIDATION,
    FOLDS,
    TRAINING
  }

  static @Nullable LiveComparison of(@Nullable LiveRun before, @Nullable LiveRun present) {
    return before == null || present == null
        ? null
        : new LiveComparison(before, present, result(before, present));
  }

  private static @Nullable Result result(LiveRun before, LiveRun present) {
    var last = before.used() - 1;
    var now = present.used() - 1;
    if (last < 0 || now < 0 || present.history().stopReason() == null) {
      return null;
    }
    var judge = present.experiment().training().foldCount() > 0 ? Judge.FOLDS : Judge.VALIDATION;
    var validation =
        new Result(
            judge, before.history().validationLoss(last), present.history().validationLoss(now));
    return !areJudgedAlike(before, present)
            || Double.isNaN(validation.before)
            || Double.isNaN(validation.after)
        ? new Result(
            Judge.TRAINING,
            before.history().trainingLoss(last),
            present.history().trainingLoss(now))
        : validation;
  }

  private static boolean areJudgedAlike(LiveRun before, LiveRun present) {
    var one = before.experiment();
    var other = present.experiment();
    return before.foldsAnew() == present.foldsAnew()
        && one.training().foldCount() == other.training().foldCount()
        && one.preparation().split().equals(other.preparation().split());
  }

  /** What was changed since the run before, in a few words. */
  String difference(Words words) {
    var changes = changes(words);
    return changes.isEmpty() ? words.text("live.before") : words.text("live.before.title", changes);
  }

  private String changes(Words words) {
    var difference =
        ExperimentDifference.between(
            before.experiment(),
            before.history().interventions(),
            present.experiment(),
            present.history().interventions());
    return difference.changes().stream()
        .map(it -> words.text(it.key(), it.subject(), it.before(), it.after()))
        .collect(Collectors.joining(words.text("difference.separator")));
  }

  String in(Words words) {
    var changes = changes(words);
    var changed =
        changes.isEmpty()
            ? words.text("live.before.same")
            : words.text("live.before.changed", changes);
    var compared = result == null ? changed : words.joined(changed, inWords(result, words));
    return present.seeded() || present.history().beginsWith(before.history())
        ? compared
        : words.text("live.before.scratch", compared);
  }

  private static String inWords(Result result, Words words) {
    return words.text(
        "live.before." + Ids.of(result.judge),
        Numbers.typeset(Numbers.rounded(result.before, DIGITS)),
        Numbers.typeset(Numbers.rounded(result.after, DIGITS)));
  }
}
