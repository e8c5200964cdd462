package dev.neuralworkbench.model.setting;

import dev.neuralworkbench.model.Experiment;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that a user chooses for an experiment.
 *
 * @param component what names it in problems, in files and in the keys of its words: {@code
 *     training.batchSize} is its label, with {@code .tip} what it does, and behind {@code
 *     difference.} how a change of it is told
 * @param id its name in files, and mostly on the command line; empty where these lack it
 * @param values what it may be
 * @param get what an experiment has; empty where it does not apply, such as momentum to Adam
 * @param with the experiment with another value
 * @param place where it stands
 */
public record Setting<T>(
    String component,
    String id,
    Values<T> values,
    Function<Experiment, Optional<T>> get,
    BiFunction<Experiment, T, Experiment> with,
    Place place) {

  /** Names on the command line that are not those in files: there the ones from before stay. */
  private static final Map<String, String> NAMES =
      Map.of(
          "judging-folds", "cv-folds",
          "average", "average-epochs",
          "initializer", "weight-initializer",
          "rare", "min-category-rows");

  /** Where a setting stands in forms, and whether a study varies it. */
  public enum Place {
    /** Among the rows of a form; a study varies it. */
    VARIED,
    /** Behind <i>More</i>; a study varies it. */
    VARIED_SELDOM,
    /** Among the rows of a form. */
    COMMON,
    /** Behind <i>More</i>. */
    SELDOM;

    boolean isVaried() {
      return this == VARIED || this == VARIED_SELDOM;
    }

    /** Whether it is usually left as it is. */
    public boolean isSeldom() {
      return this == SELDOM || this == VARIED_SELDOM;
    }
  }

  /** The same, changed in another way. */
  Setting<T> changing(BiFunction<Experiment, T, Experiment> change) {
    return new Setting<>(component, id, values, get, change, place);
  }

  /** The same, for some experiments alone. */
  Setting<T> where(Predicate<Experiment> applies) {
    return new Setting<>(
        component,
        id,
        values,
        it -> applies.test(it) ? get.apply(it) : Optional.empty(),
        (it, value) -> applies.test(it) ? with.apply(it, value) : it,
        place);
  }

  /** What an experiment has, as a text; empty where it does not apply. */
  public Optional<String> present(Experiment experiment) {
    return get.apply(experiment).map(values.write());
  }

  /** Its name on the command line; empty where it has none. */
  public String name() {
    return NAMES.getOrDefault(id, id);
  }

  /** Its option on the command line; empty where it has none. */
  public String option() {
    return id.isEmpty() ? "" : "--" + name();
  }

  /**
   * An experiment with another's value, as far as its text says it: Adam with the numbers that it
   * usually has, whatever Beta 1 was.
   *
   * @param of whose value it is; where it does not apply, nothing changes
   */
  public Experiment said(Experiment of, Experiment in) {
    return present(of).flatMap(values::of).map(value -> with.apply(in, value)).orElse(in);
  }
}
