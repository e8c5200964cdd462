package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts keep to {@code messages/STYLE.md}: one name for one thing, and short. */
class WordsTest {

  private static final Path STYLE =
      Path.of("src/main/resources/dev/neuralworkbench/messages/STYLE.md");

  private static final int LABEL_WORDS = 4;
  private static final int TOOLTIP_WORDS = 25;
  private static final int TOOLTIP_CHARACTERS = 45;

  private static final Pattern BRITISH =
      Pattern.compile(
          "\\b\\w*(colour|grey|behaviour|neighbour|favour|centre\\b|labelled|modelling|cancelled|"
              + "licence|catalogue|programme\\b|analyse|(real|normal|standard|initial|regular|optim|"
              + "general|summar|organ|recogn|maxim|minim)is(e|ed|es|ing|ation)\\b)\\w*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TO_BE = Pattern.compile("to be \\w+( and \\w+)?\\.?$");
  private static final Pattern LOOSE_ELLIPSIS = Pattern.compile("\\s(…|\\.\\.\\.)|……|\\.\\.\\.");
  private static final Pattern PERCENT = Pattern.compile("[\\d}]\\s%");

  /** Keys whose texts keep what a rule forbids, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "backprop.quiz.shown", "a quiz is answered",
          "backprop.quiz.sign.tip", "a quiz is answered",
          "trap.duplicates.remedy", "“happen to be equal” is how cases are, not what is done");

  private final Sentences english = Sentences.of(Locale.ENGLISH);
  private final Sentences chinese = Sentences.of(Locale.SIMPLIFIED_CHINESE);

  @Test
  void noTextSaysARetiredName() throws IOException {
    var found = new ArrayList<String>();
    for (var thing : things()) {
      thing.notEnglish.forEach(it -> found.addAll(saying(english, it)));
      thing.notChinese.forEach(it -> found.addAll(saying(chinese, it)));
    }
    assertNone(found);
  }

  @Test
  void tooltipsAreShort() {
    assertNone(texts(english, (key, text) -> isTooltip(key) && words(text) > TOOLTIP_WORDS));
    assertNone(
        texts(
            chinese,
            (key, text) ->
                isTooltip(key)
                    && text.codePoints().filter(Character::isIdeographic).count()
                        > TOOLTIP_CHARACTERS));
  }

  @Test
  void labelsAreShort() {
    assertNone(
        texts(english, (key, text) -> english.has(key + ".tip") && words(text) > LABEL_WORDS));
  }

  @Test
  void spellingIsAmericanAndSentencesEndWithTheirVerbs() {
    assertNone(texts(english, (_, text) -> BRITISH.matcher(text).find()));
    assertNone(texts(english, (_, text) -> TO_BE.matcher(text).find()));
  }

  @Test
  void ellipsesAndPercentSignsFollowWithoutASpace() {
    for (var language : List.of(english, chinese)) {
      assertNone(texts(language, (_, text) -> LOOSE_ELLIPSIS.matcher(text).find()));
      assertNone(texts(language, (_, text) -> PERCENT.matcher(text).find()));
    }
  }

  /** Every name of the table is said somewhere, in both languages. */
  @Test
  void everyNameOfTheTableIsUsed() throws IOException {
    for (var thing : things()) {
      for (var name : thing.english) {
        assertTrue(
            !saying(english, Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE))
                .isEmpty(),
            name);
      }
      for (var name : thing.chinese) {
        assertTrue(!saying(chinese, Pattern.compile(Pattern.quote(name))).isEmpty(), name);
      }
    }
  }

  @Test
  void labelsOfOneThingSayTheSame() throws IOException {
    for (var thing : things()) {
      for (var language : List.of(english, chinese)) {
        var said = thing.labels.stream().map(language::pattern).map(String::toLowerCase).distinct();
        assertTrue(said.count() < 2, () -> "labels of one thing: " + thing.labels);
      }
    }
  }

  @Test
  void exceptionsAreNeeded() {
    for (var key : ALLOWED.keySet()) {
      assertTrue(english.has(key), key);
    }
  }

  private static List<Thing> things() throws IOException {
    var rows =
        Files.readAllLines(STYLE).stream()
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .map(line -> line.split("(?<!\\\\)\\|"))
            .toList();
    assertTrue(rows.size() >= 20, "rows of the table: " + rows.size());
    return rows.stream().map(Thing::of).toList();
  }

  private static List<String> saying(Sentences language, Pattern name) {
    return texts(language, (_, text) -> name.matcher(text).find());
  }

  private static List<String> texts(Sentences language, BiPredicate<String, String> which) {
    return new TreeSet<>(language.keys(""))
        .stream()
            .filter(
                key ->
                    !isSearched(key)
                        && !ALLOWED.containsKey(key)
                        && which.test(key, language.pattern(key)))
            .map(key -> key + " = " + language.pattern(key))
            .toList();
  }

  /** Words that users may type into a search, retired ones too. */
  private static boolean isSearched(String key) {
    return key.endsWith(".also") || key.startsWith("help.also.");
  }

  private static boolean isTooltip(String key) {
    return key.endsWith(".tip") || key.contains(".tip.");
  }

  private static long words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(it -> it.matches(".*[\\p{L}\\d].*")).count();
  }

  private static void assertNone(List<String> found) {
    assertEquals("", String.join("\n", found));
  }

  private record Thing(
      List<String> english,
      List<Pattern> notEnglish,
      List<String> chinese,
      List<Pattern> notChinese,
      List<String> labels) {

    static Thing of(String[] cells) {
      return new Thing(
          names(cells[2]),
          patterns(cells[3]),
          names(cells[4]),
          patterns(cells[5]),
          Arrays.stream(cells[6].split("\\s+")).filter(it -> !it.isEmpty()).toList());
    }

    private static List<String> names(String cell) {
      return Arrays.stream(cell.split(";")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    private static List<Pattern> patterns(String cell) {
      return Arrays.stream(cell.split(";"))
          .map(String::strip)
          .filter(it -> !it.isEmpty())
          .map(
              it ->
                  it.startsWith("`")
                      ? it.substring(1, it.length() - 1).replace("\\|", "|")
                      : Pattern.quote(it))
          .map(it -> Pattern.compile(it, Pattern.CASE_INSENSITIVE))
          .toList();
    }
  }
}
