package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.train.Chosen;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkDesignTest {

  private static final DenseDesign DENSE = DenseDesign.of(8, Activation.RELU);
  private static final NetworkDesign GOOD =
      NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DENSE, new DropoutDesign(0.2), DENSE);

  @Test
  void goodDesignHasNoProblem() {
    assertEquals(List.of(), GOOD.problems(3, ProblemType.REGRESSION, 0));
    assertEquals(
        List.of(),
        NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY)
            .problems(3, ProblemType.CLASSIFICATION, 3));
  }

  @Test
  void parametersAreCountedLayerByLayer() {
    // (3 + 1)·8 + (8 + 1)·8 + (8 + 1)·1, dropout none.
    assertEquals(32 + 72 + 9, GOOD.parameterCount(3, 1));
  }

  @Test
  void zeroUnitsAreNamedByTheirField() {
    var problem = only(GOOD.withHidden(2, DENSE.withUnits(0)));
    assertEquals("problem.range", problem.key());
    assertEquals("network.hidden[2].units", problem.component());
    assertEquals(DenseDesign.UNITS, problem.expected());
    assertEquals(0.0, problem.found());
  }

  @Test
  void everythingDroppedIsRefused() {
    var problem = only(GOOD.withHidden(1, new DropoutDesign(1)));
    assertEquals("network.hidden[1].rate", problem.component());
  }

  @Test
  void moreLayersThanAFileHoldsAreRefused() {
    var problem = only(GOOD.withHidden(Collections.nCopies(256, DENSE)));
    assertEquals("network.problem.tooManyLayers", problem.key());
  }

  @Test
  void moreParametersThanAFileHoldsAreRefusedWithBothNumbers() {
    var wide = DENSE.withUnits(65_536);
    var problem = only(GOOD.withHidden(List.of(wide, wide)));
    assertEquals("network.problem.tooManyParameters", problem.key());
    assertEquals(20_000_000L, problem.expected());
    assertEquals(4 * 65_536L + 65_537L * 65_536 + 65_537, problem.found());
  }

  @Test
  void lossThatCannotJudgeTheTargetIsRefused() {
    assertEquals(
        "network.problem.lossNeedsClasses", only(GOOD.withLoss(Loss.BINARY_CROSS_ENTROPY)).key());
    assertEquals(
        "network.problem.lossNeedsTwoClasses",
        GOOD.withLoss(Loss.BINARY_CROSS_ENTROPY)
            .problems(3, ProblemType.CLASSIFICATION, 3)
            .getFirst()
            .key());
    assertEquals(
        "network.problem.lossNeedsNumber",
        GOOD.withLoss(Loss.HUBER).problems(3, ProblemType.CLASSIFICATION, 3).getFirst().key());
  }

  @Test
  void crossEntropyBearsNoOutputActivation() {
    var design =
        NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY).withOutputActivation(Activation.SIGMOID);
    var problems = design.problems(2, ProblemType.CLASSIFICATION, 2);
    assertEquals("network.outputActivation", problems.getFirst().component());
    var squared = design.withLoss(Loss.MEAN_SQUARED_ERROR);
    assertEquals(List.of(), squared.problems(2, ProblemType.CLASSIFICATION, 2));
    assertEquals(
        Activation.IDENTITY, squared.withLoss(Loss.BINARY_CROSS_ENTROPY).outputActivation());
  }

  @Test
  void onlyACrossEntropySmoothsLabels() {
    var design = Chosen.withLabelSmoothing(NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY), 0.1);
    assertEquals(List.of(), design.problems(2, ProblemType.CLASSIFICATION, 3));
    assertEquals(0.1, design.withLoss(Loss.BINARY_CROSS_ENTROPY).smoothing());
    assertEquals(0, design.withLoss(Loss.MEAN_SQUARED_ERROR).smoothing());
    assertEquals(
        "network.problem.smoothingNeedsCrossEntropy",
        only(Chosen.withLabelSmoothing(GOOD, 0.1)).key());
    var all = Chosen.withLabelSmoothing(design, 1).problems(2, ProblemType.CLASSIFICATION, 3);
    assertEquals("network.labelSmoothing", all.getFirst().component());
    assertEquals(
        Chosen.withLabelSmoothing(design, 0), NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY));
  }

  @Test
  void networkWithoutInputsIsRefused() {
    assertEquals(
        "network.problem.noInputs", GOOD.problems(0, ProblemType.REGRESSION, 0).getFirst().key());
  }

  private static Problem only(NetworkDesign design) {
    var problems = design.problems(3, ProblemType.REGRESSION, 0);
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst();
  }
}
