package dev.neuralworkbench.ui.common;

import java.util.Locale;

/** The user's choice of light or dark. */
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK;

  public String nameKey() {
    return "appearance." + name().toLowerCase(Locale.ROOT);
  }
}
