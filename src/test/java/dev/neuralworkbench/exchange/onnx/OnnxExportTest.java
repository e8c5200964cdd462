package dev.neuralworkbench.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files that are written, read again and run on the model's own rows. */
class OnnxExportTest {

  static byte[] written(Model model) throws Exception {
    var bytes = new ByteArrayOutputStream();
    OnnxExport.write(model, bytes);
    return bytes.toByteArray();
  }

  private static Model model(Document document) {
    return Objects.requireNonNull(document.trained());
  }

  /** The file predicts as the model does, but for what floats lose. */
  private static void check(Document document, Model model, double most) throws Exception {
    var table = Objects.requireNonNull(document.data().table());
    var products = new PortableProducts();
    var told = OnnxCheck.compare(model, written(model), table, products, Progress.NONE);
    assertEquals(1, told.size(), told::toString);
    assertEquals(table.rows(), told.getFirst().expected());
    assertTrue((double) told.getFirst().found() <= most, told::toString);
  }

  @Test
  void modelsOfNumbersAndClassesPredictTheSame() throws Exception {
    for (var document : List.of(TrainedDocuments.iris(), TrainedDocuments.circles())) {
      check(document, model(document), 1e-6);
    }
    var diabetes = TrainedDocuments.diabetes(); // from 25 to 346
    check(diabetes, model(diabetes), 1e-4);
  }

  @Test
  void everyActivationAndLoss() throws Exception {
    var iris = TrainedDocuments.iris();
    for (var loss : List.of(Loss.CATEGORICAL_CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR)) {
      for (var activation : Activation.values()) {
        var draft = iris.draft();
        var network =
            draft.network().withHidden(List.of(DenseDesign.of(5, activation))).withLoss(loss);
        var changed = iris.withDraft(draft.withNetwork(network));
        check(changed, model(TrainedDocuments.trained(changed, 2)), 1e-6);
      }
    }
  }

  @Test
  void decisionsAndClassWeights() throws Exception {
    var circles = TrainedDocuments.circles();
    var two = model(circles);
    check(circles, two.withDecision(new Decision.Threshold(0, 0.3)), 1e-6);
    var costs = List.of(List.of(0.0, 5.0), List.of(1.0, 0.0));
    check(circles, two.withDecision(new Decision.Costs(costs)), 1e-6);
    var target = (ClassTarget) two.preprocessor().target();
    var weighted =
        new ClassTarget(target.name(), target.classes(), target.numbers(), List.of(0.4, 2.5), true);
    var inputs = two.preprocessor().inputs();
    var corrected = new Preprocessor(inputs, weighted, two.preprocessor().missing());
    check(
        circles,
        new Model(two.experiment(), corrected, two.weights(), two.history(), two.checkpoint()),
        1e-6);
  }

  @Test
  void theFileSaysWhatTheGraphDoesNot() throws Exception {
    var read = OnnxReader.read(written(model(TrainedDocuments.iris())));
    assertEquals(7, read.irVersion());
    assertEquals(13, read.opsets().get(OnnxModel.STANDARD));
    assertEquals(1, read.opsets().get(OnnxModel.LEARNED));
    assertTrue(read.producer().startsWith("Neural Workbench"), read::producer);
    assertEquals("species", read.metadata().get("target"));
    assertEquals(
        List.of("target", "classes", "schema", "settings"), List.copyOf(read.metadata().keySet()));
    assertEquals(
        List.of("prediction", "probabilities"),
        read.outputs().stream().map(OnnxModel.Port::name).toList());
  }
}
