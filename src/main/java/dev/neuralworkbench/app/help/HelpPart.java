package dev.neuralworkbench.app.help;

import java.util.Locale;

/** What the help shows. */
enum HelpPart {
  PAGE,
  TERMS,
  COMMANDS;

  /** Its name in keys and ids. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
