package dev.neuralworkbench.app.help;

enum HelpPart {
  PAGE,
  TERMS,
  COMMANDS
}
