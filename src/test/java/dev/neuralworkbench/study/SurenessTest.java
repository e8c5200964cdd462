package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.metrics.Conformal;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import dev.neuralworkbench.study.Sureness.Basis;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SurenessTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();

  private static Experiment experiment(Table table, double validation) {
    var experiment = Defaults.experiment(table);
    var preparation = experiment.preparation();
    var split = preparation.split().withValidation(validation).withTest(0.2);
    return experiment
        .withPreparation(preparation.withSplit(split))
        .withTraining(experiment.training().withFolds(0).withStopping(Stopping.after(15)));
  }

  private static Model trained(Experiment experiment, Table table) {
    var rows = RowSplit.of(experiment.preparation(), table);
    return FoldRun.of(experiment, table, rows, PRODUCTS, 1, Progress.NONE).model();
  }

  private static Sureness of(Experiment experiment, Table table) {
    return Sureness.of(trained(experiment, table), table, PRODUCTS, Progress.NONE);
  }

  @Test
  void scoresAreErrorsInTheUsersUnits() {
    var table = BundledSample.DIABETES.table();
    var experiment = experiment(table, 0.3);
    var model = trained(experiment, table);
    var found = Sureness.of(model, table, PRODUCTS, Progress.NONE);
    assertEquals(Basis.VALIDATION, found.basis());
    var rows = RowSplit.of(experiment.preparation(), table).validation();
    var answers = new ModelPredictor(model, PRODUCTS).predict(table, rows, Progress.NONE);
    var target = table.named("progression");
    for (var i = 0; i < rows.length; i++) {
      var predicted = ((Prediction.OfNumber) answers.prediction(i)).value();
      var actual = Double.parseDouble(target.text(rows[i]));
      assertEquals(Math.abs(actual - predicted), found.scores()[i], 1e-3);
    }
  }

  @Test
  void scoresOfClassesAreWhatIsMissingFromCertainty() {
    var table = BundledSample.IRIS.table();
    var experiment = experiment(table, 0.3);
    var model = trained(experiment, table);
    var found = Sureness.of(model, table, PRODUCTS, Progress.NONE);
    var data = PreparedData.of(experiment.preparation(), table);
    var answers = new ModelPredictor(model, PRODUCTS).predict(data.validation());
    var classes = ((ClassTargets) data.validation().targets()).classes();
    for (var row = 0; row < classes.length; row++) {
      assertEquals(1 - answers.probabilities(row)[classes[row]], found.scores()[row], 1e-6);
    }
  }

  /** Any row of those that decided nothing may be the next one: it is held as often as promised. */
  @Test
  void heldOutRowsAreHeldAtTheLevel() {
    for (var table : new Table[] {BundledSample.DIABETES.table(), BundledSample.WINE.table()}) {
      var scores = of(experiment(table, 0.5), table).scores();
      for (var level : new double[] {0.8, 0.9}) {
        var held = 0;
        var n = 49;
        for (var draw = 0; draw < 500; draw++) {
          var order = new int[scores.length];
          Arrays.setAll(order, i -> i);
          RandomSource.of(draw, Purpose.TRAPS).shuffle(order);
          var some = Arrays.stream(order, 0, n).mapToDouble(i -> scores[i]).toArray();
          held += Conformal.of(some, level).holds(scores[order[n]]) ? 1 : 0;
        }
        // Three standard deviations of a binomial count; ties would only add to it.
        var least = 500 * level - 3 * Math.sqrt(500 * level * (1 - level));
        var most = 500 * (level + 1.0 / (n + 1)) + 3 * Math.sqrt(500 * level * (1 - level));
        assertTrue(held >= least && held <= most, held + " at " + level);
      }
    }
  }

  @Test
  void rowsThatDecidedSomethingAreTold() {
    var table = BundledSample.IRIS.table();
    var experiment = experiment(table, 0.3);
    var watched =
        experiment.withTraining(experiment.training().withSchedule(ReduceOnPlateau.DEFAULT));
    assertEquals(Basis.WATCHED, of(watched, table).basis());
  }

  /** Without validation rows each training row is predicted by a network that has not seen it. */
  @Test
  void withoutValidationRowsFoldsOfTheTrainingRowsCount() {
    var table = BundledSample.IRIS.table();
    var model = Objects.requireNonNull(TrainedDocuments.iris().trained());
    var found = Sureness.of(model, table, PRODUCTS, Progress.NONE);
    assertEquals(Basis.FOLDS, found.basis());
    var training = model.prepared(table).training();
    assertEquals(training.rows(), found.scores().length, "the training rows, no test rows");
    assertTrue(training.rows() < table.rows());
    var fitted =
        Sureness.scores(new ModelPredictor(model, PRODUCTS).predict(training), training.targets());
    assertTrue(
        Arrays.stream(found.scores()).sum() > Arrays.stream(fitted).sum(),
        "rows that were trained on are predicted better");
  }

  /** Neither validation rows nor folds: nothing is excluded. */
  @Test
  void withoutHeldOutRowsNothingIsSure() {
    var table = BundledSample.IRIS.table();
    var found = of(experiment(table, 0), table);
    assertEquals(0, found.scores().length);
    assertEquals(Double.POSITIVE_INFINITY, found.at(0.9).margin());
  }
}
