package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.SampleData;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultsTest {

  static List<Sample> samples() {
    return SampleData.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleCanBeTrainedAtOnce(Sample sample) {
    var table = sample.table();
    assertEquals(List.of(), Defaults.experiment(table).problems(table));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 16, TANH, 0.01",
    "16, 16, TANH, 0.01",
    "17, 64, TANH, 0.003",
    "64, 64, TANH, 0.003",
    "65, 128, RELU, 0.001",
  })
  void moreInputsGetMoreUnitsAndASmallerRate(
      int inputs, int units, Activation activation, double learningRate) {
    var shape = new DataShape(inputs, 3, 100, 20, 20);
    assertEquals(
        List.of(DenseDesign.of(units, activation)),
        Defaults.network(ProblemType.CLASSIFICATION, shape).hidden());
    assertEquals(learningRate, Defaults.training(shape).optimizer().learningRate());
  }

  @ParameterizedTest
  @CsvSource({
    "14, 14, 200",
    "16, 16, 200",
    "499, 16, 200",
    "500, 32, 200",
    "4999, 32, 200",
    "5000, 128, 50",
  })
  void moreRowsGetLargerBatchesAndFewerEpochs(int rows, int batchSize, int epochs) {
    var training = Defaults.training(new DataShape(4, 0, rows, 10, 10));
    assertEquals(batchSize, training.batchSize());
    assertEquals(epochs, training.stopping().epochs());
    assertEquals(
        new EarlyStopping(Monitor.VALIDATION_LOSS, 0, epochs / 5, true),
        training.stopping().earlyStopping());
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, 310, 0.03",
    "8, 0, 4999, 0.002",
    "8, 0, 5000, 0",
    "2, 0, 140, 0.01",
    "2, 2, 210, 0.001",
    "64, 10, 1257, 0.003",
  })
  void thePriceOfWeightsIsInputsARowAndATenthForClassesUnlessThereAreManyRows(
      int inputs, int classes, int rows, double l2) {
    assertEquals(l2, Defaults.training(new DataShape(inputs, classes, rows, 9, 9)).penalty().l2());
  }

  @Test
  void aFewRowsAreLearnedAsOneBatchWithoutPenaltyOrEarlyStopping() {
    var shape = new DataShape(2, 2, 4, 0, 0);
    var training = Defaults.training(shape);
    assertEquals(0, training.batchSize());
    assertEquals(0, training.penalty().l2());
    assertEquals(500, training.stopping().epochs());
    assertNull(training.stopping().earlyStopping());
    assertEquals(
        List.of(DenseDesign.of(8, Activation.TANH)),
        Defaults.network(ProblemType.CLASSIFICATION, shape).hidden());
  }

  @Test
  void withoutValidationRowsNothingStopsEarly() {
    var training = Defaults.training(new DataShape(2, 2, 300, 0, 0));
    assertNull(training.stopping().earlyStopping());
    assertEquals(List.of(), training.problems(300, 0));
  }

  @Test
  void theNetworkFitsEveryProblem() {
    for (var classes : new int[] {0, 2, 3}) {
      var shape = new DataShape(5, classes, 100, 20, 20);
      var problem = classes == 0 ? ProblemType.REGRESSION : ProblemType.CLASSIFICATION;
      NetworkDesign network = Defaults.network(problem, shape);
      assertTrue(network.problems(5, problem, classes).isEmpty());
    }
  }
}
