package dev.neuralworkbench.random;

/** What a generator's draws are for; each purpose has draws of its own, untouched by the others. */
public enum Purpose {
  /** Which rows are held out. Position: none. */
  SPLIT,
  /** Starting weights. Position: layer. */
  WEIGHTS,
  /** Order of the rows. Position: epoch. */
  SHUFFLE,
  /** Which units are dropped. Position: epoch, batch, layer, shard. */
  DROPOUT,
  /** Rows of a generated sample. Position: none. */
  GENERATED_DATA,
  /** Folds of a cross-validation. Position: repetition. */
  FOLDS,
  /** Settings of a study that are drawn. Position: which of them. */
  SETTINGS,
  /** Redraws of what runs have by luck. Position: none. */
  LUCK,
  /** Which row lends another its value of a column. Position: repetition. */
  IMPORTANCE,
  /** Which rows are looked at for what deceives. Position: none. */
  TRAPS,
  /** Training rows that a prediction is compared with. Position: none. */
  BACKGROUND,
  /** Rows drawn with replacement for the interval of a score. Position: draw. */
  BOOTSTRAP
}
