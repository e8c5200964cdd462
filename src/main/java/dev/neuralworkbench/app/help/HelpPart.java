package dev.neuralworkbench.app.help;

/** What the help shows. */
enum HelpPart {
  PAGE,
  TERMS,
  COMMANDS
}
