package dev.neuralworkbench.text;

import dev.neuralworkbench.problem.Ids;
import java.util.Arrays;
import java.util.Locale;

/** A language that the program speaks: a folder of texts, and a line here. */
public enum Language {
  ENGLISH("en", "English"),
  CHINESE("zh", "简体中文");

  /** The folder of its texts, which is its code in ISO 639. */
  final String folder;

  final String ownName;

  Language(String folder, String ownName) {
    this.folder = folder;
    this.ownName = ownName;
  }

  /** Whose numbers and capitals it writes. */
  public Locale locale() {
    return Locale.forLanguageTag(folder);
  }

  /** Key of its own name, which reads the same in every language. */
  public String nameKey() {
    return "language." + Ids.of(this);
  }

  /** The language of a locale, whatever its country or script; English where there is none. */
  public static Language nearest(Locale locale) {
    return Arrays.stream(values())
        .filter(language -> language.folder.equals(locale.getLanguage()))
        .findFirst()
        .orElse(ENGLISH);
  }
}
