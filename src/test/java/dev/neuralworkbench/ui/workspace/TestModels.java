package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.Objects;

/** Models for tests that do not care how well they predict. */
public final class TestModels {

  private TestModels() {}

  /** A model with starting weights, for the draft of a document. */
  public static Model untrained(Document document) {
    var draft = document.draft();
    var table = Objects.requireNonNull(document.data().table());
    var preprocessor = PreparedData.of(draft.preparation(), table).preprocessor();
    var outputs = document.draft().outputs(DataShape.of(draft.preparation(), table));
    var network =
        new Network(preprocessor.inputCount(), outputs, draft.network(), new PortableProducts());
    network.initialize(draft.training().seed());
    return new Model(draft, preprocessor, network.weights(), new TrainingHistory(), null);
  }
}
