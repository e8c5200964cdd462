package dev.neuralworkbench.ui.data.statistics;

import java.util.Locale;

/** What shows of the open table. */
public enum TablePart {
  ROWS("left-pill"),
  COLUMNS("center-pill"),
  CORRELATION("right-pill");

  private final String segment;

  TablePart(String segment) {
    this.segment = segment;
  }

  /** Style class of its button. */
  String segment() {
    return segment;
  }

  /** Its name in keys and ids. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
