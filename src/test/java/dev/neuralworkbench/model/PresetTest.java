package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Penalty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {

  static List<Sample> samples() {
    return Sample.all();
  }

  private static DataShape shape(Sample sample) {
    var table = sample.table();
    return DataShape.of(Preparation.defaults(table), table);
  }

  private static List<Preset> fitting(Sample sample) {
    var problem = Preparation.defaults(sample.table()).problemType();
    return Preset.fitting(problem, shape(sample));
  }

  @Test
  void presetsAreOfferedWhereTheyFit() {
    assertEquals(
        List.of(
            Preset.RECOMMENDED,
            Preset.LOGISTIC_REGRESSION,
            Preset.SMALL_NETWORK,
            Preset.TEXTBOOK_NETWORK),
        fitting(BundledSample.XOR));
    assertEquals(
        List.of(
            Preset.RECOMMENDED,
            Preset.PLAIN,
            Preset.SOFTMAX_REGRESSION,
            Preset.SMALL_NETWORK,
            Preset.TWO_LAYERS),
        fitting(BundledSample.IRIS));
    assertEquals(
        List.of(Preset.RECOMMENDED, Preset.LINEAR_REGRESSION, Preset.SMALL_NETWORK),
        fitting(BundledSample.TEXTBOOK_LINEAR));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsOfferedCanBeTrainedAndIsFoundAgain(Sample sample) {
    var table = sample.table();
    var shape = shape(sample);
    var draft = Defaults.experiment(table);
    for (var preset : fitting(sample)) {
      var changed = preset.change(draft, shape);
      assertEquals(List.of(), changed.problems(table), preset.id());
      assertEquals(draft.preparation(), changed.preparation());
      assertEquals(Optional.of(preset), Preset.chosen(changed, shape));
    }
    var other = draft.withTraining(draft.training().withLearningRate(0.5));
    assertEquals(Optional.empty(), Preset.chosen(other, shape));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleOpensWithAPresetThatFits(Sample sample) {
    assertTrue(fitting(sample).contains(Preset.of(sample)));
    var draft = Document.of(sample).draft();
    var shape = DataShape.of(draft.preparation(), sample.table());
    assertEquals(Optional.of(Preset.of(sample)), Preset.chosen(draft, shape));
    assertEquals(draft, Document.of(DataReference.of(sample)).draft());
  }

  @Test
  void oneTableCanStandForTwoLessons() {
    assertEquals(Preset.LOGISTIC_REGRESSION, Preset.of(BundledSample.TEXTBOOK_LOGISTIC));
    assertEquals(Preset.TEXTBOOK_NETWORK, Preset.of(BundledSample.TEXTBOOK_NETWORK));
    assertEquals(Preset.TWO_LAYERS, Preset.of(GeneratedSample.of(SampleKind.SPIRAL)));
    assertEquals(Preset.PLAIN, Preset.of(GeneratedSample.of(SampleKind.CIRCLES)));
  }

  @ParameterizedTest
  @CsvSource({
    "circles, 210, 45, 45",
    "moons, 210, 45, 45",
    "gaussians, 210, 45, 45",
    "spiral, 350, 75, 75",
    "sine, 140, 30, 30",
    "plane, 140, 30, 30",
    "xor, 4, 0, 0",
    "textbook-linear, 4, 0, 0",
    "textbook-logistic, 4, 0, 0",
    "textbook-network, 4, 0, 0",
    "iris, 104, 23, 23",
    "digits, 1257, 270, 270",
  })
  void aSampleThatTeachesIsDividedAndTrainedAsATextbookHasIt(
      String id, int training, int validation, int test) {
    var draft = Document.of(Sample.named(id).orElseThrow()).draft();
    var shape = DataShape.of(draft.preparation(), Sample.named(id).orElseThrow().table());
    assertEquals(
        List.of(training, validation, test),
        List.of(shape.training(), shape.validation(), shape.test()));
    assertTrue(draft.preparation().split().stratified());
    assertEquals(Penalty.NONE, draft.training().penalty());
    assertEquals(0, draft.training().average());
    assertEquals(0, draft.training().foldCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wine", "breast-cancer", "diabetes"})
  void anotherSampleBeginsAsATableOfOnesOwn(String id) {
    var sample = Sample.named(id).orElseThrow();
    var draft = Document.of(sample).draft();
    assertEquals(Defaults.experiment(sample.table()), draft);
    assertEquals(0, draft.preparation().split().validation());
    assertEquals(5, draft.training().foldCount());
  }

  @Test
  void ofFewRowsASampleHasWhatItsPresetIsLike() {
    for (var rows : List.of(19, 20)) {
      var recipe = new GeneratedSample(SampleKind.SPIRAL, rows, 0, 0);
      var draft = Document.of(recipe).draft();
      var shape = DataShape.of(draft.preparation(), recipe.table());
      var preset = rows < 20 ? Preset.RECOMMENDED : Preset.TWO_LAYERS;
      assertEquals(Optional.of(preset), Preset.chosen(draft, shape));
      assertEquals(rows < 20 ? 0 : 3, shape.validation());
    }
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void onlyTheRecommendedPresetHasAPenaltyAndAMean(Preset preset) {
    var training = preset.training(new DataShape(4, 3, 105, 22, 23));
    var isRecommended = preset == Preset.RECOMMENDED;
    assertEquals(isRecommended, !training.penalty().equals(Penalty.NONE));
    assertEquals(isRecommended, training.average() > 0);
  }

  @Test
  void theSeedStays() {
    var draft = Defaults.experiment(BundledSample.IRIS.table());
    var seeded = draft.withTraining(draft.training().withSeed(7));
    var changed = Preset.SMALL_NETWORK.change(seeded, shape(BundledSample.IRIS));
    assertEquals(7, changed.training().seed());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.1", "5, 0.1", "10, 0.05", "64, 0.008"})
  void moreInputsTakeASmallerRateOfGradientDescent(int inputs, double learningRate) {
    var shape = new DataShape(inputs, 0, 300, 0, 0);
    var training = Preset.LINEAR_REGRESSION.training(shape);
    assertEquals(learningRate, training.optimizer().learningRate());
    assertEquals(0, training.batchSize());
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void namesAndTipsHaveWords(Preset preset) {
    for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      var words = Sentences.of(locale);
      assertTrue(words.keys("preset.").containsAll(List.of(preset.id(), preset.id() + ".tip")));
    }
  }
}
