package dev.neuralworkbench.data.sample;

import dev.neuralworkbench.data.table.Table;

/** A data set that comes with the program. */
public sealed interface Sample permits BundledSample, GeneratedSample {

  /** Short name, as in file names and on the command line: {@code breast-cancer}. */
  String id();

  /** Its table; the same on every call. */
  Table table();
}
