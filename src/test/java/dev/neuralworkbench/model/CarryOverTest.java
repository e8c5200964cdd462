package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.neuralworkbench.data.ColumnKind;
import dev.neuralworkbench.data.ColumnRole;
import dev.neuralworkbench.data.GeneratedSample;
import dev.neuralworkbench.data.PreparedData;
import dev.neuralworkbench.data.SampleKind;
import dev.neuralworkbench.data.Scaling;
import dev.neuralworkbench.model.CarryOver.Anew;
import dev.neuralworkbench.model.CarryOver.GoesOn;
import dev.neuralworkbench.model.CarryOver.KeepsWeights;
import dev.neuralworkbench.model.CarryOver.Reason;
import dev.neuralworkbench.nn.Activation;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.Loss;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.EjmlProducts;
import dev.neuralworkbench.train.Sgd;
import dev.neuralworkbench.train.TrainingSession;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CarryOverTest {

  private static final LayerDesign A = DenseDesign.of(5, Activation.TANH);
  private static final LayerDesign B = DenseDesign.of(4, Activation.TANH);
  private static final LayerDesign C = DenseDesign.of(3, Activation.RELU);

  private final Document trained = trained(A, B);

  @Test
  void nothingTrainedStartsAnew() {
    assertEquals(new Anew(Reason.FIRST), CarryOver.of(trained.withTrained(null)));
  }

  @Test
  void unchangedDraftGoesOn() {
    assertEquals(new GoesOn(), CarryOver.of(trained));
  }

  @Test
  void otherEndGoesOn() {
    assertEquals(new GoesOn(), after(it -> it.withTraining(it.training().withEpochs(77))));
  }

  @Test
  void otherOptimizerRateOrBatchKeepsAllWeights() {
    for (UnaryOperator<Experiment> change :
        List.<UnaryOperator<Experiment>>of(
            it -> it.withTraining(it.training().withOptimizer(Sgd.DEFAULT)),
            it -> it.withTraining(it.training().withLearningRate(0.5)),
            it -> it.withTraining(it.training().withBatchSize(7)))) {
      assertEquals(new KeepsWeights(List.of(0, 1, 2)), after(change));
    }
  }

  @Test
  void otherScalingStartsAnew() {
    assertEquals(
        new Anew(Reason.PREPARATION),
        after(it -> it.withPreparation(it.preparation().withScaling(Scaling.NONE))));
  }

  @Test
  void otherTargetStartsAnew() {
    var table = trained.data().table();
    assertEquals(
        new Anew(Reason.TARGET),
        after(it -> it.withPreparation(it.preparation().withRole(0, ColumnRole.TARGET, table))));
    assertEquals(
        new Anew(Reason.TARGET),
        after(it -> it.withPreparation(it.preparation().withKind(2, ColumnKind.NUMBER))));
  }

  @Test
  void otherLossStartsAnew() {
    assertEquals(
        new Anew(Reason.LOSS),
        after(it -> it.withNetwork(it.network().withLoss(Loss.MEAN_SQUARED_ERROR))));
  }

  @Test
  void layerAddedBehindLeavesTheLayersBeforeIt() {
    assertEquals(new KeepsWeights(List.of(0, 1, -1, -1)), afterLayers(A, B, C));
  }

  @Test
  void layerAddedInFrontLeavesTheLayersBehindTheNext() {
    assertEquals(new KeepsWeights(List.of(-1, -1, 1, 2)), afterLayers(C, A, B));
  }

  @Test
  void layerWithOtherUnitsTakesTheNextAlong() {
    assertEquals(new KeepsWeights(List.of(0, -1, -1)), afterLayers(A, C));
    assertEquals(new KeepsWeights(List.of(-1, -1, 2)), afterLayers(C, B));
  }

  @Test
  void layerWithAnotherActivationIsTheOnlyOneDrawn() {
    var changed = DenseDesign.of(5, Activation.RELU);
    assertEquals(new KeepsWeights(List.of(-1, 1, 2)), afterLayers(changed, B));
  }

  @Test
  void dropoutTouchesNoLayer() {
    assertEquals(new KeepsWeights(List.of(0, 1, 2)), afterLayers(A, new DropoutDesign(0.5), B));
  }

  @Test
  void noLayerAsItWasStartsAnew() {
    assertEquals(new Anew(Reason.LAYERS), afterLayers(C));
    assertEquals(new Anew(Reason.LAYERS), afterLayers());
  }

  @Test
  void startMixesTrainedAndDrawnLayersThatFitTheDraft() {
    var document = draft(trained, A, B, C);
    var keeps = assertInstanceOf(KeepsWeights.class, CarryOver.of(document));
    var drawn = trained(A, B, C).trained().weights();
    var start = keeps.start(document.trained().weights(), drawn);
    assertEquals(trained.trained().weights().layer(1), start.layer(1));
    assertEquals(drawn.layer(2), start.layer(2));
    assertEquals(true, start.fits(document.draft().network(), 2, 1));
  }

  private CarryOver after(UnaryOperator<Experiment> change) {
    return CarryOver.of(trained.withDraft(change.apply(trained.draft())));
  }

  private CarryOver afterLayers(LayerDesign... layers) {
    return CarryOver.of(draft(trained, layers));
  }

  private static Document draft(Document document, LayerDesign... layers) {
    var draft = document.draft();
    return document.withDraft(draft.withNetwork(draft.network().withHidden(List.of(layers))));
  }

  private static Document trained(LayerDesign... layers) {
    var sample = GeneratedSample.of(SampleKind.CIRCLES);
    var fresh = Document.of(DataReference.of(sample));
    var network = NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY, layers);
    var draft =
        fresh.draft().withNetwork(network).withTraining(fresh.draft().training().withEpochs(2));
    var data = PreparedData.of(draft.preparation(), sample.table());
    var session =
        TrainingSession.start(
            network, draft.training(), data.training(), data.validation(), new EjmlProducts());
    session.trainEpoch();
    session.trainEpoch();
    var model =
        new Model(
            draft, data.preprocessor(), session.weights(), session.history(), session.checkpoint());
    return fresh.withDraft(draft).withTrained(model);
  }
}
