package dev.neuralworkbench.model;

import dev.neuralworkbench.problem.Word;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The value of a choice as a sentence can name it: a number, a text, or a word of the bundles. */
final class ChosenValue {

  private static final Word NONE = new Word("difference.none");
  private static final Word ALL_ROWS = new Word("difference.allRows");

  private ChosenValue() {}

  /**
   * The value.
   *
   * @param component the choice; for some of them 0 has a meaning of its own
   */
  static Object of(String component, @Nullable Object value) {
    return switch (value) {
      case null -> NONE;
      case Integer batch when batch == 0 && component.equals("training.batchSize") -> ALL_ROWS;
      case Double norm when norm == 0 && component.equals("training.clipNorm") -> NONE;
      case Boolean on -> new Word(on ? "difference.on" : "difference.off");
      case Enum<?> choice -> new Word(key(choice));
      case OptimizerConfig optimizer -> new Word("optimizer." + optimizer.id());
      case LearningRateSchedule schedule -> new Word("schedule." + schedule.id());
      case Duration limit -> limit.toNanos() * 1e-9;
      case Record _ -> new Word("difference.on");
      default -> value;
    };
  }

  /** Names of choices begin with that of their kind: {@code activation.relu}. */
  private static String key(Enum<?> choice) {
    var kind = choice.getDeclaringClass().getSimpleName();
    return (kind + "." + choice.name()).toLowerCase(Locale.ROOT);
  }
}
