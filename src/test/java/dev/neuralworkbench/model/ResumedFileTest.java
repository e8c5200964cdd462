package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run interrupted, saved, opened and resumed gives the bits of one never interrupted. */
class ResumedFileTest {

  @TempDir Path folder;

  private final Document document = document();
  private final TrainingPlan plan = TrainingPlan.of(document);
  private final PreparedData data =
      PreparedData.of(
          plan.experiment().preparation(), Objects.requireNonNull(document.data().table()));

  /** Iris with everything on that has a memory: dropout, early stopping, a plateau schedule. */
  private static Document document() {
    var document = Document.of(DataReference.of(BundledSample.IRIS));
    var draft = document.draft();
    var network =
        draft
            .network()
            .withHidden(List.of(DenseDesign.of(8, Activation.TANH), new DropoutDesign(0.2)));
    var training = draft.training();
    var stopping =
        training
            .stopping()
            .withEpochs(30)
            .withEarlyStopping(new EarlyStopping(Monitor.VALIDATION_LOSS, 0.01, 4, true));
    return document.withDraft(
        draft
            .withNetwork(network)
            .withTraining(
                training
                    .withSchedule(new ReduceOnPlateau(0.5, 1, 0.01, 0.01))
                    .withStopping(stopping)));
  }

  @Test
  void resumedFromAFileAtAnyBatch() throws Exception {
    var whole = plan.session(data, BlasProducts.best());
    whole.run(new RunControl());
    var batches = whole.history().epochs() * whole.batchesPerEpoch();
    for (var batch = 1; batch < batches; batch += 5) {
      var interrupted = plan.session(data, BlasProducts.best());
      for (var i = 0; i < batch; i++) {
        interrupted.trainBatch();
      }
      var file = folder.resolve("model.nnw");
      ModelFile.write(file, document.withTrained(plan.model(interrupted, data)), "test");
      var resumed = resumed(Objects.requireNonNull(ModelFile.read(file).trained()));
      resumed.run(new RunControl());
      assertEquals(weights(whole), weights(resumed), "interrupted after batch " + batch);
      assertEquals(losses(whole), losses(resumed), "interrupted after batch " + batch);
      assertEquals(whole.history().stopReason(), resumed.history().stopReason());
    }
  }

  private TrainingSession resumed(Model model) {
    var checkpoint = Objects.requireNonNull(model.checkpoint());
    var start = new TrainingStart.Continued(checkpoint, model.history(), 30);
    return new TrainingPlan(model.experiment(), start).session(data, BlasProducts.best());
  }

  private static NetworkWeights weights(TrainingSession session) {
    return session.weights();
  }

  private static List<Double> losses(TrainingSession session) {
    return session.history().results().stream().map(EpochResult::validationLoss).toList();
  }
}
