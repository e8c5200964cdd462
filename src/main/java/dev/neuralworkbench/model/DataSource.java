package dev.neuralworkbench.model;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.table.ReadingChoices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a document's rows come from, so that they are there again when it is opened. */
public sealed interface DataSource {

  /** The sample that the rows are, if they are one. */
  default Optional<Sample> knownSample() {
    return switch (this) {
      case Recipe recipe -> Optional.of(recipe.recipe());
      case Bundled bundled -> Optional.of(bundled.sample());
      case FromFile file -> Optional.empty();
      case Embedded embedded -> Optional.empty();
      case Elsewhere elsewhere -> Optional.empty();
    };
  }

  /**
   * A file, known by its name and the hash of its content; never opened by itself.
   *
   * @param reading what was not left to be guessed when it was read; null where everything was
   * @param decimal the decimal mark of its numbers, found rather than chosen, so that later files
   *     are read alike; null where no number has one, and in older models
   */
  record FromFile(@Nullable ReadingChoices reading, @Nullable String decimal)
      implements DataSource {

    public FromFile {
      reading = ReadingChoices.NONE.equals(reading) ? null : reading;
    }
  }

  /** What was not left to be guessed when the rows were read from a file. */
  default ReadingChoices choices() {
    return this instanceof FromFile file && file.reading != null
        ? file.reading
        : ReadingChoices.NONE;
  }

  /** The decimal mark of numbers in later files that leave it open; null where it is not known. */
  default @Nullable String usualDecimal() {
    var chosen = choices().decimal();
    return chosen == null && this instanceof FromFile file ? file.decimal : chosen;
  }

  /** Typed, pasted or painted rows, kept inside the model file. */
  record Embedded() implements DataSource {}

  /** A set made by a rule: the recipe makes it again. */
  record Recipe(GeneratedSample recipe) implements DataSource {}

  record Bundled(BundledSample sample) implements DataSource {}

  /** Rows of which nothing is known: another program trained the model, and its file has none. */
  record Elsewhere() implements DataSource {}
}
