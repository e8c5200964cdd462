package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.trace.Cases;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adagrad;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.NAdam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.RmsProp;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepLettersTest {

  private static final List<OptimizerConfig> OPTIMIZERS =
      List.of(
          Sgd.DEFAULT,
          new Sgd(0.1, 0.9, true),
          Adam.DEFAULT,
          AdamW.DEFAULT,
          NAdam.DEFAULT,
          RmsProp.DEFAULT,
          Adagrad.DEFAULT);

  private static Walk walk(Loss loss, OptimizerConfig optimizer) {
    var data = Cases.data(loss);
    var plain = NetworkDesign.of(loss, DenseDesign.of(2, Activation.TANH), new DropoutDesign(0.5));
    var design = loss.ownsOutputFunction() ? Chosen.withLabelSmoothing(plain, 0.1) : plain;
    var config =
        Chosen.withMaxNorm(
            Chosen.withClipNorm(
                TrainingConfig.of(optimizer, 2, 3).withPenalty(new Penalty(0.01, 0.02)), 0.01),
            0.5);
    var trace = Cases.next(Cases.session(design, config, data, 2), design, config, data);
    return Walk.of(trace, 0, StepDetail.UNIT, null);
  }

  private static void letters(Expression maths, Set<String> found) {
    if (maths instanceof Expression.Letter(var text, var _, var _)) {
      found.add(text);
    } else {
      maths.map(
          inner -> {
            letters(inner, found);
            return inner;
          });
    }
  }

  /** L is the mean over the batch, ℓ the loss of one row: δ is of the one that is there. */
  @Test
  void errorOfAUnitIsOfOneRowsLossInABatch() {
    var walk = walk(Loss.CATEGORICAL_CROSS_ENTROPY, OPTIMIZERS.getFirst());
    var step = walk.step(walk.first(Phase.BACKWARD));
    var said = Sentences.of(Locale.ENGLISH);
    assertTrue(said.text(StepLetters.of(step, 2).get("δ")).contains("∂ℓ/∂z"));
    assertTrue(said.text(StepLetters.of(step, 1).get("δ")).contains("∂L/∂z"));
  }

  /** ε is the optimizer's alone; the share of label smoothing is α. */
  @Test
  void noLetterMeansTwoThingsInOneWalk() {
    for (var optimizer : OPTIMIZERS) {
      var walk = walk(Loss.CATEGORICAL_CROSS_ENTROPY, optimizer);
      var meanings = new TreeMap<String, Set<String>>();
      for (var i = 0L; i < walk.size(); i++) {
        StepLetters.of(walk.step(i), 2)
            .forEach(
                (letter, key) -> meanings.computeIfAbsent(letter, _ -> new TreeSet<>()).add(key));
      }
      assertEquals(Set.of("explain.symbol.smoothing"), meanings.get("α"));
      meanings
          .getOrDefault("ε", Set.of())
          .forEach(key -> assertEquals("explain.symbol.epsilon", key));
    }
  }

  /** No symbol of a formula is left unsaid, and each is said in both languages. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void everySymbolIsSaid(Loss loss) {
    var unsaid = new TreeSet<String>();
    for (var optimizer : OPTIMIZERS) {
      var walk = walk(loss, optimizer);
      for (var i = 0L; i < walk.size(); i++) {
        var step = walk.step(i);
        var said = StepLetters.of(step, 2);
        var found = new TreeSet<String>();
        for (var part : step.parts()) {
          letters(part.left(), found);
          letters(part.formula(), found);
        }
        for (var letter : found) {
          if (!said.containsKey(letter) && !letter.startsWith("∂")) {
            unsaid.add(
                letter + " in " + step.kind() + " of " + optimizer.getClass().getSimpleName());
          }
        }
        assertTrue(!found.toString().contains("∂") || said.containsKey("∂"), step + "");
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
          said.values().forEach(key -> assertTrue(Sentences.of(language).has(key), key));
        }
      }
    }
    assertEquals(Set.of(), unsaid);
  }
}
