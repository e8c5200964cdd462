package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultsTest {

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleCanBeTrainedAtOnce(Sample sample) {
    var table = sample.table();
    assertEquals(List.of(), Defaults.experiment(table).problems(table));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 3, 59, 16, TANH",
    "4, 3, 60, 16, RELU",
    "4, 4, 100, 64, RELU",
    "17, 3, 100, 64, RELU",
    "16, 0, 599, 16, RELU",
    "16, 0, 600, 64, RELU",
    "17, 2, 600, 64, RELU",
    "65, 2, 100, 64, RELU",
    "65, 2, 600, 128, RELU",
    "17, 4, 600, 128, RELU",
  })
  void classesInputsAndRowsAskForUnits(
      int inputs, int classes, int rows, int units, Activation activation) {
    var shape = new DataShape(inputs, classes, rows - 20, 0, 20);
    var problem = classes == 0 ? ProblemType.REGRESSION : ProblemType.CLASSIFICATION;
    assertEquals(
        List.of(DenseDesign.of(units, activation)), Defaults.network(problem, shape).hidden());
  }

  @ParameterizedTest
  @CsvSource({
    "14, 14, 200",
    "16, 16, 200",
    "499, 16, 200",
    "500, 32, 200",
    "4999, 32, 200",
    "5000, 128, 100",
  })
  void moreRowsGetLargerBatchesAndFewerEpochs(int rows, int batchSize, int epochs) {
    var training = Defaults.training(new DataShape(4, 0, rows, 10, 10));
    assertEquals(batchSize, training.batchSize());
    assertEquals(epochs, training.stopping().epochs());
    assertEquals(
        new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 3 * epochs / 10, true),
        training.stopping().earlyStopping());
    assertEquals(10, training.average());
    assertEquals(0, training.foldCount());
  }

  @ParameterizedTest
  @CsvSource({
    // inputs, classes, training rows, 0.06 and 0.2 times √inputs / rows in one digit
    "10, 0, 310, 6e-4, 0.002",
    "8, 0, 5000, 3e-5, 1e-4",
    "2, 2, 210, 4e-4, 0.001",
    "64, 10, 1257, 4e-4, 0.001",
    "50, 0, 20, 0.02, 0.07",
  })
  void thePriceOfWeightsGrowsWithTheInputsThatARowExplains(
      int inputs, int classes, int rows, double l1, double l2) {
    assertEquals(
        new Penalty(l1, l2),
        Defaults.training(new DataShape(inputs, classes, rows, 9, 9)).penalty());
  }

  @Test
  void untrainedNetworkAnswersEveryRowNearlyAlikeUnlessThereAreFew() {
    var shape = new DataShape(5, 3, 100, 0, 20);
    assertEquals(
        Initializer.NORMAL,
        Defaults.network(ProblemType.CLASSIFICATION, shape).outputInitializer());
    assertEquals(
        Initializer.GLOROT_UNIFORM,
        Defaults.network(ProblemType.CLASSIFICATION, new DataShape(2, 2, 4, 0, 0))
            .outputInitializer());
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
  void withoutValidationRowsFiveFoldsJudgeUnlessThereAreManyRows() {
    var training = Defaults.training(new DataShape(2, 2, 300, 0, 50));
    assertEquals(5, training.foldCount());
    assertEquals(60, training.stopping().earlyStopping().patience());
    assertEquals(List.of(), training.problems(300, 300, 0));
    assertEquals(3, Defaults.training(new DataShape(2, 2, 300, 3, 0, 50)).foldCount());
    var oneGroup = Defaults.training(new DataShape(2, 2, 300, 1, 0, 50));
    assertEquals(0, oneGroup.foldCount());
    assertEquals(List.of(), oneGroup.problems(300, 1, 0));
    var many = Defaults.training(new DataShape(2, 2, 5000, 0, 50));
    assertEquals(0, many.foldCount());
    assertNull(many.stopping().earlyStopping());
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
