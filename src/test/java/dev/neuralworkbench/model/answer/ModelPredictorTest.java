package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.PortableProducts;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPredictorTest {

  @TempDir Path folder;

  @Test
  void savedAndOpenedModelAnswersWithTheSameBitsFromFormAndFile() throws Exception {
    for (var document : new Document[] {TrainedDocuments.iris(), TrainedDocuments.diabetes()}) {
      var file = folder.resolve("model.nnw");
      ModelFile.write(file, document, "test");
      var trained = Objects.requireNonNull(document.trained());
      var opened = Objects.requireNonNull(ModelFile.read(file).trained());
      var table = Objects.requireNonNull(document.data().table());
      var before = AllRows.of(new ModelPredictor(trained, new PortableProducts()), table);
      var after = new ModelPredictor(opened, new PortableProducts());
      var fromFile = AllRows.of(after, table);
      for (var row = 0; row < table.rows(); row++) {
        assertEquals(before.prediction(row), fromFile.prediction(row));
        assertEquals(before.prediction(row), after.predict(new TableRow(opened, table, row)));
      }
    }
  }

  @Test
  void trainedIrisKnowsItsFlowers() {
    var document = TrainedDocuments.trained(OwnTable.of(BundledSample.IRIS), 200);
    var model = Objects.requireNonNull(document.trained());
    var table = Objects.requireNonNull(document.data().table());
    var prepared = PreparedData.of(model.experiment().preparation(), table);
    var predictor = new ModelPredictor(model, new PortableProducts());
    var test = assertInstanceOf(Scores.OfClasses.class, Scores.of(predictor, prepared.test()));
    assertTrue(test.confusion().accuracy() >= 0.9, "accuracy " + test.confusion().accuracy());
    assertEquals(prepared.test().rows(), test.rows());
    var history = model.history();
    // Early stopping keeps the weights of the best epoch: those of a run until then.
    var best = model.experiment().training().stopping().earlyStopping().best(history);
    var until = TrainedDocuments.trained(OwnTable.of(BundledSample.IRIS), best + 1);
    assertEquals(until.trained().checkpoint().average(), model.weights());
  }

  /** A row of a table as a form would give it. */
  private record TableRow(Model model, Table table, int row) implements RawRow {

    @Override
    public double number(int input) {
      var column = table.column(model.preprocessor().inputs().get(input).name());
      return column instanceof NumberColumn numbers ? numbers.value(row) : Double.NaN;
    }

    @Override
    public @Nullable String text(int input) {
      var column = table.column(model.preprocessor().inputs().get(input).name());
      return column instanceof TextColumn text ? text.text(row) : null;
    }
  }
}
