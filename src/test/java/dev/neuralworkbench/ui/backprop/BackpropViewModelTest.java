package dev.neuralworkbench.ui.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.sample.BundledSample;
import dev.neuralworkbench.data.sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.Sgd;
import dev.neuralworkbench.ui.backprop.walk.BackpropState;
import dev.neuralworkbench.ui.backprop.walk.CheckRequest;
import dev.neuralworkbench.ui.backprop.walk.Quiz;
import dev.neuralworkbench.ui.backprop.walk.Reveal;
import dev.neuralworkbench.ui.backprop.walk.RowSource;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.entry.RowInput;
import dev.neuralworkbench.ui.workspace.settings.ComputingSettings;
import dev.neuralworkbench.ui.workspace.settings.Engine;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BackpropViewModelTest {

  private Workspace workspace;
  private BackpropViewModel model;

  private void open(DataReference data) {
    var tasks = new InlineTasks();
    workspace = new Workspace(Document.of(data), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingSettings(Engine.PORTABLE, 1));
    model = new BackpropViewModel(workspace, trainer, tasks, PortableProducts::new);
    model.seen(true);
  }

  private static DataReference circles() {
    return DataReference.of(GeneratedSample.of(SampleKind.CIRCLES));
  }

  /** What pressing Step batch comes to. */
  private static TrainingSession engine(Document document) {
    var session = session(document);
    session.trainBatch();
    return session;
  }

  @Test
  void aFreshSampleCanBeFollowedAtOnce() {
    open(circles());
    assertEquals(BackpropState.READY, model.state().get());
    assertEquals(1, model.rows().row().get());
    assertEquals(StepKind.NUMBER_INPUT, model.walker().step().kind());
    model.walker().next();
    assertEquals(1L, model.walker().index().get());
    model.walker().back();
    model.walker().back();
    assertEquals(0L, model.walker().index().get());
    model.walker().go(Phase.BACKWARD);
    assertEquals(StepKind.OUTPUT_DELTA, model.walker().step().kind());
    model.walker().last();
    assertEquals(StepKind.CHANGE, model.walker().step().kind());
    model.walker().next();
    assertEquals(StepKind.CHANGE, model.walker().step().kind());
  }

  /** Training goes on from its last weights while the mean, or the best epoch's, predicts. */
  @Test
  void weightsThatPredictNothingAreSaidToBeOthers() {
    open(circles());
    assertEquals("", otherWeights());
    var document = workspace.document().get();
    var session = session(document);
    session.trainEpoch();
    session.trainEpoch();
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), document.data().table());
    workspace.edit("command.train", it -> it.withTrained(plan.model(session, data)));
    assertEquals("", otherWeights(), "a row changes what shows");
    model.rows().source().set(RowSource.BATCH);
    assertEquals(
        "The next mini-batch goes on from the weights of the moment, after epoch 2. Live, Evaluate"
            + " and Predict use their mean over the last 10 epochs.",
        otherWeights());
    workspace.editDraft("x", it -> it.withPreparation(it.preparation().withScaling(Scaling.NONE)));
    assertEquals(
        "The step is the first from new weights, since the choices were changed. Live, Evaluate"
            + " and Predict use the trained ones.",
        otherWeights());
  }

  private String otherWeights() {
    // The class of a label needs the toolkit.
    return FxThread.call(
        () -> OtherWeightsLabel.sentence(Sentences.of(Locale.ENGLISH), model.subject().get()));
  }

  @Test
  void theWalkStaysInItsPhaseWhenTheDetailChanges() {
    open(circles());
    model.walker().go(Phase.UPDATE);
    model.walker().grain().set(StepDetail.WEIGHT);
    assertEquals(Phase.UPDATE, model.walker().step().phase());
    model.rows().source().set(RowSource.BATCH);
    assertEquals(Phase.UPDATE, model.walker().step().phase());
  }

  @Test
  void anotherRowShowsTheSameStepWithOtherNumbers() {
    open(circles());
    model.walker().go(Phase.LOSS);
    var before = model.walker().step();
    model.rows().row().set(7);
    assertEquals(before.kind(), model.walker().step().kind());
    assertNotEquals(before.result().value(), model.walker().step().result().value());
    assertEquals(List.of(6), model.subject().get().rows());
  }

  @Test
  void applyingIsTheEnginesOwnStepToTheLastBitAndCanBeUndone() {
    open(circles());
    model.rows().source().set(RowSource.BATCH);
    for (var i = 0; i < 3; i++) {
      var before = workspace.document().get();
      var trace = model.subject().get().trace();
      var engine = engine(before);
      model.apply();
      var after = workspace.document().get().trained();
      assertEquals(engine.weights(), after.weights());
      assertEquals(engine.checkpoint().optimizer(), after.checkpoint().optimizer());
      assertEquals(after.weights().weight(0, 0, 0), trace.newWeight(0, 0, 0), 1e-5);
      assertEquals(after.weights().bias(1, 0), trace.newWeight(1, -1, 0), 1e-5);
      // The next step goes on from there.
      assertEquals(after.weights(), model.subject().get().trace().setting().weights());
    }
    assertEquals("backprop.apply", workspace.undoName().get());
    workspace.undo();
    workspace.undo();
    workspace.undo();
    assertNull(workspace.document().get().trained());
  }

  @Test
  void aRowIsAppliedAsOneStepOfTheEngineOnThisRowAlone() {
    open(circles());
    model.rows().row().set(5);
    for (var i = 0; i < 3; i++) {
      var before = workspace.document().get();
      var subject = model.subject().get();
      var alone = alone(before, 4);
      model.apply();
      var after = workspace.document().get().trained();
      assertEquals(alone.weights(), after.weights());
      assertEquals(alone.checkpoint().optimizer(), after.checkpoint().optimizer());
      assertEquals(after.weights().weight(0, 1, 2), subject.trace().newWeight(0, 1, 2), 1e-6);
      // The run stands where it stood, and says what was done to it.
      assertEquals(0, after.checkpoint().epoch());
      assertEquals(0, after.checkpoint().batch());
      assertEquals(i + 1, after.history().interventions().size());
      assertEquals(after.weights(), model.subject().get().trace().setting().weights());
    }
    assertEquals("backprop.apply", workspace.undoName().get());
    workspace.undo();
    workspace.undo();
    workspace.undo();
    assertNull(workspace.document().get().trained());
  }

  /** A step of a training that has no row but one of the table. */
  private static TrainingSession alone(Document document, int row) {
    var plan = TrainingPlan.of(document);
    var table = document.data().table();
    var data = PreparedData.of(plan.experiment().preparation(), table);
    var design = plan.experiment().network();
    var config = plan.experiment().training().withBatchSize(1).withFolds(0);
    var one = data.preprocessor().dataset(table, new int[] {row});
    var trained = document.trained();
    var session =
        trained == null
            ? TrainingSession.start(design, config, one, data.validation(), new PortableProducts())
            : TrainingSession.resume(
                trained.checkpoint(),
                trained.history(),
                design,
                config,
                one,
                data.validation(),
                new PortableProducts());
    session.trainBatch();
    return session;
  }

  @Test
  void aRunWithAppliedRowsCanBeRepeatedFromItsStart() {
    open(circles());
    model.apply();
    model.rows().source().set(RowSource.BATCH);
    model.apply();
    model.rows().source().set(RowSource.ROW);
    model.rows().row().set(7);
    model.apply();
    var document = workspace.document().get();
    var goesOn = session(document);
    goesOn.trainEpoch();
    goesOn.trainEpoch();
    var again = session(document.withTrained(null));
    again.replay(goesOn.history());
    again.trainEpoch();
    again.trainEpoch();
    assertEquals(goesOn.weights(), again.weights());
    assertEquals(goesOn.history().interventions(), again.history().interventions());
    assertEquals(2, again.history().interventions().size());
  }

  private static TrainingSession session(Document document) {
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), document.data().table());
    return plan.session(data, new PortableProducts());
  }

  @Test
  void aStepBeyondAllNumbersIsToldAndNotMade() {
    open(DataReference.of(BundledSample.DIABETES));
    workspace.editDraft(
        "x",
        it ->
            it.withNetwork(it.network().withHidden(deepAndStraight()))
                .withTraining(it.training().withOptimizer(new Sgd(100, 0, false))));
    for (var i = 0; i < 8 && model.whyNotApply().isEmpty(); i++) {
      model.apply();
    }
    assertEquals("backprop.apply.beyond", model.whyNotApply());
    var weights = workspace.document().get().trained().weights();
    assertTrue(weights.layers().stream().allMatch(LayerWeights::isFinite));
    model.rows().row().set(3);
    assertEquals("", model.whyNotApply());
  }

  private static List<LayerDesign> deepAndStraight() {
    var layer = DenseDesign.of(16, Activation.IDENTITY);
    return List.of(layer, layer, layer);
  }

  @Test
  void aRowEnteredByHandBeginsAsOneOfTheTable() {
    open(DataReference.of(BundledSample.IRIS));
    model.rows().row().set(3);
    var ofTable = model.subject().get();
    model.rows().source().set(RowSource.HAND);
    var byHand = model.subject().get();
    assertEquals(BackpropState.READY, model.state().get());
    assertEquals(ofTable.prepared(), byHand.prepared());
    assertEquals(ofTable.trace().loss(), byHand.trace().loss(), 0);
    model.rows().row().set(120);
    assertEquals("virginica", target(model.subject().get()));
  }

  private static String target(StepSubject subject) {
    return ((PreparedRow.OneHot) subject.prepared().getFirst().target()).value();
  }

  @Test
  void whatIsEnteredGoesThroughTheStepInTheUsersUnits() {
    open(DataReference.of(BundledSample.IRIS));
    model.rows().source().set(RowSource.HAND);
    var form = model.rows().entry().form().get();
    var width = (RowInput.OfNumber) form.inputs().get(1);
    var species = (RowInput.OfCategory) form.inputs().get(4);
    width.choice().choose(9.75);
    species.choice().choose("versicolor");
    var subject = model.subject().get();
    var cell = (PreparedRow.Scaled) subject.prepared().getFirst().cells().get(1);
    assertEquals(9.75, cell.value(), 0);
    assertEquals(
        (9.75 - cell.offset()) / cell.scale(), subject.trace().rows().inputs()[0][1], 1e-15);
    assertArrayEquals(new double[] {0, 1, 0}, subject.trace().rows().targets()[0], 0);
    // It stays while the model learns from it, and goes when it is to begin anew.
    model.apply();
    assertEquals(9.75, width.choice().value().getValue(), 0);
    var row = (Intervention.RowStep) last(workspace.document().get().trained());
    assertEquals((float) subject.trace().rows().inputs()[0][1], row.inputs().get(1));
    assertEquals(List.of(0f, 1f, 0f), row.targets());
    model.rows().entry().refill();
    assertEquals(3.5, width.choice().value().getValue(), 0);
    assertEquals("setosa", target(model.subject().get()));
  }

  private static Intervention last(Model trained) {
    return trained.history().interventions().getLast();
  }

  @Test
  void aNumberIsEnteredAsTheTargetWhereOneIsAskedFor() {
    open(DataReference.of(BundledSample.DIABETES));
    model.rows().source().set(RowSource.HAND);
    var inputs = model.rows().entry().form().get().inputs();
    ((RowInput.OfNumber) inputs.getLast()).choice().choose(321.5);
    var target = (PreparedRow.Scaled) model.subject().get().prepared().getFirst().target();
    assertEquals(321.5, target.value(), 0);
    assertEquals(target.encoded(), model.subject().get().trace().target(0, 0), 0);
  }

  @Test
  void whatCannotBeUsedIsToldAtItsField() {
    open(circles());
    model.rows().source().set(RowSource.HAND);
    var field =
        ((RowInput.OfNumber) model.rows().entry().form().get().inputs().getFirst()).choice();
    field.choose(1e30);
    assertEquals("problem.range", field.problems().getValue().getFirst().key());
    assertEquals(BackpropState.UNREADABLE, model.state().get());
    assertNull(model.subject().get());
    field.unreadable(Problem.of("problem.number", "x", null, "abc"));
    assertEquals(BackpropState.UNREADABLE, model.state().get());
    field.choose(0.5);
    assertEquals(BackpropState.READY, model.state().get());
    assertEquals(List.of(), model.subject().get().rows());
  }

  @Test
  void otherColumnsAskForOtherValues() {
    open(circles());
    model.rows().source().set(RowSource.HAND);
    workspace.edit("x", _ -> Document.of(DataReference.of(BundledSample.IRIS)));
    assertEquals(5, model.rows().entry().form().get().inputs().size());
    assertEquals(BackpropState.READY, model.state().get());
  }

  @Test
  void theRowsOfABatchAreThoseThatTheEngineTakesNext() {
    open(circles());
    model.rows().source().set(RowSource.BATCH);
    var subject = model.subject().get();
    assertEquals(16, subject.rows().size());
    model.walker().focus().set(3);
    assertEquals(subject.trace().rowLoss(3), loss(), 0);
  }

  private double loss() {
    model.walker().go(Phase.LOSS);
    return model.walker().step().result().value();
  }

  @Test
  void aDraftThatCannotBeTrainedIsToldAndComesBack() {
    open(circles());
    workspace.editDraft("x", it -> it.withTraining(it.training().withBatchSize(100_000)));
    assertEquals(BackpropState.PROBLEM, model.state().get());
    assertNull(model.walker().step());
    workspace.undo();
    assertEquals(BackpropState.READY, model.state().get());
  }

  @Test
  void aRowWithoutATargetIsTold() {
    var x = NumberColumn.of("x", 1, 2, 3, 4, 5);
    var y = NumberColumn.of("y", Double.NaN, 2.5, 3, 4, 5.5);
    open(DataReference.ofTyped(Table.of("t", x, y)));
    assertEquals(2, model.rows().row().get());
    assertEquals(BackpropState.READY, model.state().get());
    model.rows().row().set(1);
    assertEquals(BackpropState.NO_TARGET, model.state().get());
    model.rows().row().set(3);
    assertEquals(BackpropState.READY, model.state().get());
  }

  @Test
  void wideLayersAreToldAsAWhole() {
    open(DataReference.of(BundledSample.IRIS));
    var wide = List.of(DenseDesign.of(65, Activation.TANH));
    workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(wide)));
    assertEquals(StepDetail.LAYER, model.walker().grain().get());
    model.walker().go(Phase.FORWARD);
    assertTrue(model.walker().step().parts().getFirst().hidden() > 0);
  }

  @Test
  void allGradientsAreCheckedAndAgree() {
    open(circles());
    model.checks().start();
    var check = model.checks().last().get();
    assertEquals(65, check.entries().size());
    assertTrue(check.entries().stream().noneMatch(GradientCheck.Entry::wrong));
    model.checks().request().set(new CheckRequest(NetworkLocation.layer(1), 4));
    model.checks().start();
    assertEquals(17, model.checks().last().get().entries().size());
    assertEquals(1e-4, model.checks().last().get().epsilon(), 1e-12);
    // What was checked is not what is looked at any more.
    model.rows().row().set(2);
    assertNull(model.checks().last().get());
  }

  @Test
  void oneWeightIsCheckedAndForgottenWhereTheNetworkHasItNoMore() {
    open(circles());
    var request = model.checks().request();
    var weight = NetworkLocation.weight(0, 1, 7);
    request.set(request.get().of(weight).with(6));
    model.checks().start();
    var check = model.checks().last().get();
    assertEquals(List.of(weight), check.entries().stream().map(it -> it.place()).toList());
    assertEquals(1e-6, check.epsilon(), 1e-15);
    assertTrue(check.entries().getFirst().error() < 1e-4);
    var narrow = List.of(DenseDesign.of(3, Activation.TANH));
    workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(narrow)));
    assertEquals(NetworkLocation.layer(NetworkLocation.ALL), request.get().place());
    assertEquals(6, request.get().power());
  }

  private void assertAppliedGoesWith(Runnable change) {
    open(circles());
    model.apply();
    assertNotNull(model.applied().get());
    change.run();
    assertNull(model.applied().get());
  }

  /** It speaks of a step with these choices, and of what shows now as its next. */
  @Test
  void whatIsSaidOfTheAppliedStepGoesWithWhatItWasSaidOf() {
    assertAppliedGoesWith(() -> model.rows().source().set(RowSource.BATCH));
    assertAppliedGoesWith(() -> model.rows().source().set(RowSource.HAND));
    assertAppliedGoesWith(() -> model.rows().row().set(7));
    assertAppliedGoesWith(() -> edit(it -> it.withBatchSize(8)));
    assertAppliedGoesWith(() -> edit(it -> it.withPenalty(new Penalty(0, 0.1))));
    assertAppliedGoesWith(() -> edit(it -> it.withOptimizer(new Sgd(0.1, 0, false))));
    assertAppliedGoesWith(() -> model.walker().asks().set(true));
    assertAppliedGoesWith(() -> workspace.undo());
  }

  private void edit(UnaryOperator<TrainingConfig> change) {
    workspace.editDraft("x", it -> it.withTraining(change.apply(it.training())));
  }

  @Test
  void whatIsSaidOfTheAppliedStepStaysOnTheWayThroughTheNext() {
    for (var source : RowSource.values()) {
      open(circles());
      model.rows().source().set(source);
      model.apply();
      model.walker().next();
      model.walker().go(Phase.UPDATE);
      assertNotNull(model.applied().get(), source::name);
      model.apply();
      assertNotNull(model.applied().get(), source::name);
    }
  }

  /** One sigmoid answers both classes: of a row of the first, 0. */
  @Test
  void theTargetsOfTwoClassesAreNamedWithTheColumnInQuotes() {
    var x = NumberColumn.of("x", 1, 2, 3, 4, 5, 6);
    var y = TextColumn.of("y", "no", "yes", "no", "yes", "no", "yes");
    open(DataReference.ofTyped(Table.of("t", x, y)));
    while (model.walker().step().kind() != StepKind.CLASS_TARGET) {
      model.walker().next();
    }
    var step = model.walker().step();
    assertEquals("[“y” = yes]", MathsText.symbols(step.result().right(), model.decimals().get()));
    assertEquals(
        "The network is to answer 1 for “yes” and 0 for “no”. What stands in brackets [ ] counts 1"
            + " if it is true of the row, and 0 if not.",
        why(Locale.ENGLISH));
    assertTrue(why(Locale.SIMPLIFIED_CHINESE).startsWith("网络对“yes”应输出 1，对“no”应输出 0。"));
    open(DataReference.of(BundledSample.IRIS));
    while (model.walker().step().kind() != StepKind.CLASS_TARGET) {
      model.walker().next();
    }
    assertTrue(why(Locale.ENGLISH).contains("1 for the class of the row, and 0 otherwise"));
  }

  @Test
  void withSmoothedLabelsTheStepsSayThatTheTargetIsAnother() {
    open(DataReference.of(BundledSample.IRIS));
    var noted = "Label smoothing puts ỹ in the place of y";
    model.walker().go(Phase.LOSS);
    assertFalse(why(Locale.ENGLISH).contains(noted));
    model
        .workspace()
        .editDraft(
            "network.labelSmoothing",
            draft -> draft.withNetwork(draft.network().withLabelSmoothing(0.1)));
    for (var kind : List.of(StepKind.ROW_LOSS, StepKind.OUTPUT_DELTA)) {
      while (model.walker().step().kind() != kind) {
        model.walker().next();
      }
      assertTrue(why(Locale.ENGLISH).contains(noted), kind::name);
    }
  }

  private String why(Locale locale) {
    var words = new StepWords(Sentences.of(locale), model.subject().get().trace());
    return words.why(model.walker().step());
  }

  /**
   * Training goes on from its last weights; a row shows the best ones, and one of these changes.
   */
  @Test
  void aWeightThatIsTypedChangesNoOther() {
    open(DataReference.of(BundledSample.IRIS));
    model.trainer().speed().set(Speed.FULL);
    model.trainer().train();
    var before = model.subject().get().trace().setting().weights();
    assertNotEquals(
        before,
        model.subject().get().basis().setting().weights(),
        "the best epoch is not the last one");
    var place = NetworkLocation.weight(0, 1, 2);
    model.weights().to(place, 0.5f);
    assertEquals(
        before.withWeight(0, 1, 2, 0.5f), model.subject().get().trace().setting().weights());
    workspace.undo();
    assertEquals(before, model.subject().get().trace().setting().weights());
  }

  @Test
  void whatShowsOfAStepComesWithTheKeys() {
    open(circles());
    var walker = model.walker();
    walker.go(Phase.BACKWARD);
    var parts = walker.step().parts().size();
    walker.reveal().set(Reveal.BOX_BY_BOX);
    assertEquals(parts, walker.revealed().boxes(), "what shows stays");
    walker.back();
    assertEquals(parts - 1, walker.revealed().boxes());
    walker.go(Phase.UPDATE);
    walker.go(Phase.BACKWARD);
    assertEquals(1, walker.revealed().boxes());
    assertTrue(walker.hides());
    for (var i = 1; i < parts; i++) {
      walker.next();
    }
    assertEquals(parts, walker.revealed().boxes());
    assertFalse(walker.hides());
    var at = walker.index().get();
    walker.reveal().set(Reveal.BLANKS);
    assertTrue(walker.revealed().blank());
    walker.next();
    assertFalse(walker.revealed().blank());
    walker.back();
    assertTrue(walker.revealed().blank());
    assertEquals(at, walker.index().get());
  }

  /** A file came without its rows, and then another table was opened. */
  @Test
  void aBookmarkIsForgottenWithItsDocument() {
    open(circles());
    model.goTo(new Bookmark(Bookmark.Rows.ROW, 7, Bookmark.Detail.LAYER, 5));
    assertEquals(7, model.rows().row().get());
    assertEquals(StepDetail.LAYER, model.walker().grain().get());
    assertEquals(4L, model.walker().index().get());
    model.seen(false);
    model.goTo(new Bookmark(Bookmark.Rows.ROW, 9, Bookmark.Detail.UNIT, 2));
    model.goTo(null);
    workspace.open("x", Document.of(BundledSample.IRIS));
    model.seen(true);
    assertEquals(1, model.rows().row().get());
  }

  @Test
  void theQuizKeepsTheScore() {
    open(circles());
    model.walker().asks().set(true);
    model.walker().go(Phase.LOSS);
    var value = model.walker().step().result().value();
    model.walker().answer(model.decimals().get().rounded(value));
    assertEquals(new Quiz(1, 1, Quiz.State.RIGHT), model.walker().quiz().get());
    model.walker().answer(0);
    assertEquals(1, model.walker().quiz().get().asked());
    model.walker().next();
    model.walker().answer(1e9);
    assertEquals(new Quiz(2, 1, Quiz.State.WRONG), model.walker().quiz().get());
    model.walker().next();
    // On once shows the number, twice goes on; nothing is scored.
    var at = model.walker().index().get();
    model.walker().next();
    assertEquals(Quiz.State.SHOWN, model.walker().quiz().get().state());
    assertEquals(at, model.walker().index().get());
    model.walker().next();
    assertEquals(at + 1, model.walker().index().get());
    model.walker().go(Phase.BACKWARD);
    model.walker().answerSign((int) Math.signum(model.walker().step().result().value()));
    assertEquals(new Quiz(3, 2, Quiz.State.RIGHT), model.walker().quiz().get());
  }
}
