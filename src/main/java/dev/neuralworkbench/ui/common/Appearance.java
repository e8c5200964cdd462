package dev.neuralworkbench.ui.common;

import dev.neuralworkbench.problem.Ids;

public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK;

  public String nameKey() {
    return "appearance." + Ids.of(this);
  }
}
