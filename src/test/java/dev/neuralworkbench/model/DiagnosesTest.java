package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.diagnosis.Diagnoses;
import dev.neuralworkbench.explain.diagnosis.Diagnosis;
import dev.neuralworkbench.explain.diagnosis.Observation;
import dev.neuralworkbench.explain.diagnosis.Remedy;
import dev.neuralworkbench.explain.diagnosis.VitalsProbe;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real runs: each diagnosis on one that has the trouble, none on those that go well. */
@Tag("thorough")
class DiagnosesTest {

  private static final Table CIRCLES = GeneratedSample.of(SampleKind.CIRCLES).table();
  private static final Table CANCER = BundledSample.BREAST_CANCER.table();

  private static final String INPUTS =
      IntStream.range(0, 20).mapToObj(i -> "x" + i + ",").collect(Collectors.joining());

  static Stream<Sample> healthy() {
    // No line parts the four rows of the textbook's logistic regression: it ends where it began.
    return Sample.all().stream().filter(it -> it != BundledSample.TEXTBOOK_LOGISTIC);
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void runThatGoesWellIsLeftInPeaceFromItsStartToItsEnd(Sample sample) {
    var document = Document.of(sample);
    var usual = document.draft();
    var split = usual.preparation().split();
    // A third of the many rows of the largest sample is trained on in a third of the time.
    var few = document.data().rows() > 1000 ? split.withUsed(0.3) : split;
    var draft = usual.withPreparation(usual.preparation().withSplit(few));
    var run = new Trained(draft, document.data().table());
    while (run.trainSome()) {
      assertEquals(List.of(), run.diagnoses(), "after " + run.epochs() + " epochs");
    }
    assertEquals(List.of(), run.diagnoses());
  }

  @Test
  void divergedRunIsToldItsRate() {
    var experiment = Defaults.experiment(BundledSample.DIABETES.table());
    var run =
        new Trained(
            experiment.withTraining(experiment.training().withOptimizer(new Sgd(50, 0, false))),
            BundledSample.DIABETES.table());
    run.trainAll();
    var first = run.diagnoses().getFirst();
    assertEquals("diverged", first.id());
    assertEquals(List.of(50.0), first.evidence());
    assertTrue(run.follow(first).isBetterThan(run));
  }

  @Test
  void rateThatIsTooHighIsNamed() {
    assertFirst("rateTooHigh", circles(new Adam(3, 0.9, 0.999, 1e-8)), CIRCLES);
    assertFirst("rateTooHigh", circles(new Sgd(30, 0, false)), CIRCLES);
  }

  @Test
  void rateThatIsTooLowIsNamed() {
    assertFirst("rateTooLow", circles(new Adam(1e-5, 0.9, 0.999, 1e-8)), CIRCLES);
    assertFirst("rateTooLow", circles(new Sgd(1e-3, 0, false)), CIRCLES);
  }

  /** In as many steps a larger network gets further, too, but not as far as longer steps lead. */
  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void rateThatIsFarTooLowIsNotBlamedOnTheSizeOfTheNetwork(int units) {
    var document = OwnTable.of(GeneratedSample.of(SampleKind.SPIRAL));
    var shape = DataShape.of(document.draft().preparation(), document.data().table());
    var experiment = hidden(Preset.TWO_LAYERS.change(document.draft(), shape), tanh(units));
    var training = experiment.training().withLearningRate(1e-4).withStopping(Stopping.after(300));
    var run = new Trained(experiment.withTraining(training), document.data().table());
    run.trainAll();
    var found = run.diagnoses().getFirst();
    assertEquals("rateTooLow", found.id());
    assertEquals(1e-4, number(found, 0));
    var followed = run.follow(found);
    assertTrue(followed.isBetterThan(run));
    assertTrue(
        followed.isBetterThan(
            run.follow(Diagnosis.of(Diagnosis.Kind.MODEL_TOO_SMALL, Remedy.Fixed.LARGER))));
  }

  @ParameterizedTest
  @EnumSource(names = {"GLOROT_UNIFORM", "NORMAL"})
  void rowsLearnedByHeartAreToldSinceWhen(Initializer output) {
    var experiment = heldOut(BundledSample.DIABETES.table());
    var training =
        experiment.training().withPenalty(Penalty.NONE).withStopping(Stopping.after(200));
    var run =
        new Trained(
            experiment
                .withTraining(training)
                .withNetwork(
                    experiment
                        .network()
                        .withHidden(List.of(tanh(64), tanh(64)))
                        .withOutputInitializer(output)),
            BundledSample.DIABETES.table());
    run.trainAll();
    var found = run.diagnoses();
    var overfitting = found.getFirst();
    assertEquals("overfitting", overfitting.id());
    assertTrue(number(overfitting, 0) < 100, overfitting.toString());
    assertTrue(number(overfitting, 2) > number(overfitting, 1));
    assertEquals(
        EarlyStopping.DEFAULT, overfitting.remedy().change(training).stopping().earlyStopping());
    assertTrue(overfitting.weightsAreSpoilt(), "the best epoch would not be found again");
    assertTrue(run.follow(overfitting).isBetterThan(run));
  }

  @Test
  void earlyStoppingTakesCareOfOverfitting() {
    var experiment = heldOut(BundledSample.DIABETES.table());
    var stopping =
        Stopping.after(200)
            .withEarlyStopping(new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 199, true));
    var run =
        new Trained(
            experiment
                .withTraining(
                    experiment.training().withPenalty(Penalty.NONE).withStopping(stopping))
                .withNetwork(experiment.network().withHidden(List.of(tanh(64), tanh(64)))),
            BundledSample.DIABETES.table());
    run.trainAll();
    assertEquals(List.of(), run.diagnoses());
  }

  @Test
  void inputsAsTheyAreAreNamedAndNotWhatTheyDoToTheUnits() {
    var experiment = heldOut(CANCER);
    var run =
        new Trained(
            experiment.withPreparation(experiment.preparation().withScaling(Scaling.NONE)), CANCER);
    run.trainSome();
    assertEquals(List.of("inputsNotScaled"), run.diagnoses().stream().map(Diagnosis::id).toList());
    run.trainAll();
    assertTrue(run.follow(run.diagnoses().getFirst()).isBetterThan(run));
    var remedy = run.diagnoses().getFirst().remedy();
    assertEquals(Scaling.STANDARDIZE, remedy.change(experiment.preparation()).scaling());
  }

  @Test
  void deadUnitsAreCountedAndTheRateThatKilledThemIsNamed() {
    for (var rate : new double[] {2, 3}) {
      var experiment = circles(new Adam(rate, 0.9, 0.999, 1e-8));
      var run = new Trained(hidden(experiment, DenseDesign.of(16, Activation.RELU)), CIRCLES);
      run.trainAll();
      var killed = run.diagnoses().getFirst();
      assertEquals("killedUnits", killed.id());
      assertTrue(share(killed, 1) >= 0.4, killed.toString());
      assertEquals(1, number(killed, 0));
      assertEquals(rate, number(killed, 3));
      assertTrue(run.follow(killed).isBetterThan(run));
    }
  }

  @Test
  void unitsThatDieAtAnOrdinaryRateAreGivenASlope() {
    var usual = hidden(circles(new Adam(0.005, 0.9, 0.999, 1e-8)), relu(3), relu(3), relu(3));
    var experiment = usual.withTraining(usual.training().withSeed(1));
    var run = new Trained(experiment, CIRCLES);
    run.trainAll();
    var dead = run.diagnoses().getFirst();
    assertEquals("deadUnits", dead.id());
    assertEquals(
        DenseDesign.of(3, Activation.LEAKY_RELU),
        dead.remedy().change(experiment.network()).hidden().getFirst());
    assertTrue(run.follow(dead).isBetterThan(run));
  }

  /** All units of a layer are dead, and with leaky ones the loss ends as high. */
  @Test
  void whatDoesNotHelpIsNotAdvised() {
    var narrow = hidden(circles(new Sgd(0.5, 0, false)), relu(2), relu(2), relu(2), relu(2));
    assertFirst("modelTooSmall", narrow, CIRCLES);
    var usual = hidden(circles(new Sgd(0.5, 0, false)), relu(4), relu(4), relu(4), relu(4));
    var run = new Trained(usual.withTraining(usual.training().withSeed(1)), CIRCLES);
    run.trainAll();
    var found = run.diagnoses().getFirst();
    assertEquals("plateau", found.id());
    assertTrue(
        found.remedy() == null || run.follow(found).isBetterThan(run), "tried: " + found.remedy());
  }

  @Test
  void penaltyThatOutweighsTheLossIsNamedAndNotTheSizeOfTheNetwork() {
    for (var penalty :
        List.of(
            new Penalty(0, 1),
            new Penalty(0.1, 0),
            new Penalty(0, 0.1),
            new Penalty(0.1, 1),
            new Penalty(0.0001, 1))) {
      for (var table : List.of(CIRCLES, CANCER)) {
        var experiment = heldOut(table);
        var run =
            new Trained(experiment.withTraining(experiment.training().withPenalty(penalty)), table);
        run.trainAll();
        if (penalty.l2() == 0.1 && table.equals(CANCER)) {
          assertEquals(List.of(), run.diagnoses(), "it learns");
        } else {
          var found = run.diagnoses().getFirst();
          var isL1 = penalty.l1() == 0.1;
          assertEquals(isL1 ? "penaltyTooHigh.l1" : "penaltyTooHigh.l2", found.id());
          assertEquals(isL1 ? penalty.l1() : penalty.l2(), number(found, 0));
          assertTrue(run.follow(found).isBetterThan(run));
        }
      }
    }
  }

  @Test
  void dropoutThatLeavesTooFewUnitsIsNamedAndNotTheSizeOfTheNetwork() {
    var run =
        new Trained(
            hidden(Defaults.experiment(CIRCLES), tanh(16), new DropoutDesign(0.9)), CIRCLES);
    run.trainAll();
    var found = run.diagnoses().getFirst();
    assertEquals("dropoutTooHigh", found.id());
    assertEquals(0.9, number(found, 0));
    assertTrue(run.follow(found).isBetterThan(run));
    var usual =
        new Trained(
            hidden(Defaults.experiment(CIRCLES), tanh(16), new DropoutDesign(0.2)), CIRCLES);
    usual.trainAll();
    assertEquals(List.of(), usual.diagnoses());
  }

  @Test
  void rateIsNotCalledTooLowWhereOtherRowsAreNotAnsweredBetterAnyMore() {
    var text = new StringBuilder(INPUTS + "class\n");
    var random = new Random(3);
    for (var i = 0; i < 400; i++) {
      var sum = 0.0;
      for (var j = 0; j < 20; j++) {
        var x = random.nextGaussian();
        sum += j < 3 ? x : 0;
        text.append(x).append(',');
      }
      text.append(sum + 3 * random.nextGaussian() > 0 ? "good\n" : "bad\n");
    }
    var table = table(text.toString());
    for (var rate : new double[] {0.003, 0.001, 0.0005}) {
      var experiment = Defaults.experiment(table);
      var run =
          new Trained(
              experiment.withTraining(
                  experiment.training().withLearningRate(rate).withPenalty(Penalty.NONE)),
              table);
      while (run.trainSome()) {
        assertEquals(List.of(), run.diagnoses(), rate + " after " + run.epochs());
      }
      assertEquals(List.of(), run.diagnoses());
    }
  }

  @Test
  void overfittingIsNamedThoughTheValidationLossRoseByLittle() {
    var experiment = Defaults.experiment(BundledSample.DIABETES.table());
    var network =
        experiment
            .network()
            .withHidden(List.of(relu(32), relu(32)))
            .withOutputInitializer(Initializer.GLOROT_UNIFORM);
    var training = experiment.training().withStopping(Stopping.after(60)).withPenalty(Penalty.NONE);
    var run =
        new Trained(
            experiment.withNetwork(network).withTraining(training), BundledSample.DIABETES.table());
    run.trainAll();
    var found = run.diagnoses().getFirst();
    assertEquals("overfitting", found.id());
    assertEquals(run.session.history().validationLoss(59), number(found, 2));
    assertEquals(run.session.history().trainingLoss(59), number(found, 3));
    assertTrue(run.follow(found).isBetterThan(run));
  }

  @Test
  void gradientThatFadesIsMeasured() {
    var sigmoid = DenseDesign.of(8, Activation.SIGMOID);
    var experiment =
        hidden(circles(new Sgd(0.1, 0, false)), sigmoid, sigmoid, sigmoid, sigmoid, sigmoid);
    assertFirst("vanishingGradient", experiment, CIRCLES);
  }

  /** By hand: without L1 and L2 the same network comes to an accuracy above 0.99. */
  @Test
  void gradientThatThePenaltyStiflesIsNotBlamedOnTheUnits() {
    var sigmoid = DenseDesign.of(8, Activation.SIGMOID);
    var usual =
        hidden(Defaults.experiment(CIRCLES), sigmoid, sigmoid, sigmoid, sigmoid, sigmoid, sigmoid);
    var training = usual.training().withFolds(0).withStopping(Stopping.after(100));
    var run = new Trained(usual.withTraining(training), CIRCLES);
    run.trainAll();
    var found = run.diagnoses().getFirst();
    assertEquals("shrunkWeights", found.id());
    assertTrue(number(found, 0) < 1e-15 && number(found, 1) < 0.1, found.toString());
    assertEquals(Penalty.NONE, found.remedy().change(training).penalty());
    var followed = run.follow(found);
    assertTrue(followed.session.history().trainingScore(99) > 0.99, followed.losses());
    assertTrue(run.session.history().trainingScore(99) < 0.6);
  }

  @Test
  void networkThatIsTooSmallForTheBoundaryIsToldWhatIsThere() {
    var experiment = Defaults.experiment(CIRCLES);
    for (var layers : List.of(List.<LayerDesign>of(), List.<LayerDesign>of(tanh(1)))) {
      var run =
          new Trained(experiment.withNetwork(experiment.network().withHidden(layers)), CIRCLES);
      run.trainAll();
      var small = run.diagnoses().getFirst();
      assertEquals("modelTooSmall", small.id());
      assertTrue(number(small, 1) > number(small, 0) + 0.1, small.toString());
      var larger = small.remedy().change(run.experiment.network()).hidden();
      assertEquals(List.of(tanh(16)), larger);
      assertTrue(run.follow(small).isBetterThan(run));
    }
  }

  @Test
  void lossThatStandsStillIsNamed() {
    var table = noise();
    var experiment = hidden(Defaults.experiment(table));
    var training =
        experiment.training().withOptimizer(Sgd.DEFAULT).withStopping(Stopping.after(200));
    var run = new Trained(experiment.withTraining(training), table);
    run.trainAll();
    var plateau = run.diagnoses().getFirst();
    assertEquals("plateau", plateau.id());
    assertNull(plateau.remedy(), "noise is noise, whatever the choices");
  }

  @Test
  void lineThatCannotPartTheRowsIsGivenAHiddenLayer() {
    var document = Document.of(BundledSample.TEXTBOOK_LOGISTIC);
    var run = new Trained(document.draft(), document.data().table());
    run.trainAll();
    var plateau = run.diagnoses().getFirst();
    assertEquals("plateau", plateau.id());
    assertEquals(Remedy.Fixed.LARGER, plateau.remedy());
    assertTrue(run.follow(plateau).isBetterThan(run));
  }

  @Test
  void weightsOfZeroAreToldAsTheReason() {
    var zeros = tanh(16).withInitializer(Initializer.ZEROS);
    var experiment = circles(Sgd.DEFAULT);
    var network =
        experiment.network().withHidden(List.of(zeros)).withOutputInitializer(Initializer.ZEROS);
    var run = new Trained(experiment.withNetwork(network), CIRCLES);
    run.trainAll();
    var plateau = run.diagnoses().getFirst();
    assertEquals("plateau", plateau.id());
    assertEquals(List.of(tanh(16)), plateau.remedy().change(network).hidden());
    assertTrue(run.follow(plateau).isBetterThan(run));
  }

  @Test
  void rareClassIsCounted() throws TableFormatException {
    var text = new StringBuilder("x,y,class\n");
    var random = new Random(1);
    for (var i = 0; i < 400; i++) {
      var rare = i % 50 == 0;
      text.append(random.nextGaussian() + (rare ? 4 : 0))
          .append(',')
          .append(random.nextGaussian())
          .append(rare ? ",rare\n" : ",common\n");
    }
    var table = TableReader.parse("t.csv", text.toString());
    var run = new Trained(Defaults.experiment(table), table);
    run.trainAll();
    var found = run.diagnoses();
    assertEquals(List.of("classesUnbalanced"), found.stream().map(Diagnosis::id).toList());
    assertEquals(0.02, share(found.getFirst(), 0), 0.005);
    var balanced = run.follow(found.getFirst());
    assertTrue(
        balanced.diagnoses().stream().noneMatch(it -> it.id().equals("classesUnbalanced")),
        balanced.diagnoses().toString());
  }

  @Test
  void classOfARowOrTwoIsNoReasonToBalance() {
    var text = new StringBuilder("x,y,sex\n");
    var random = new Random(1);
    for (var i = 0; i < 300; i++) {
      var sex = i == 40 || i == 80 || i == 120 ? "." : i % 2 == 0 ? "male" : "female";
      text.append(random.nextGaussian() + i % 2 * 4)
          .append(',')
          .append(random.nextGaussian())
          .append(',')
          .append(sex)
          .append('\n');
    }
    var table = table(text.toString());
    var run = new Trained(Defaults.experiment(table), table);
    run.trainAll();
    assertTrue(
        run.diagnoses().stream().noneMatch(it -> it.id().equals("classesUnbalanced")),
        run.diagnoses().toString());
  }

  private static Table noise() {
    var text = new StringBuilder("x,y,class\n");
    var random = new Random(7);
    for (var i = 0; i < 300; i++) {
      text.append(random.nextGaussian())
          .append(',')
          .append(random.nextGaussian())
          .append(random.nextBoolean() ? ",a\n" : ",b\n");
    }
    return table(text.toString());
  }

  private static Table table(String text) {
    try {
      return TableReader.parse("t.csv", text);
    } catch (TableFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Experiment circles(OptimizerConfig optimizer) {
    var experiment = hidden(heldOut(CIRCLES), tanh(16));
    return experiment.withTraining(
        experiment.training().withOptimizer(optimizer).withStopping(Stopping.after(200)));
  }

  /** Judged by rows that are held out, with weights as they are, of usual size, little penalty. */
  private static Experiment heldOut(Table table) {
    var usual = Preparation.defaults(table);
    var preparation = usual.withSplit(usual.split().withValidation(0.15));
    var experiment = Defaults.experiment(preparation, table);
    return experiment
        .withNetwork(experiment.network().withOutputInitializer(Initializer.GLOROT_UNIFORM))
        .withTraining(experiment.training().withAverage(0).withPenalty(new Penalty(0, 1e-3)));
  }

  private static Experiment hidden(Experiment experiment, LayerDesign... layers) {
    return experiment.withNetwork(experiment.network().withHidden(List.of(layers)));
  }

  private static DenseDesign tanh(int units) {
    return DenseDesign.of(units, Activation.TANH);
  }

  private static DenseDesign relu(int units) {
    return DenseDesign.of(units, Activation.RELU);
  }

  private static double number(Diagnosis diagnosis, int index) {
    return ((Number) diagnosis.evidence().get(index)).doubleValue();
  }

  private static double share(Diagnosis diagnosis, int index) {
    return ((Diagnosis.Percentage) diagnosis.evidence().get(index)).value();
  }

  /** The first diagnosis is of that kind, and what it advises helps. */
  private static void assertFirst(String expected, Experiment experiment, Table table) {
    var run = new Trained(experiment, table);
    run.trainAll();
    var found = run.diagnoses();
    assertTrue(
        !found.isEmpty() && expected.equals(found.getFirst().id()),
        expected + " expected, found " + found + run.losses());
    assertTrue(run.follow(found.getFirst()).isBetterThan(run), found.toString());
  }

  /** A run that is looked at now and then. */
  private static final class Trained {

    private final Experiment experiment;
    private final Table table;
    private final PreparedData data;
    private final TrainingSession session;
    private final VitalsProbe probe;

    Trained(Experiment experiment, Table table) {
      this.experiment = experiment;
      this.table = table;
      data = PreparedData.of(experiment.preparation(), table);
      session =
          TrainingSession.start(
              experiment.network(),
              experiment.training(),
              data.training(),
              data.validation(),
              new PortableProducts());
      probe =
          new VitalsProbe(
              experiment.network(),
              experiment.outputs(DataShape.of(experiment.preparation(), table)),
              data.training(),
              new PortableProducts());
    }

    /** A run from new weights with what a diagnosis advises, to its end. */
    Trained follow(Diagnosis diagnosis) {
      var remedy = Objects.requireNonNull(diagnosis.remedy(), diagnosis.toString());
      var followed =
          new Trained(
              new Experiment(
                  remedy.change(experiment.preparation()),
                  remedy.change(experiment.network()),
                  remedy.change(experiment.training())),
              table);
      followed.trainAll();
      return followed;
    }

    /** Whether the weights that stay answer other rows better, or where there are none, its own. */
    boolean isBetterThan(Trained other) {
      return loss() < other.loss();
    }

    private double loss() {
      var history = session.history();
      if (history.epochs() == 0) {
        return Double.POSITIVE_INFINITY;
      }
      var early = experiment.training().stopping().earlyStopping();
      var losses = history.results().stream().mapToDouble(EpochResult::validationLoss);
      return data.validation().rows() == 0
          ? history.trainingLoss(epochs() - 1)
          : early != null && early.restoreBest()
              ? losses.min().orElseThrow()
              : history.validationLoss(epochs() - 1);
    }

    int epochs() {
      return session.history().epochs();
    }

    void trainAll() {
      session.run(new RunControl());
    }

    /** Trains some epochs; whether there are more. */
    boolean trainSome() {
      for (var i = 0; i < 7 && session.history().stopReason() == null; i++) {
        session.trainEpoch();
      }
      return session.history().stopReason() == null;
    }

    List<Diagnosis> diagnoses() {
      return Diagnoses.of(
          new Observation(
              experiment.preparation(),
              experiment.network(),
              experiment.training(),
              session.history(),
              data.training(),
              List.of(
                  probe.measure(session.checkpoint(), session.history(), experiment.training())),
              new PortableProducts()));
    }

    String losses() {
      return session.history().results().stream()
          .map(it -> "%.3f".formatted(it.trainingLoss()))
          .collect(Collectors.joining(" ", "\n", "\n"));
    }
  }
}
