package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.testing.RecordedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private final Sentences english = Sentences.of(Locale.ENGLISH);
  private final Sentences chinese = Sentences.of(Locale.SIMPLIFIED_CHINESE);

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertEquals(Set.of(), without(english, chinese), "keys that Chinese lacks");
    assertEquals(Set.of(), without(chinese, english), "keys that English lacks");
  }

  /** A file that is not named there is not read. */
  @Test
  void everyFileOfWordsIsNamedInAreas() throws Exception {
    var one = Sentences.class.getResource("/dev/neuralworkbench/messages/en/help.properties");
    try (var files = Files.list(Path.of(one.toURI()).getParent())) {
      for (var file : files.toList()) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
          words.load(in);
        }
        var known = words.stringPropertyNames().stream().allMatch(english::has);
        assertTrue(known, () -> file.getFileName() + " is not named in Sentences.AREAS");
      }
    }
  }

  private static Set<String> without(Sentences one, Sentences other) {
    var keys = new TreeSet<>(one.keys(""));
    keys.removeAll(other.keys(""));
    return keys;
  }

  @Test
  void everyActivationSaysInASentenceOfItsOwnWhatItDoes() {
    for (var activation : Activation.values()) {
      assertTrue(english.has("explain.why.activation." + Ids.of(activation)), activation::name);
    }
  }

  @Test
  void everyValueOfASettingThatHasANameIsTold() {
    for (var setting : Settings.ALL) {
      for (var name : setting.values().names()) {
        var key = setting.values().words() + name;
        assertTrue(english.has(key) && chinese.has(key), () -> setting.id() + " lacks " + key);
      }
    }
  }

  @Test
  void bothLanguagesUseTheSameNumberOfArguments() {
    for (var key : english.keys("")) {
      assertEquals(arguments(english, key), arguments(chinese, key), key);
    }
  }

  @Test
  void noTextLosesAnApostrophe() {
    for (var words : new Sentences[] {english, chinese}) {
      for (var key : words.keys("")) {
        // A single apostrophe quotes in a pattern and would swallow what follows.
        assertFalse(words.pattern(key).replace("''", "").contains("'"), key);
      }
    }
  }

  @Test
  void numberOutsideItsRangeIsTold() {
    var problem = Problem.of("problem.range", "network.hidden[0].units", Range.whole(1, 65536), 0);
    assertEquals("0 is out of range. From 1 to 65,536.", english.sentence(problem));
    var none = Problem.of("problem.range", "level", Range.closed(0, 1), Double.NaN);
    assertEquals("NaN is out of range. From 0 to 1.", english.sentence(none));
  }

  @Test
  void aRangeIsASentenceOfItsOwn() {
    var cell = Problem.at("data.cell.outside", Place.column("age"), Range.closed(1, 7.5), 9.0);
    assertEquals(
        "Column “age”: 9 is outside the range of the training rows, so the prediction is an"
            + " extrapolation. From 1 to 7.5 in the training rows.",
        english.sentence(cell));
  }

  @Test
  void placeIsTold() {
    var place = Place.line("iris.csv", 3);
    var problem = Problem.at("data.file.ragged", place, 5, 4);
    assertEquals(
        "iris.csv, line 3: expected 5 fields, found 4. Put text that contains the delimiter in"
            + " quotation marks, or correct the line.",
        english.sentence(problem));
  }

  @Test
  void namesKeepTheirCaseWhereverTheyStandInASentence() {
    var files = List.of(Place.file("ärger.csv"), Place.line("ärger.csv", 3), Place.NONE);
    for (var words : new Sentences[] {english, chinese}) {
      for (var key : words.keys("")) {
        for (var place : files) {
          var sentence = words.sentence(Problem.at(key, place, "d.nnw", "d.nnw"));
          assertFalse(sentence.contains("D.nnw"), sentence);
          assertFalse(sentence.contains("Ärger"), sentence);
        }
      }
    }
    assertEquals(
        "layers[0]: “units” is missing.",
        english.sentence(Problem.at("model.missing", Place.path("layers[0]"), "units", null)));
  }

  @Test
  void sentenceBeginsWithACapitalWhereItsFirstWordIsTheProgramsOwn() {
    assertEquals(
        "Column “age” has no value in any row. Ignore it.",
        english.sentence(Problem.at("data.column.allMissing", Place.column("age"), null, null)));
  }

  /**
   * A screen, a list or a command goes on without it; {@code NoOutput} fails a test for the log.
   */
  @Test
  void sentenceThatFailsCostsItselfAloneAndIsLoggedOnce() {
    try (var log = new RecordedLog()) {
      for (var i = 0; i < 2; i++) {
        assertEquals("no.such.key", english.text("no.such.key", 1));
        assertEquals("No.such.key", chinese.sentence(Problem.of("no.such.key", "", 1, 2)));
        assertEquals(
            "column “no.such.word”", english.text("place.column", new MessageKey("no.such.word")));
      }
      assertEquals(2, log.faults().size());
    }
  }

  private static int arguments(Sentences words, String key) {
    var pattern = Sentences.Plurals.choose(words.pattern(key), new Object[0]);
    return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
  }
}
