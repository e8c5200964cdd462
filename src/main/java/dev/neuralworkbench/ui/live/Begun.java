package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What weights a run began with: two runs are compared fairly where that is the same.
 *
 * @param seeded whether its weights follow from its seed
 * @param run the run that it goes on with, or whose weights it began with; null for none known
 * @param after epochs that the run which it goes on with had done
 */
record Begun(boolean seeded, @Nullable Integer run, int after) {

  /** Weights of which nothing is known, such as those of a file without a log. */
  static final Begun UNKNOWN = new Begun(false, null, 0);

  /** The first weights of its seed. */
  static final Begun AFRESH = new Begun(true, null, 0);

  static Begun of(LoggedRun logged, RunLog log) {
    var from = logged.record().from();
    var before = from == null ? null : log.run(from).orElse(null);
    var after = before == null ? 0 : before.record().result().epochs();
    return new Begun(logged.record().anew(), from, after);
  }

  /** In words, within a sentence. */
  String in(Words words, long seed) {
    if (run == null) {
      return words.text(seeded ? "live.begun.seed" : "live.begun.unknown", Long.toString(seed));
    }
    return seeded
        ? words.text("live.begun.goesOn", Long.toString(seed), Numbers.count(after))
        : words.text("live.begun.weights", Numbers.count(run));
  }
}
