package dev.neuralworkbench.data.read.json;

import org.jspecify.annotations.Nullable;

/**
 * Receives the members of records, one record after the other.
 *
 * @param <E> what keeps it from going on
 */
interface JsonRecords<E extends Exception> {

  /** A member that is null. */
  void missing(String name);

  /** A member that is a number or a truth. */
  void plain(String name, String value);

  /** A member that is a text. */
  void text(String name, String value);

  /** A name that the record has twice; null if each is there once. */
  @Nullable String twice();

  /** The record is at its end. */
  void end() throws E;

  /** Records that are at their end. */
  long count();
}
