package dev.neuralworkbench.ui.data.statistics;

import java.util.Locale;

/** What shows of the open table. */
public enum TablePart {
  ROWS,
  COLUMNS,
  CORRELATION;

  /** Its name in keys and ids. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
