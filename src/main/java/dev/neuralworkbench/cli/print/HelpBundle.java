package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.text.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the help, as picocli asks for them: keys of the bundles behind {@code cli.help.}.
 */
public final class HelpBundle extends ResourceBundle {

  private static final String PREFIX = "cli.help.";

  private final Words words;

  public HelpBundle(Words words) {
    this.words = words;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return words.has(PREFIX + key) ? words.text(PREFIX + key, names(key)) : null;
  }

  /** The names that an option takes, for its text. */
  private static List<String> names(String option) {
    return Settings.ALL.stream()
        .filter(it -> it.id().equals(option))
        .findFirst()
        .map(it -> it.values().names())
        .orElse(List.of());
  }

  @Override
  protected Set<String> handleKeySet() {
    return words.keys(PREFIX);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(handleKeySet());
  }
}
