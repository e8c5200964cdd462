package dev.neuralworkbench.data.read.json;

import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import org.jspecify.annotations.Nullable;

/** Receives the members of records, one record after the other, as long as nothing stops it. */
abstract class JsonRecords {

  /** Records that have ended. */
  long count;

  /**
   * A member of the present record.
   *
   * @param value as it is written; null for a missing one
   * @param isText whether it stands in quotes
   */
  abstract void member(String name, @Nullable String value, boolean isText) throws TooManyException;

  /** A name that the record has twice; null if each is there once, or that does not matter. */
  @Nullable String twice() {
    return null;
  }

  void end() throws TooManyException {}
}
