package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What weights a run began with, as the log of runs has it: two runs are compared fairly where that
 * is the same.
 *
 * @param seeded whether its weights follow from its seed
 * @param run the run that it goes on with, or whose weights it began with; null for none that is
 *     known
 * @param after epochs that the run which it goes on with had done
 */
record Begun(boolean seeded, @Nullable Integer run, int after) {

  /** Weights of which nothing is known, such as those of a file without a log. */
  static final Begun UNKNOWN = new Begun(false, null, 0);

  /** The first weights of its seed. */
  static final Begun AFRESH = new Begun(true, null, 0);

  /**
   * How the run began that a document shows.
   *
   * @param underWay its number while it is under way
   */
  static Begun of(Document document, OptionalInt underWay) {
    var log = document.runs();
    return (underWay.isPresent()
            ? log.run(underWay.getAsInt())
            : Optional.ofNullable(document.trained()).flatMap(log::of))
        .map(it -> of(it, log))
        .orElse(UNKNOWN);
  }

  private static Begun of(LoggedRun logged, RunLog log) {
    var from = logged.record().from();
    var after = from == null ? 0 : log.run(from).map(it -> it.record().result().epochs()).orElse(0);
    return new Begun(logged.record().anew(), from, after);
  }

  /** In words, within a sentence. */
  String in(Words words, long seed) {
    var number = Long.toString(seed);
    if (run == null) {
      return seeded ? words.text("live.begun.seed", number) : words.text("live.begun.unknown");
    }
    return seeded
        ? words.text("live.begun.goesOn", number, Numbers.count(after))
        : words.text("live.begun.weights", Numbers.count(run));
  }
}
