package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingSession;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the defaults reach on the samples that every course knows. */
class DefaultScoresTest {

  private final PortableProducts products = new PortableProducts();

  @ParameterizedTest
  @CsvSource({
    "IRIS, ACCURACY, 0.945",
    "WINE, ACCURACY, 0.97",
    "BREAST_CANCER, ACCURACY, 0.965",
    "DIABETES, R2, 0.44",
  })
  @Tag("thorough")
  void smallTablesAreLearnedInTenFolds(BundledSample sample, Metric metric, double least) {
    assertScore(sample, metric, 1, least);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "IRIS, ACCURACY, 0.945",
    "WINE, ACCURACY, 0.97",
    "BREAST_CANCER, ACCURACY, 0.965",
    "DIGITS, ACCURACY, 0.97",
    "DIABETES, R2, 0.44",
  })
  void allTablesAreLearnedInTenFoldsOfFiveSeeds(BundledSample sample, Metric metric, double least) {
    assertScore(sample, metric, 5, least);
  }

  private void assertScore(BundledSample sample, Metric metric, int seeds, double least) {
    var table = sample.table();
    var mean =
        IntStream.range(0, seeds)
            .mapToDouble(seed -> crossValidated(table, metric, seed))
            .average()
            .orElseThrow();
    assertTrue(mean >= least, sample + ": " + mean);
  }

  private double crossValidated(Table table, Metric metric, long seed) {
    return CrossValidation.DEFAULT
        .run(withSplitSeed(table, seed), table, products, 1, Progress.NONE)
        .spread(metric)
        .mean();
  }

  private static Experiment withSplitSeed(Table table, long seed) {
    var experiment = Defaults.experiment(table);
    var preparation = experiment.preparation();
    return experiment.withPreparation(preparation.withSplit(preparation.split().withSeed(seed)));
  }

  @Test
  void irisIsLearnedOnSeventyPercentOfItsRows() {
    var table = BundledSample.IRIS.table();
    var mean =
        IntStream.range(0, 10)
            .mapToDouble(seed -> testAccuracy(table, seed))
            .average()
            .orElseThrow();
    assertTrue(mean >= 0.94, "mean accuracy " + mean);
  }

  private double testAccuracy(Table table, long seed) {
    var experiment = withSplitSeed(table, seed);
    var config = experiment.training().withSeed(seed);
    var data = PreparedData.of(experiment.preparation(), table);
    var session =
        TrainingSession.start(
            experiment.network(), config, data.training(), data.validation(), products);
    session.run(new RunControl());
    var model =
        new Model(experiment, data.preprocessor(), session.weights(), session.history(), null);
    return Metric.ACCURACY.of(Scores.of(new ModelPredictor(model, products), data.test()));
  }
}
