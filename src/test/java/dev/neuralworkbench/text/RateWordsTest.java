package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The LR range test says what it measured, and promises nothing of the rates it tried. */
class RateWordsTest {

  @ParameterizedTest
  @CsvSource({"en, is not recommended, may diverge, fastest", "zh-CN, 不是推荐值, 可能发散, 下降最快"})
  void largestRateIsNoRecommendation(String language, String none, String beware, String promise) {
    var words = Sentences.of(Locale.forLanguageTag(language));
    var said = words.pattern("runs.rates.suggestion");
    assertTrue(said.contains("{1}") && said.contains("{3}"), "how far, in how many steps: " + said);
    assertTrue(said.contains(none), said);
    Stream.of("runs.rates.suggestion", "glossary.ratetest.means")
        .map(words::pattern)
        .forEach(it -> assertTrue(it.contains(beware), it));
    Stream.of("runs.rates.about", "glossary.ratetest.means")
        .map(words::pattern)
        .forEach(it -> assertFalse(it.contains(promise) || it.contains("rate is good"), it));
  }
}
