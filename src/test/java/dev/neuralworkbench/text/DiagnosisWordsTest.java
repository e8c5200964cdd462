package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.diagnosis.Diagnosis;
import dev.neuralworkbench.explain.diagnosis.Diagnosis.Kind;
import dev.neuralworkbench.explain.diagnosis.Remedy;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.Penalty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisWordsTest {

  private static final Remedy.LearningRate RATE = new Remedy.LearningRate(0.1);
  private static final Diagnosis.Percentage HALF = new Diagnosis.Percentage(0.5);

  private static final List<Diagnosis> EACH =
      List.of(
          Diagnosis.of(Kind.DIVERGED, RATE, 1.0),
          Diagnosis.of(Kind.INPUTS_NOT_SCALED, Remedy.Fixed.STANDARDIZE, 0.1, 900.0),
          Diagnosis.of(Kind.DEAD_UNITS, to(Activation.LEAKY_RELU), 1, HALF, 10),
          Diagnosis.of(Kind.KILLED_UNITS, RATE, 1, HALF, 10, 3.0),
          Diagnosis.of(Kind.SATURATED, to(Activation.RELU), 1, HALF, 10),
          Diagnosis.of(Kind.SHRUNK_WEIGHTS, than(0, 0), 1e-18, 0.02, 0.69),
          Diagnosis.of(Kind.VANISHING_GRADIENT, to(Activation.RELU), 1e-6, 0.1),
          Diagnosis.of(Kind.RATE_TOO_HIGH, RATE, 3.0, 10, 2.0, 0.7),
          Diagnosis.of(Kind.RATE_TOO_LOW, RATE, 1e-5, 0.7, 0.69),
          Diagnosis.of(Kind.OVERFITTING, Remedy.Fixed.STOP_EARLY, 30, 0.4, 0.6, 0.1),
          Diagnosis.of(Kind.MODEL_TOO_SMALL, Remedy.Fixed.LARGER, 0.5, 0.98),
          Diagnosis.of(Kind.PLATEAU, Remedy.Fixed.STARTING_WEIGHTS, 50, 0.69, 0.69),
          Diagnosis.of(Kind.PLATEAU, Remedy.Fixed.ADAM_WITH_NEW_SEED, 50, 0.69, 0.69),
          Diagnosis.of(Kind.PLATEAU, null, 50, 0.69, 0.69),
          Diagnosis.of(Kind.L2_TOO_HIGH, than(0, 1), 1.0, 0.69, 0.69),
          Diagnosis.of(Kind.L1_TOO_HIGH, than(1, 0), 1.0, 0.69, 0.69),
          Diagnosis.of(Kind.L1_TOO_HIGH, than(1, 1), 1.0, 0.69, 0.69),
          Diagnosis.of(Kind.DROPOUT_TOO_HIGH, Remedy.Fixed.LESS_DROPOUT, 0.9, 0.69, 0.69),
          Diagnosis.of(Kind.CLASSES_UNBALANCED, Remedy.Fixed.STRATIFY, HALF, HALF),
          Diagnosis.of(Kind.CLASSES_UNBALANCED, Remedy.Fixed.BALANCE, HALF, HALF));

  private static Remedy to(Activation better) {
    return new Remedy.Activations(Activation.TANH, better);
  }

  private static Remedy than(double l1, double l2) {
    return new Remedy.LighterPenalty(new Penalty(l1, l2));
  }

  private final Sentences english = Sentences.of(Locale.ENGLISH);

  @Test
  void everyDiagnosisHasASentenceWithAllItsNumbers() {
    assertEquals(
        Set.of(Kind.values()), EACH.stream().map(Diagnosis::kind).collect(Collectors.toSet()));
    for (var diagnosis : EACH) {
      var pattern = english.pattern("diagnosis." + diagnosis.id());
      for (var i = 0; i < diagnosis.evidence().size(); i++) {
        assertTrue(pattern.contains("{" + i + "}"), pattern);
      }
    }
  }

  @Test
  void sharesOfUnbalancedClassesAreSaidToBeThoseOfTheTrainingRows() {
    var key = "diagnosis.classesUnbalanced";
    assertTrue(english.pattern(key).contains("of the training rows"));
    assertTrue(Sentences.of(Locale.SIMPLIFIED_CHINESE).pattern(key).contains("训练样本"));
  }

  @Test
  void everyRemedyHasAText() {
    var remedies = EACH.stream().map(Diagnosis::remedy).filter(Objects::nonNull).toList();
    assertEquals(
        Stream.of(Remedy.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .toList(),
        remedies.stream().map(it -> it.getClass().getSimpleName()).distinct().sorted().toList());
    for (var remedy : remedies) {
      assertTrue(english.has("remedy." + remedy.id()), remedy.id());
    }
  }
}
