package dev.neuralworkbench.ui.common;

import dev.neuralworkbench.problem.Ids;

/** The user's choice of light or dark. */
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK;

  public String nameKey() {
    return "appearance." + Ids.of(this);
  }
}
