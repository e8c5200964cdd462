package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.baseline.Baseline.LeastSquares;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.answer.AllRows;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.train.RunControl;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often, and how well, the presets of the samples solve them. */
class PresetRatesTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();

  /** A sample trained with its preset; the seed is that of the split and of the run. */
  private record Trained(Table table, PreparedData data, ModelPredictor predictor) {

    static Trained of(Sample sample, long seed) {
      return of(Document.of(sample), seed);
    }

    static Trained of(Document document, long seed) {
      var table = Objects.requireNonNull(document.data().table());
      var draft = document.draft();
      var preparation = draft.preparation();
      var seeded =
          draft
              .withPreparation(preparation.withSplit(preparation.split().withSeed(seed)))
              .withTraining(draft.training().withSeed(seed));
      var plan = TrainingPlan.of(document.withDraft(seeded));
      var data = PreparedData.of(seeded.preparation(), table);
      var session = plan.session(data, PRODUCTS);
      session.run(new RunControl());
      return new Trained(table, data, new ModelPredictor(plan.model(session, data), PRODUCTS));
    }

    double accuracy(Dataset rows) {
      return Metric.ACCURACY.of(Scores.of(predictor, rows));
    }

    double r2(Dataset rows) {
      return Metric.R2.of(Scores.of(predictor, rows));
    }

    boolean solved() {
      return accuracy(data.training()) == 1;
    }
  }

  private static long solved(Sample sample, int seeds) {
    return IntStream.range(0, seeds).filter(seed -> Trained.of(sample, seed).solved()).count();
  }

  private static Document with(Preset preset, Sample sample) {
    var document = Document.of(sample);
    return document.withDraft(
        preset.change(
            document.draft(), DataShape.of(document.draft().preparation(), sample.table())));
  }

  @ParameterizedTest
  @EnumSource(names = {"XOR", "TEXTBOOK_NETWORK"})
  void fewRowsAreSolvedOnNineteenOfTwentySeeds(BundledSample sample) {
    var solved = solved(sample, 20);
    assertTrue(solved >= 19, solved + " of 20");
  }

  @Test
  void theTextbooksLineIsFoundByGradientDescent() {
    for (var seed = 0; seed < 5; seed++) {
      var trained = Trained.of(BundledSample.TEXTBOOK_LINEAR, seed);
      var answers = AllRows.of(trained.predictor(), trained.table());
      for (var row = 0; row < 4; row++) {
        assertEquals(2 * row + 1, answers.number(row), 0.01);
      }
    }
  }

  @Test
  void theTextbooksLogisticRegressionGetsAtMostThreeOfFour() {
    var trained = Trained.of(BundledSample.TEXTBOOK_LOGISTIC, 0);
    var accuracy = trained.accuracy(trained.data().training());
    assertTrue(accuracy <= 0.75, "accuracy " + accuracy);
  }

  @ParameterizedTest
  @CsvSource({"CIRCLES, 10, 0.95", "GAUSSIANS, 10, 0.95", "SPIRAL, 9, 0.97"})
  @Tag("thorough")
  void shapesAreLearnedOnTenSeeds(SampleKind kind, int least, double accuracy) {
    var learned =
        IntStream.range(0, 10)
            .mapToObj(seed -> Trained.of(GeneratedSample.of(kind), seed))
            .filter(trained -> trained.accuracy(trained.data().test()) >= accuracy)
            .count();
    assertTrue(learned >= least, learned + " of 10");
  }

  /** The noise leaves 0.98 of the sine to be explained; what a straight line explains is 0.68. */
  @Test
  void theSineIsLearnedOnTenSeeds() {
    for (var seed = 0; seed < 10; seed++) {
      var trained = Trained.of(GeneratedSample.of(SampleKind.SINE), seed);
      var r2 = trained.r2(trained.data().training());
      assertTrue(r2 >= 0.97, "R² " + r2 + " of seed " + seed);
    }
  }

  @Test
  void gradientDescentComesNearTheBestLine() {
    var trained = Trained.of(with(Preset.LINEAR_REGRESSION, BundledSample.DIABETES), 0);
    var training = trained.data().training();
    var best = LeastSquares.of(training.inputs(), (ValueTargets) training.targets());
    var bestScores = Scores.of(best, trained.data().preprocessor().target(), training, null);
    var missed = Metric.R2.of(bestScores) - trained.r2(training);
    assertTrue(missed < 0.02, "R² short by " + missed);
  }

  @ParameterizedTest
  @CsvSource({
    "IRIS, SOFTMAX_REGRESSION, 0.9",
    "DIGITS, SOFTMAX_REGRESSION, 0.9",
    "BREAST_CANCER, LOGISTIC_REGRESSION, 0.95",
    "IRIS, SMALL_NETWORK, 0.9",
    "WINE, TWO_LAYERS, 0.92",
  })
  void otherPresetsLearnKnownTables(BundledSample sample, Preset preset, double accuracy) {
    var trained = Trained.of(with(preset, sample), 0);
    var found = trained.accuracy(trained.data().test());
    assertTrue(found >= accuracy, "accuracy " + found);
  }
}
