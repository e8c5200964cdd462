package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.Objects;
import java.util.stream.IntStream;

/** Models for tests that do not care how well they predict. */
public final class TestModels {

  private TestModels() {}

  /**
   * As a file may have it that was changed by hand: the rows of the model are divided otherwise
   * than when it learned, and those trained on now have other categories.
   */
  public static Document dividedOtherwise() {
    var names = IntStream.range(0, 40).mapToObj(row -> "n" + row / 2).toArray(String[]::new);
    var numbers = IntStream.range(0, 40).mapToDouble(row -> row % 7).toArray();
    var table = Table.of("t", TextColumn.of("x", names), NumberColumn.of("y", numbers));
    var document = Document.of(DataReference.ofTyped(table));
    var split = document.draft().preparation().split().withValidation(0.4);
    var draft = document.draft().withPreparation(document.draft().preparation().withSplit(split));
    var model = untrained(document.withDraft(draft));
    var other = draft.withPreparation(draft.preparation().withSplit(split.withSeed(5)));
    assertNotEquals(model.inputs(), untrained(document.withDraft(other)).inputs());
    return document
        .withDraft(other)
        .withTrained(
            new Model(other, model.preprocessor(), model.weights(), model.history(), null));
  }

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
