package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart.Reason;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.FoldState;
import dev.neuralworkbench.train.Improvement;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {

  private static final LayerDesign A = DenseDesign.of(5, Activation.TANH);
  private static final LayerDesign B = DenseDesign.of(4, Activation.TANH);
  private static final LayerDesign C = DenseDesign.of(3, Activation.RELU);

  private final Document trained = run(document(A, B));

  @Test
  void nothingTrainedStartsAnew() {
    assertAnew(Reason.FIRST, TrainingPlan.of(document(A)));
  }

  @Test
  void unchangedDraftGoesOnForAsManyEpochsAgain() {
    var start = assertInstanceOf(TrainingStart.Continued.class, TrainingPlan.of(trained).start());
    assertEquals(2, start.moreEpochs());
    assertEquals(4, run(trained).trained().history().epochs());
  }

  @Test
  void goingOnGivesTheBitsOfOneLongRun() {
    var whole = run(change(document(A, B), it -> it.withTraining(it.training().withEpochs(4))));
    assertEquals(whole.trained().weights(), run(trained).trained().weights());
  }

  @Test
  void foldsGoOnWithTheirOwnWeightsAndBeginAnewWhereThereAreNone() {
    var judged = run(change(document(A), TrainingPlanTest::byFolds));
    var faster = change(judged, it -> it.withTraining(it.training().withLearningRate(0.02)));
    var goesOn = TrainingPlan.keeping(faster);
    assertInstanceOf(TrainingStart.FromWeights.class, goesOn.start());
    assertFalse(goesOn.foldsBeginAnew());
    var session = goesOn.session(prepared(faster), new PortableProducts());
    assertEquals(
        judged.trained().checkpoint().folds().stream().map(FoldState::predicting).toList(),
        session.checkpoint().folds().stream().map(FoldState::weights).toList());

    var others = change(judged, it -> it.withTraining(it.training().withFolds(3)));
    assertTrue(TrainingPlan.keeping(others).foldsBeginAnew());
    var model = judged.trained();
    var byHand = judged.withTrained(edited(model));
    assertTrue(TrainingPlan.of(byHand).foldsBeginAnew());
    var anew = TrainingPlan.of(byHand).session(prepared(byHand), new PortableProducts());
    var drawn =
        TrainingPlan.of(judged.withTrained(null)).session(prepared(judged), new PortableProducts());
    assertEquals(drawn.checkpoint().folds(), anew.checkpoint().folds());
  }

  private static Experiment byFolds(Experiment draft) {
    var preparation = draft.preparation();
    return draft
        .withPreparation(preparation.withSplit(preparation.split().withValidation(0)))
        .withTraining(draft.training().withFolds(4));
  }

  @Test
  void otherNumberOfEarlyStoppingIsWatchedFromHereOn() {
    var before = run(early(document(A, B), Monitor.VALIDATION_SCORE, 50));
    assertNotNull(before.trained().checkpoint().bestWeights());
    var after = early(before, Monitor.VALIDATION_LOSS, 50);
    var plan = TrainingPlan.of(after);
    assertInstanceOf(TrainingStart.Continued.class, plan.start());
    var session = plan.session(prepared(after), new PortableProducts());
    assertEquals(Improvement.START, session.checkpoint().earlyStopping());
    assertNull(session.checkpoint().bestWeights());
    session.run(new RunControl());
    var history = session.history();
    assertEquals(4, history.epochs());
    assertEquals(
        Math.min(history.validationLoss(2), history.validationLoss(3)),
        session.checkpoint().earlyStopping().best());
    assertNotNull(session.checkpoint().bestWeights());
  }

  @Test
  void sameNumberOfEarlyStoppingKeepsItsBest() {
    var before = run(early(document(A, B), Monitor.VALIDATION_SCORE, 50));
    var after = early(before, Monitor.VALIDATION_SCORE, 60);
    var start = assertInstanceOf(TrainingStart.Continued.class, TrainingPlan.of(after).start());
    var session = TrainingPlan.of(after).session(prepared(after), new PortableProducts());
    assertEquals(
        before.trained().checkpoint().earlyStopping(), session.checkpoint().earlyStopping());
    assertEquals(before.trained().checkpoint(), start.checkpoint());
  }

  /** It is one run: its best epoch stays the best until there is a better one. */
  @Test
  void runThatWasStoppedEarlyGoesOnWhereItEndedAndKeepsItsBest() {
    var rule = new EarlyStopping(Monitor.VALIDATION_LOSS, 1000, 3, true);
    var before = run(early(document(A, B), rule, 20));
    assertEquals(StopReason.NO_IMPROVEMENT, before.trained().history().stopReason());
    var plan = TrainingPlan.of(before);
    var start = assertInstanceOf(TrainingStart.Continued.class, plan.start());
    assertEquals(20 - 4, start.moreEpochs());
    var after = run(before).trained();
    assertEquals(4 + 3, after.history().epochs(), "patience begins anew");
    assertEquals(0, rule.best(after.history()));
    assertEquals(before.trained().weights(), after.weights(), "those of the first epoch");
    assertNotEquals(before.trained().checkpoint().weights(), after.checkpoint().weights());
  }

  private static Document early(Document document, Monitor monitor, int patience) {
    return early(document, new EarlyStopping(monitor, 0, patience, true), 2);
  }

  private static Document early(Document document, EarlyStopping rule, int epochs) {
    return change(
        document,
        it ->
            it.withTraining(
                it.training().withStopping(Stopping.after(epochs).withEarlyStopping(rule))));
  }

  /** So that two runs differ in what was changed and in nothing else. */
  @Test
  void anyOtherChoiceStartsFromTheFirstWeightsOfTheSeed() {
    for (var change : CHANGES) {
      var changed = change(trained, change);
      assertAnew(Reason.CHANGED, TrainingPlan.of(changed));
      assertTrue(TrainingPlan.canKeep(changed));
      var untrained = changed.withTrained(null);
      assertEquals(
          start(TrainingPlan.of(untrained), untrained), start(TrainingPlan.of(changed), changed));
    }
  }

  @Test
  void continuingKeepsAllWeightsUnderAnotherOptimizerRateOrBatch() {
    for (var change : CHANGES.subList(0, 4)) {
      assertEquals(List.of(0, 1, 2), kept(change(trained, change)));
    }
  }

  @Test
  void otherEndAloneGoesOn() {
    for (UnaryOperator<Stopping> change :
        List.<UnaryOperator<Stopping>>of(
            it -> it.withEpochs(9),
            it -> Chosen.withLossThreshold(it, 0.01),
            it -> it.withEarlyStopping(EarlyStopping.DEFAULT),
            it -> Chosen.withTimeLimit(it, Duration.ofMinutes(1)))) {
      var changed = stopping(trained, change);
      assertInstanceOf(TrainingStart.Continued.class, TrainingPlan.of(changed).start());
      assertFalse(TrainingPlan.canKeep(changed));
    }
  }

  /** A run of 4 epochs that goes on to 8 and is broken off after 5 ends at 8. */
  @Test
  void runThatWasBrokenOffGoesOnToTheEndItWasPromised() {
    var broken = run(stopping(trained, it -> it.withEpochs(4)));
    var plan = TrainingPlan.of(broken);
    assertEquals(8, plan.start().totalEpochs());
    var session = plan.session(prepared(broken), new PortableProducts());
    session.trainEpoch();
    broken = broken.withTrained(plan.model(session, prepared(broken)));
    assertEquals(5, broken.trained().history().epochs());
    assertEquals(8, TrainingPlan.of(broken).start().totalEpochs());
    assertEquals(7, more(broken, 2), "fewer are asked for now");
    assertEquals(7, more(broken, 7), "more are asked for now");
    assertEquals(8, run(broken).trained().history().epochs());
  }

  private static int more(Document broken, int epochs) {
    return TrainingPlan.of(stopping(broken, it -> it.withEpochs(epochs))).start().totalEpochs();
  }

  @Test
  void weightsEditedByHandGoOnWhereNothingIsChangedAndAreNamedWhereTheyWouldGo() {
    var edited = trained.withTrained(edited(trained.trained()));
    var plan = TrainingPlan.of(edited);
    assertInstanceOf(TrainingStart.FromWeights.class, plan.start());
    assertFalse(plan.dropsEdits(edited));
    assertEquals(edited.trained().weights(), start(plan, edited));
    var changed = change(edited, CHANGES.getFirst());
    assertTrue(TrainingPlan.of(changed).dropsEdits(changed));
    assertFalse(TrainingPlan.keeping(changed).dropsEdits(changed));
    assertEquals(edited.trained().weights(), start(TrainingPlan.keeping(changed), changed));
    var learned = change(trained, CHANGES.getFirst());
    assertFalse(TrainingPlan.of(learned).dropsEdits(learned), "training leads there again");
  }

  /** The rate that the run ended with is known without a place to go on from. */
  @Test
  void editAfterARateThatWasChangedOnTheWayIsNoOtherExperiment() {
    var plan = TrainingPlan.of(document(A));
    var document = document(A);
    var session = plan.session(prepared(document), new PortableProducts());
    var control = new RunControl();
    control.learningRate(0.5);
    session.run(control);
    var edited = edited(plan.model(session, prepared(document)));
    var faster =
        change(
            document.withTrained(edited),
            it -> it.withTraining(it.training().withLearningRate(0.5)));
    assertInstanceOf(TrainingStart.FromWeights.class, TrainingPlan.of(faster).start());
  }

  /** Such as those of a textbook's network: no seed leads to them. */
  @Test
  void weightsThatWereSetByHandBeforeAnyEpochAreTheFirstOnes() {
    var model = TrainingPlan.of(document(A)).untrained(document(A), new PortableProducts());
    var set = document(A).withTrained(edited(model));
    var changed = change(set, CHANGES.getFirst());
    var plan = TrainingPlan.of(changed);
    assertEquals(set.trained().weights(), start(plan, changed));
    assertFalse(plan.dropsEdits(changed));
    assertTrue(TrainingPlan.of(layers(changed, C)).dropsEdits(changed));
  }

  private static final List<UnaryOperator<Experiment>> CHANGES =
      List.of(
          it -> it.withTraining(it.training().withOptimizer(Sgd.DEFAULT)),
          it -> it.withTraining(it.training().withLearningRate(0.5)),
          it -> it.withTraining(it.training().withBatchSize(7)),
          it -> it.withTraining(Chosen.withClipNorm(it.training(), 0.3)),
          it -> it.withNetwork(it.network().withHidden(List.of(A, B, C))));

  @Test
  void otherScalingOrTargetStartsAnew() {
    var table = trained.data().table();
    for (UnaryOperator<Experiment> change :
        List.<UnaryOperator<Experiment>>of(
            it -> it.withPreparation(it.preparation().withScaling(Scaling.NONE)),
            it -> it.withPreparation(it.preparation().withRole(0, ColumnRole.TARGET, table)))) {
      assertAnew(Reason.PREPARATION, TrainingPlan.of(change(trained, change)));
    }
  }

  @Test
  void otherLossStartsAnew() {
    var changed =
        change(trained, it -> it.withNetwork(it.network().withLoss(Loss.MEAN_SQUARED_ERROR)));
    assertAnew(Reason.LOSS, TrainingPlan.of(changed));
  }

  @Test
  void otherSeedStartsAnew() {
    var changed = change(trained, it -> it.withTraining(it.training().withSeed(9)));
    assertAnew(Reason.SEED, TrainingPlan.of(changed));
  }

  @Test
  void layersThatWereNotTouchedKeepTheirWeightsWhereItContinues() {
    assertEquals(List.of(0, 1, -1, -1), kept(layers(A, B, C)));
    assertEquals(List.of(-1, -1, 1, 2), kept(layers(C, A, B)));
    assertEquals(List.of(0, -1, -1), kept(layers(A, C)));
    assertEquals(List.of(-1, -1, 2), kept(layers(C, B)));
    assertEquals(List.of(0, 1, 2), kept(layers(A, new DropoutDesign(0.5), B)));
  }

  @Test
  void noLayerAsItWasStartsAnew() {
    assertAnew(Reason.LAYERS, TrainingPlan.of(layers(C)));
    assertAnew(Reason.LAYERS, TrainingPlan.of(layers()));
  }

  @Test
  void divergedRunStartsAnewUnlessItIsToContinue() {
    var wild =
        change(
            document(A, DenseDesign.of(8, Activation.RELU)),
            it ->
                it.withNetwork(it.network().withLoss(Loss.MEAN_SQUARED_ERROR))
                    .withTraining(it.training().withOptimizer(new Sgd(100, 0.99, false))));
    var diverged = run(wild);
    assertAnew(Reason.DIVERGED, TrainingPlan.of(diverged));
    var calmer = change(diverged, it -> it.withTraining(it.training().withLearningRate(0.01)));
    assertAnew(Reason.CHANGED, TrainingPlan.of(calmer));
    assertInstanceOf(TrainingStart.FromWeights.class, TrainingPlan.keeping(calmer).start());
  }

  /** For each dense layer of the draft, the trained layer whose weights it starts with, or −1. */
  private static List<Integer> kept(Document document) {
    var plan = TrainingPlan.keeping(document);
    var start = assertInstanceOf(TrainingStart.FromWeights.class, plan.start());
    var weights = start(plan, document);
    assertTrue(weights.fits(document.draft().network(), 2, 1));
    var before = document.trained().weights().layers();
    var sources = weights.layers().stream().map(before::indexOf).toList();
    assertEquals(sources.size(), start.kept().layers());
    assertEquals(sources.stream().filter(it -> it >= 0).count(), start.kept().count());
    return sources;
  }

  private static NetworkWeights start(TrainingPlan plan, Document document) {
    return plan.session(prepared(document), new PortableProducts()).weights();
  }

  private static void assertAnew(Reason reason, TrainingPlan plan) {
    assertEquals(reason, assertInstanceOf(TrainingStart.Anew.class, plan.start()).reason());
  }

  private Document layers(LayerDesign... layers) {
    return layers(trained, layers);
  }

  private static Model edited(Model model) {
    return new Model(
        model.experiment(),
        model.preprocessor(),
        model.weights().withWeight(0, LayerWeights.BIAS, 0, 1),
        model.history(),
        null);
  }

  private static Document stopping(Document document, UnaryOperator<Stopping> change) {
    return change(
        document,
        it -> it.withTraining(it.training().withStopping(change.apply(it.training().stopping()))));
  }

  private static Document layers(Document document, LayerDesign... layers) {
    return change(document, it -> it.withNetwork(it.network().withHidden(List.of(layers))));
  }

  private static Document change(Document document, UnaryOperator<Experiment> change) {
    var changed = document.withDraft(change.apply(document.draft()));
    assertNotEquals(document, changed);
    return changed;
  }

  private static Document document(LayerDesign... layers) {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    return change(
        document,
        it ->
            it.withNetwork(NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY, layers))
                .withTraining(it.training().withEpochs(2)));
  }

  private static Document run(Document document) {
    var plan = TrainingPlan.of(document);
    var data = prepared(document);
    var session = plan.session(data, new PortableProducts());
    session.run(new RunControl());
    return document.withTrained(plan.model(session, data));
  }

  private static PreparedData prepared(Document document) {
    return PreparedData.of(document.draft().preparation(), document.data().table());
  }
}
