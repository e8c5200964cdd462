package dev.neuralworkbench.study.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.study.vary.Combination.Level;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyTest {

  private static final Table IRIS = BundledSample.IRIS.table();

  private static List<String> texts(String variation) throws StudyException {
    return Variation.read(variation).levels().stream().map(Level::text).toList();
  }

  private static List<Combination> grid(String... variations) throws StudyException {
    var read = new ArrayList<Variation<?>>();
    for (var text : variations) {
      read.add(Variation.read(text));
    }
    return Study.grid(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learning-rate=0.001,0.01, 1e-1 | [0.001, 0.01, 0.1]",
        "learning-rate=0.001..1:4 | [0.001, 0.01, 0.1, 1]",
        "learning-rate=1e-7,1e-7 | [1E-7]",
        "dropout=0 .. 0.5 : 3 | [0, 0.25, 0.5]",
        "batch-size=1..100:3 | [1, 10, 100]",
        "l2=0..1:3 | [0, 0.5, 1]",
        "hidden=8;16; 8,8;none | [8, 16, 8,8, none]",
        "optimizer=sgd,adam | [sgd, adam]",
        "activation=leaky-relu | [leaky_relu]",
        "learning-rate=0,1; 0,01 | [0.1, 0.01]",
        "batch-size=8;16 | [8, 16]",
      })
  void readsValuesAndRanges(String text, String expected) throws StudyException {
    assertEquals(expected, texts(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense=1 | study.problem.setting",
        "learning-rate | study.problem.empty",
        "learning-rate=0x1p-3 | study.problem.number",
        "learning-rate=1f | study.problem.number",
        "learning-rate=0 | study.problem.number",
        "learning-rate=0.1,, | study.problem.empty",
        "learning-rate=1..0.1 | study.problem.span",
        "learning-rate=0.1..1:1 | study.problem.steps",
        "batch-size=1.5 | study.problem.whole",
        "hidden=8;x | study.problem.value",
        "optimizer=adamant | study.problem.value",
      })
  void refusesWhatIsNoValue(String text, String key) {
    var failure = assertThrows(StudyException.class, () -> Variation.read(text));
    assertEquals(key, failure.problem().key());
  }

  @Test
  void aGridHasEveryCombination() throws StudyException {
    var settings = grid("learning-rate=0.1,0.2", "hidden=4;none;4,4");
    assertEquals(
        "[[0.1, 4], [0.1, none], [0.1, 4,4], [0.2, 4], [0.2, none], [0.2, 4,4]]",
        settings.stream().map(Combination::texts).toList().toString());
    assertThrows(StudyException.class, () -> grid("l2=0", "l2=1"));
    assertThrows(
        StudyException.class, () -> grid("l1=0..1:100", "l2=0..1:100", "dropout=0..0.5:2"));
  }

  @Test
  void drawnSettingsAreWithinTheirRangeAndTheSameForASeed() throws StudyException {
    List<Variation<?>> variations =
        List.of(Variation.read("learning-rate=0.001..1"), Variation.read("hidden=4;8"));
    var drawn = Study.random(variations, 200, 7);
    assertEquals(drawn, Study.random(variations, 200, 7));
    var rates = drawn.stream().map(it -> (Double) it.levels().getFirst().value()).toList();
    assertTrue(rates.stream().allMatch(rate -> rate >= 0.001 && rate <= 1));
    // A third of a range with equal ratios is a decade.
    var low = rates.stream().filter(rate -> rate < 0.01).count();
    assertTrue(Math.abs(low - drawn.size() / 3.0) < 25, String.valueOf(low));
  }

  /** Every choice, on an experiment of its own: it is what it was set to, and nothing else is. */
  @Test
  void eachChoiceChangesItselfAlone() {
    var base = Defaults.experiment(IRIS);
    var values =
        Map.of(
            "scaling",
            "min_max",
            "activation",
            "elu",
            "initializer",
            "he_normal",
            "loss",
            "mean_squared_error",
            "optimizer",
            "nadam",
            "schedule",
            "cosine",
            "hidden",
            "3,2");
    for (var setting : Settings.variable(base)) {
      var value = values.getOrDefault(setting.id(), "0.5");
      var whole = setting.values().range() != null && setting.values().range().whole();
      check(base, setting, whole ? "7" : value);
    }
  }

  private static <T> void check(Experiment base, Setting<T> setting, String text) {
    var value = setting.values().of(text).orElseThrow(() -> new AssertionError(setting.id()));
    var changed = setting.with().apply(base, value);
    assertEquals(text, setting.present(changed).orElseThrow());
    var before = setting.get().apply(base).orElseThrow();
    if (!setting.id().equals("optimizer") && !setting.id().equals("loss")) {
      var others =
          Settings.variable(base).stream()
              .filter(it -> !List.of(setting.id(), "initializer").contains(it.id()))
              .filter(it -> !it.present(base).equals(it.present(changed)))
              .map(Setting::id)
              .toList();
      assertEquals(List.of(), others, setting.id());
    }
    assertEquals(before, setting.get().apply(setting.with().apply(changed, before)).orElseThrow());
  }

  @Test
  void eachChoiceHasTheNameOfItsField() {
    for (var language : Language.values()) {
      var words = Sentences.of(language.locale());
      for (var setting : Settings.VARIABLE) {
        assertTrue(words.has(setting.component()), setting.component());
      }
    }
  }

  @Test
  void everySettingHasTheSameSeeds() throws StudyException {
    var base = Defaults.experiment(IRIS);
    var study = new Study(base, grid("learning-rate=0.1,0.2"), 3, true);
    var seeds = study.runs().stream().map(StudyRun::seed).toList();
    assertEquals(List.of(0L, 1L, 2L, 0L, 1L, 2L), seeds);
    assertEquals(
        List.of(0L, 1L, 2L, 0L, 1L, 2L),
        study.runs().stream().map(it -> it.experiment().preparation().split().seed()).toList());
    assertEquals(
        1,
        new Study(base, study.settings(), 3, false)
            .runs().stream().map(it -> it.experiment().preparation()).distinct().count());
  }

  @Test
  void saysWhatKeepsItFromStarting() throws StudyException {
    var base = Defaults.experiment(IRIS);
    assertEquals(List.of(), new Study(base, grid("hidden=4;8"), 2, false).problems(IRIS));
    assertEquals("study.problem.applies", first(base, "momentum=0.5", 1).key());
    assertEquals("study.problem.runs", first(base, "learning-rate=0.1..1:100", 1000).key());
    assertEquals("problem.range", first(base, "learning-rate=0.1", 0).key());
    assertEquals("training.batchSize", first(base, "batch-size=5000", 1).component());
    // Folds judge iris: each share would be judged by other rows.
    assertEquals("study.problem.share", first(base, "training-share=0.1,1", 1).key());
    var heldOut =
        base.withTraining(base.training().withFolds(0))
            .withPreparation(
                base.preparation().withSplit(base.preparation().split().withValidation(0.2)));
    // A batch of 16 is larger than 10 % of 104 rows, and has them all.
    assertEquals(
        List.of(), new Study(heldOut, grid("training-share=0.1,1"), 2, false).problems(IRIS));
  }

  private static Problem first(Experiment base, String vary, int seeds) throws StudyException {
    return new Study(base, grid(vary), seeds, false).problems(IRIS).getFirst();
  }
}
