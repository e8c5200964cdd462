package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.testing.RegexFeed;
import dev.neuralworkbench.testing.Regexes;
import dev.neuralworkbench.testing.Regexes.Regex;
import dev.neuralworkbench.testing.Regexes.Use;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file of a few kilobytes must not hold the processor, so no regular expression of the program
 * may look at a character more often than a few times, or call itself for each.
 */
class LinearRegexTest {

  /** Calls whose expression is put together at run time, and why that is well. */
  private static final String UNSEEN =
      """
      study/vary/Variation: given to split: the separator of a kind of values, a single character
      """;

  @Test
  @Tag("thorough")
  void everyRegularExpressionIsLinear() throws Exception {
    var classes =
        Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var all = Regexes.of(classes);
    assertTrue(all.found().size() > 50, () -> "found only " + all.found().size());
    assertEquals(
        UNSEEN.lines().map(it -> it.substring(0, it.lastIndexOf(": "))).toList(),
        all.unseen().stream().toList());
    var problems =
        all.found().stream()
            .map(RegexFeed::tooMuch)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("\n"));
    assertEquals("", problems);
  }

  /** What the test is for: expressions that were in the program or are like those. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"[^\"]*\"|\\[(?![hms]+])[^]]*]`, ANYWHERE",
        "`\\s*(<!--(?s:.*?)-->\\s*)*<(html|svg)\\b`, FROM_THE_START",
        "`[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?`, WHOLE",
        "`\\s*([^:]+?)\\s*(?:\\.\\.|…)\\s*([^:]+?)\\s*(?::\\s*(\\d{1,4})\\s*)?`, WHOLE",
        "`(a|b)*c`, WHOLE",
        "`\\s+$`, ANYWHERE",
        "`(?:\\w+\\.)+Exception`, WHOLE",
        "`.*=.*,`, ANYWHERE",
      })
  void whatIsNotLinearIsFound(String regex, Use use) {
    assertTrue(RegexFeed.tooMuch(new Regex("", Pattern.compile(regex), use)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\\s+", "[^,]*+,", "\"[^\"]*+\"", "(?>[^:]+?:)[^:]++x?"})
  void whatIsLinearIsNot(String regex) {
    assertEquals(
        Optional.empty(), RegexFeed.tooMuch(new Regex("", Pattern.compile(regex), Use.WHOLE)));
  }
}
