package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MathematicsWordsTest {

  private final Sentences english = Sentences.of(Locale.ENGLISH);

  @Test
  void everyChoiceHasANameAndATip() {
    var keys = new ArrayList<String>();
    Stream.of(Activation.values()).forEach(it -> keys.add("activation." + Ids.of(it)));
    Stream.of(Initializer.values()).forEach(it -> keys.add("initializer." + Ids.of(it)));
    Stream.of(Loss.values()).forEach(it -> keys.add("loss." + Ids.of(it)));
    Stream.of(ProblemType.values()).forEach(it -> keys.add("problemType." + Ids.of(it)));
    Stream.of(Monitor.values()).forEach(it -> keys.add("monitor." + Ids.of(it)));
    OptimizerConfig.kinds().forEach(it -> keys.add("optimizer." + it.id()));
    LearningRateSchedule.kinds().forEach(it -> keys.add("schedule." + it.id()));
    for (var key : keys) {
      assertTrue(english.has(key), key);
      assertTrue(english.has(key + ".tip"), key + ".tip");
    }
    for (var reason : StopReason.values()) {
      assertTrue(english.has("stopReason." + Ids.of(reason)), Ids.of(reason));
    }
  }

  @Test
  void everyNumberOfEveryKindHasANameAndATip() {
    var keys = new ArrayList<String>();
    for (var kind : OptimizerConfig.kinds()) {
      kind.hyperparameters().forEach(it -> keys.add(OptimizerConfig.COMPONENT + it.name()));
    }
    for (var kind : LearningRateSchedule.kinds()) {
      kind.hyperparameters().forEach(it -> keys.add(LearningRateSchedule.COMPONENT + it.name()));
    }
    EarlyStopping.HYPERPARAMETERS.forEach(it -> keys.add(EarlyStopping.COMPONENT + it.name()));
    Penalty.HYPERPARAMETERS.forEach(it -> keys.add(Penalty.COMPONENT + it.name()));
    for (var key : keys) {
      assertTrue(english.has(key), key);
      assertTrue(english.has(key + ".tip"), key + ".tip");
    }
  }

  @Test
  void everyLineOfEveryUpdateHasItsWords() {
    for (var kind : OptimizerConfig.kinds()) {
      for (var line : kind.update(2)) {
        assertTrue(english.has("explain.role." + line.word()), line::toString);
      }
    }
  }

  @Test
  void problemsOfADesignAreSentences() {
    var wide = DenseDesign.of(5_000, Activation.RELU);
    var design = NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY, wide, wide);
    // 10·5,000 + 5,000, 5,000·5,000 + 5,000 and 5,000·3 + 3 weights and biases.
    assertEquals(
        List.of(
            "Binary cross-entropy needs 2 classes; the target has 3. Choose categorical"
                + " cross-entropy.",
            "The network has 25,075,003 weights and biases; at most 20,000,000 are possible. Use"
                + " fewer units or inputs."),
        design.problems(10, ProblemType.CLASSIFICATION, 3).stream()
            .map(english::sentence)
            .toList());
  }
}
