package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentMemoryTest {

  private final Experiment experiment = Defaults.experiment(BundledSample.IRIS.table());
  private final Experiment withoutFolds =
      experiment.withTraining(experiment.training().withFolds(0).withAverage(0));

  @Test
  void runThatCannotFitIsRefusedWithTheNumbers() {
    var wide =
        experiment.withNetwork(
            NetworkDesign.of(
                experiment.network().loss(),
                DenseDesign.of(4000, Activation.RELU),
                DenseDesign.of(4000, Activation.RELU)));
    var problem = wide.memoryProblems(new DataShape(4, 3, 100, 25, 25), 500_000_000).getFirst();
    assertEquals("training.problem.memory", problem.key());
    assertEquals("network.hidden", problem.component());
    assertEquals(350L, problem.expected());
  }

  @Test
  void rowsAreToBlameWhereTheyTakeMost() {
    var problem =
        withoutFolds.memoryProblems(new DataShape(784, 3, 60_000, 0, 0), 200_000_000).getFirst();
    assertEquals("preparation.columns", problem.component());
    assertEquals(189L, problem.found());
  }

  @Test
  void whatFitsIsNoProblem() {
    assertEquals(
        List.of(),
        withoutFolds.memoryProblems(new DataShape(784, 10, 60_000, 0, 0), 1_500_000_000));
  }

  @Test
  void foldsHaveTheirRowsAndNetworksEach() {
    var shape = new DataShape(784, 10, 60_000, 0, 0);
    // Six times the rows of 784 inputs and a target, 6 · 60,000 · 785 · 4 bytes, and a few MB.
    var problem = experiment.memoryProblems(shape, 1_400_000_000).getFirst();
    assertEquals(1135L, problem.found());
  }
}
