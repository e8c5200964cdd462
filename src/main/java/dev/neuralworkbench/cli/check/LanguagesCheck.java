package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Whether the texts of every language are there, and a font with their characters.
 *
 * @param words the user's language
 */
public record LanguagesCheck(Words words) implements SelfCheck {

  /** Key of a text with characters that only its language has. */
  private static final String SAMPLE = "command.train.tip";

  @Override
  public String id() {
    return "languages";
  }

  @Override
  public Finding run() {
    var lacking = new ArrayList<String>();
    var font = new Font(Font.DIALOG, Font.PLAIN, 12);
    for (var language : Language.values()) {
      if (font.canDisplayUpTo(Sentences.of(language).text(SAMPLE)) != -1) {
        lacking.add(words.text(language.nameKey()));
      }
    }
    return lacking.isEmpty()
        ? new Finding(
            true,
            Arrays.stream(Language.values())
                .map(language -> words.text(language.nameKey()))
                .collect(Collectors.joining(", ")))
        : new Finding(false, words.text("cli.check.noFont", String.join(", ", lacking)));
  }
}
