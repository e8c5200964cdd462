package dev.neuralworkbench.explain.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.Chosen;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantAnswerTest {

  private static final int[] ROWS = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.4})
  void isJudgedByTheTargetsThatTrainingSees(double smoothing) {
    var targets = new ClassTargets(ROWS, 2);
    var second = (1 - smoothing) * 0.1 + smoothing / 2;

    var design = Chosen.withLabelSmoothing(NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY), smoothing);
    var logits = new float[ROWS.length];
    Arrays.fill(logits, (float) Math.log(second / (1 - second)));
    var ofRows = new float[ROWS.length];
    for (var row = 0; row < ROWS.length; row++) {
      ofRows[row] = ROWS[row];
    }
    var sum = design.loss().function(smoothing).sum(logits, ofRows, ROWS.length, 1);
    assertEquals(sum / ROWS.length, ConstantAnswer.loss(targets, design), 1e-6);

    var categorical = design.withLoss(Loss.CATEGORICAL_CROSS_ENTROPY);
    assertEquals(sum / ROWS.length, ConstantAnswer.loss(targets, categorical), 1e-6);
  }
}
