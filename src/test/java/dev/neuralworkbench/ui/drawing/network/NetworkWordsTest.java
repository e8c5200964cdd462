package dev.neuralworkbench.ui.drawing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.text.Sentences;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NetworkWordsTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(
          Loss.CATEGORICAL_CROSS_ENTROPY,
          DenseDesign.of(3, Activation.TANH),
          new DropoutDesign(0.5),
          DenseDesign.of(1_200, Activation.RELU));

  @Test
  void headingsTellUnitsActivationAndDropout() {
    var words = words(DESIGN);
    assertEquals("Inputs", words.heading(0));
    assertEquals("4", words.units(0));
    assertEquals("3 × Tanh", words.units(1));
    assertEquals("dropout 50%", words.dropout(1));
    assertEquals("1,200 × ReLU", words.units(2));
    assertEquals("", words.dropout(2));
    assertEquals("Output", words.heading(3));
  }

  @Test
  void outputFunctionIsTheOneThatTheLossBrings() {
    assertEquals("3 × Softmax", words(DESIGN).units(3));
    assertEquals("3 × Identity", words(NetworkDesign.of(Loss.MEAN_SQUARED_ERROR)).units(1));
  }

  @Test
  void inputsAndOutputsHaveTheNamesOfTheTable() {
    var shape = words(DESIGN).shape();
    assertEquals("petal_length_cm", shape.inputs().get(2));
    assertEquals(List.of("setosa", "versicolor", "virginica"), shape.outputs());
  }

  private static NetworkWords words(NetworkDesign design) {
    var table = BundledSample.IRIS.table();
    var prepared = PreparedData.of(Defaults.experiment(table).preparation(), table);
    return new NetworkWords(
        NetworkShape.of(prepared.preprocessor(), design), List.of(), Sentences.of(Locale.ENGLISH));
  }
}
