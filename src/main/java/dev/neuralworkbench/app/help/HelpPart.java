package dev.neuralworkbench.app.help;

import java.util.Locale;

/** What the help shows. */
enum HelpPart {
  PAGE("left-pill"),
  TERMS("center-pill"),
  COMMANDS("right-pill");

  private final String segment;

  HelpPart(String segment) {
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
