package dev.neuralworkbench.data.read.json;

import org.jspecify.annotations.Nullable;

/**
 * Receives the members of records, one record after the other.
 *
 * @param <E> what keeps it from going on
 */
interface JsonRecords<E extends Exception> {

  void missing(String name);

  void plain(String name, String value);

  void text(String name, String value);

  /** A name that the record has twice; null if each is there once. */
  @Nullable String twice();

  void end() throws E;

  long count();
}
