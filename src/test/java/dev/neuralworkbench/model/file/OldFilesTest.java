package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.answer.AllRows;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.BlasProducts;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files of every released version stay readable; one of each is kept here and never changed. */
class OldFilesTest {

  @Test
  void version1AnswersAsOnTheDayItWasSaved() throws Exception {
    var file = Path.of(OldFilesTest.class.getResource("/models/version-1.nnw").toURI());
    var document = ModelFile.read(file);
    var model = Objects.requireNonNull(document.trained());
    assertEquals(20, model.history().epochs());
    assertEquals(-0.050620303f, model.checkpoint().optimizer().slots().get(0).weight(1, 3, 2));
    var answers =
        AllRows.of(new ModelPredictor(model, BlasProducts.best()), BundledSample.IRIS.table());
    var row59 = assertInstanceOf(Prediction.OfClass.class, answers.prediction(58));
    assertEquals("versicolor", row59.answer());
    // What was printed when the file was made, in other words: not the same bits on every machine.
    assertEquals(0.017001735, row59.probabilities().get(0), 1e-6);
    assertEquals(0.4927332, row59.probabilities().get(1), 1e-6);
    assertEquals(0.49026504, row59.probabilities().get(2), 1e-6);
    assertNotNull(document.data().table(), "a sample of the program is at hand");
  }
}
