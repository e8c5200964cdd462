package dev.neuralworkbench.ui.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What becomes of the model when a step is applied. */
class AppliedStepTest extends BackpropModelCase {

  /** What pressing Step batch comes to. */
  private static TrainingSession engine(Document document) {
    var session = session(document);
    session.trainBatch();
    return session;
  }

  @Test
  void applyingIsTheEnginesOwnStepToTheLastBitAndCanBeUndone() {
    open(circles());
    model.rows.source.set(RowSource.BATCH);
    for (var i = 0; i < 3; i++) {
      var before = workspace.document().get();
      var trace = model.rows.subject.get().trace();
      var engine = engine(before);
      model.apply();
      var after = workspace.document().get().trained();
      assertEquals(engine.weights(), after.weights());
      assertEquals(engine.checkpoint().optimizer(), after.checkpoint().optimizer());
      assertEquals(after.weights().weight(0, 0, 0), trace.newWeight(0, 0, 0), 1e-5);
      assertEquals(after.weights().layer(1).bias(0), trace.newWeight(1, -1, 0), 1e-5);
      // The next step goes on from there.
      assertEquals(after.weights(), model.rows.subject.get().trace().setting().weights());
    }
    assertEquals("backprop.apply", workspace.undoName.get());
    workspace.undo();
    workspace.undo();
    workspace.undo();
    assertNull(workspace.document().get().trained());
  }

  @Test
  void aRowIsAppliedAsOneStepOfTheEngineOnThisRowAlone() {
    open(circles());
    model.rows.row.set(5);
    for (var i = 0; i < 3; i++) {
      var before = workspace.document().get();
      var subject = model.rows.subject.get();
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
      assertEquals(after.weights(), model.rows.subject.get().trace().setting().weights());
    }
    assertEquals("backprop.apply", workspace.undoName.get());
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
    model.rows.source.set(RowSource.BATCH);
    model.apply();
    model.rows.source.set(RowSource.ROW);
    model.rows.row.set(7);
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

  /** Steps may go on past the end of a run; as many epochs again nobody has asked for. */
  @Test
  void stepsAfterTheEndOfARunAskForNoMoreEpochs() {
    var ended = TrainedDocuments.circles();
    open(ended.data());
    workspace.edit("x", _ -> ended);
    model.rows.source.set(RowSource.BATCH);
    var batches = model.rows.subject.get().basis().batches();
    for (var step = 1; step <= batches; step++) {
      model.apply();
      var document = workspace.document().get();
      assertEquals(20, document.trained().experiment().training().stopping().epochs());
      assertEquals(step < batches ? 20 : 21, document.trained().history().epochs());
      var onward = (TrainingStart.Continued) TrainingPlan.of(document).start();
      assertEquals(20, onward.moreEpochs(), "as the form says");
    }
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
    model.rows.row.set(3);
    assertEquals("", model.whyNotApply());
  }

  private static List<LayerDesign> deepAndStraight() {
    var layer = DenseDesign.of(16, Activation.IDENTITY);
    return List.of(layer, layer, layer);
  }

  private void assertAppliedGoesWith(Runnable change) {
    open(circles());
    model.apply();
    assertNotNull(model.applied.get());
    change.run();
    assertNull(model.applied.get());
  }

  /** It speaks of a step with these choices, and of what shows now as its next. */
  @Test
  void whatIsSaidOfTheAppliedStepGoesWithWhatItWasSaidOf() {
    assertAppliedGoesWith(() -> model.rows.source.set(RowSource.BATCH));
    assertAppliedGoesWith(() -> model.rows.source.set(RowSource.HAND));
    assertAppliedGoesWith(() -> model.rows.row.set(7));
    assertAppliedGoesWith(() -> edit(it -> it.withBatchSize(8)));
    assertAppliedGoesWith(() -> edit(it -> it.withPenalty(new Penalty(0, 0.1))));
    assertAppliedGoesWith(() -> edit(it -> it.withOptimizer(new Sgd(0.1, 0, false))));
    assertAppliedGoesWith(() -> model.walker.asks.set(true));
    assertAppliedGoesWith(() -> workspace.undo());
  }

  private void edit(UnaryOperator<TrainingConfig> change) {
    workspace.editDraft("x", it -> it.withTraining(change.apply(it.training())));
  }

  @Test
  void whatIsSaidOfTheAppliedStepStaysOnTheWayThroughTheNext() {
    for (var source : RowSource.values()) {
      open(circles());
      model.rows.source.set(source);
      model.apply();
      model.walker.next();
      model.walker.go(Phase.UPDATE);
      assertNotNull(model.applied.get(), source::name);
      model.apply();
      assertNotNull(model.applied.get(), source::name);
    }
  }
}
