package dev.neuralworkbench.ui.common;

import java.util.Locale;

/** A language that the window speaks. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  CHINESE(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The locale of its message bundles. */
  public Locale locale() {
    return locale;
  }

  /** Key of its own name, which reads the same in every language. */
  public String nameKey() {
    return "language." + name().toLowerCase(Locale.ROOT);
  }

  /** The language nearest to a locale: Chinese for any Chinese, English for all others. */
  public static Language nearest(Locale locale) {
    return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }
}
